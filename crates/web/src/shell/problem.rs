//! Errors in the reader's language: a page for people, `application/problem+json` (RFC 9457) for programs.

use super::{Entry, Frame, Here, PageError, T};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use office::FieldFault;
use procedure::{Basis, Words};
use serde::Serialize;

/// The error page.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    advice: String,
    clause: Option<String>,
    request_id: String,
}

/// The sites to choose from.
#[derive(Template)]
#[template(path = "which.html")]
struct WhichPage {
    frame: Frame,
    sites: Vec<(Words, String)>,
}

#[derive(Serialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ProblemField>,
    request_id: String,
}

#[derive(Serialize)]
struct ProblemField {
    field: String,
    code: &'static str,
    detail: String,
}

/// The error as page or JSON. Headers that the error came with (such as cookies) stay.
pub(crate) fn render(here: &Here, error: &PageError, came: Response) -> Response {
    if *error == PageError::SignIn && !here.json {
        return Redirect::to(&sign_in_first(here)).into_response();
    }
    if *error == PageError::Account && !here.json {
        let wanted = here.method.is_safe() && here.path().starts_with("/my/case/");
        let to = if wanted {
            format!("/my?to={}", here.path())
        } else {
            "/my".to_owned()
        };
        return Redirect::to(&to).into_response();
    }
    let mut response = if here.json {
        json(here, error)
    } else {
        page(here, error)
    };
    // the first page of an installation is there to choose; any other address is one of somebody's
    *response.status_mut() = match error {
        PageError::Which if here.path() == "/" && !here.json => StatusCode::OK,
        _ => error.status(),
    };
    for (name, value) in came.headers() {
        if *name != header::CONTENT_TYPE && *name != header::CONTENT_LENGTH {
            response.headers_mut().append(name, value.clone());
        }
    }
    if let PageError::TooMany(until) = error {
        let ms = until.ms().saturating_sub(here.shell.clock.now().ms()).max(0);
        let seconds = HeaderValue::from(ms.unsigned_abs().div_ceil(1000));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// Back to the page that was wanted; a form that was sent is not sent again.
fn sign_in_first(here: &Here) -> String {
    if here.method.is_safe() && here.path() != "/desk" {
        format!("/desk/sign-in?to={}", here.path())
    } else {
        "/desk/sign-in".to_owned()
    }
}

fn which(here: &Here) -> Response {
    let mut frame = Frame::new(here, here.t.say(PageError::Which.code()));
    frame.nav = Vec::new();
    let mut sites = here.sites.clone();
    words::sort_by_name(&mut sites, words::Named::Thing, |(name, _)| here.t.text(name));
    let page = WhichPage { frame, sites };
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(_) => advice(here, &PageError::Which).into_response(),
    }
}

fn page(here: &Here, error: &PageError) -> Response {
    let t = here.t;
    if *error == PageError::Which {
        return which(here);
    }
    let page = ErrorPage {
        frame: frame(here, t.say(error.code())),
        advice: advice(here, error),
        clause: clause(error),
        request_id: here.request_id.clone(),
    };
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(_) => advice(here, error).into_response(),
    }
}

/// Staff keep their own navigation; where nobody could be asked who they are, what is asked of the desk leads to the desk.
fn frame(here: &Here, title: String) -> Frame {
    if let Some(staff) = here.staff.get() {
        return Frame::staff(here, title, staff.clone());
    }
    let mut frame = Frame::new(here, title);
    if here.at_desk() {
        frame.nav = vec![Entry::new("/desk", here.t.say("desk-queue"))];
    }
    frame
}

fn json(here: &Here, error: &PageError) -> Response {
    let t = here.t;
    let (code, errors) = match error {
        PageError::Refused(refusal) => (refusal.code, Vec::new()),
        PageError::Fields(faults) => (error.code(), faults.iter().map(|f| field(t, f)).collect()),
        _ => (error.code(), Vec::new()),
    };
    let problem = Problem {
        kind: "about:blank",
        title: t.say(error.code()),
        status: error.status().as_u16(),
        detail: advice(here, error),
        code,
        clause: clause(error),
        errors,
        request_id: here.request_id.clone(),
    };
    let mut response = axum::Json(problem).into_response();
    let media = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    response
}

fn field(t: T, fault: &FieldFault) -> ProblemField {
    ProblemField {
        field: fault.field.clone(),
        code: fault.code,
        detail: t.args(fault.code, &fault.args),
    }
}

/// What to do, and when again after too many tries; for a refusal, what the procedure or the catalogue says.
fn advice(here: &Here, error: &PageError) -> String {
    let t = here.t;
    match error {
        PageError::Refused(refusal) => match &refusal.say {
            Some(words) => t.text(words).to_owned(),
            None => t.args(refusal.code, &refusal.args),
        },
        PageError::TooMany(until) => {
            let ms = until.ms().saturating_sub(here.shell.clock.now().ms()).max(0);
            let span = crate::parts::length(t, ms.unsigned_abs().div_ceil(60_000));
            t.args(error.advice(), &[("span", span)])
        }
        // the hotline's own people call nobody
        PageError::Unavailable if here.at_desk() => t.say("problem-unavailable"),
        PageError::NotFound if here.at_desk() => t.say("shell-not-found-desk"),
        PageError::Lapsed(last) => t.args(error.advice(), &[("day", last.to_string())]),
        _ => t.say(error.advice()),
    }
}

fn clause(error: &PageError) -> Option<String> {
    match error {
        PageError::Refused(refusal) => match &refusal.basis {
            Basis::Clause(id) => Some(id.as_str().to_owned()),
            _ => None,
        },
        _ => None,
    }
}
