//! Faults as `application/problem+json` (RFC 9457), in the language of `Accept-Language`.

use super::error::ApiError;
use super::named::{StandsOn, stands_on};
use crate::handle::place;
use crate::shell::{T, choose_lang};
use crate::spoken;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use office::{Adopted, FieldFault, Problem};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// The media type of faults.
pub(crate) const MEDIA: &str = "application/problem+json";

/// A fault (RFC 9457). Nothing was changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// Names the kind of fault: `urn:wenzheng:problem:` and the code.
    r#type: String,
    /// What happened, in a few words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong, and what to do.
    detail: String,
    /// The kind of fault, for programs; it does not change.
    code: &'static str,
    /// On what a refusal stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<StandsOn>,
    /// The clause on which a refusal stands, such as `SQ-10(3)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    /// What the text was filled with: ids, numbers, times.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    args: BTreeMap<&'static str, String>,
    /// The fields at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblem>,
}

/// A field that cannot be taken.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// Its name.
    field: String,
    /// The kind of fault, for programs.
    code: &'static str,
    /// What is wrong, and what to do.
    detail: String,
}

/// Puts marked faults into words on the way out.
pub(crate) async fn render(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let t = choose_lang(None, None, request.headers()).built_in();
    let (parts, body) = request.into_parts();
    let j = place::of(&state.office, &parts).await.ok();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(error) = response.extensions().get::<Arc<ApiError>>().cloned() else {
        return response;
    };
    if error.status().is_server_error() {
        tracing::error!(?error, "a call failed");
    }
    let mut fault = (error.status(), Json(told(&state, j.as_deref(), t, &error).await)).into_response();
    let headers = fault.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(t.html()));
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        headers.insert(header::ALLOW, allowed.clone());
    }
    if error.status() == axum::http::StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = wait(&state, &error) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    fault
}

/// After how many seconds the same call may do better.
fn wait(state: &AppState, error: &ApiError) -> Option<u64> {
    match error {
        ApiError::Office(Problem::Throttled(until)) => {
            let left = until.ms().saturating_sub(state.office.now().ms());
            u64::try_from(left).ok().map(|ms| ms.div_ceil(1000))
        }
        ApiError::Office(Problem::Busy) => Some(1),
        error if error.status() == axum::http::StatusCode::SERVICE_UNAVAILABLE => Some(10),
        _ => None,
    }
}

async fn told(state: &AppState, j: Option<&str>, t: T, error: &ApiError) -> ProblemBody {
    let args = given(t, error);
    let adopted = if args.is_empty() {
        None
    } else {
        rules(state, j).await
    };
    let (basis, clause) = match error {
        ApiError::Office(problem) => problem.basis().map(stands_on).unzip(),
        _ => (None, None),
    };
    let say = match error {
        ApiError::Office(problem) => problem.say(),
        _ => None,
    };
    let code = error.code();
    let spoken = spoken::args(t, adopted.as_ref(), &args);
    let written = args
        .into_iter()
        .map(|(n, v)| (n, written(adopted.as_ref(), n, v)));
    ProblemBody {
        r#type: format!("urn:wenzheng:problem:{code}"),
        title: title(t, error),
        status: error.status().as_u16(),
        detail: say.map_or_else(|| t.args(code, &spoken), |words| t.text(words).to_owned()),
        code,
        basis,
        clause: clause.flatten(),
        args: written.collect(),
        errors: match error {
            ApiError::Office(Problem::Invalid(faults)) => faults.iter().map(|f| field(t, f)).collect(),
            _ => Vec::new(),
        },
    }
}

fn given(t: T, error: &ApiError) -> Vec<(&'static str, String)> {
    match error {
        ApiError::Office(problem) => problem.args(),
        ApiError::Body(fault) | ApiError::Query(fault) => vec![("fault", fault.say(t))],
        ApiError::TooLarge(most) => vec![("kilobytes", (most >> 10).to_string())],
        ApiError::Media | ApiError::NoRoute | ApiError::Method => Vec::new(),
    }
}

fn field(t: T, fault: &FieldFault) -> FieldProblem {
    FieldProblem {
        field: fault.field.clone(),
        code: fault.code,
        detail: t.args(fault.code, &fault.args),
    }
}

/// The rules in force, for names of steps and times; a fault is told without them where there are none.
async fn rules(state: &AppState, j: Option<&str>) -> Option<Adopted> {
    state.office.in_force(j?, state.office.now()).await.ok()
}

/// As programs read it: times in RFC 3339.
fn written(adopted: Option<&Adopted>, name: &str, value: String) -> String {
    match (spoken::moment(name, &value), adopted) {
        (Some(at), Some(adopted)) => adopted.calendar.rfc3339(at),
        _ => value,
    }
}

fn title(t: T, error: &ApiError) -> String {
    match error.status().as_u16() {
        400 => t.say("api-title-unreadable"),
        401 => t.say("api-title-unauthorized"),
        403 => t.say("api-title-forbidden"),
        404 => t.say("api-title-not-found"),
        405 => t.say("api-title-method"),
        409 => t.say("api-title-conflict"),
        413 => t.say("api-title-too-large"),
        415 => t.say("api-title-media"),
        422 if matches!(error, ApiError::Office(Problem::Invalid(_))) => t.say("api-title-invalid"),
        422 => t.say("api-title-refused"),
        429 => t.say("api-title-throttled"),
        503 => t.say("api-title-unavailable"),
        _ => t.say("api-title-internal"),
    }
}
