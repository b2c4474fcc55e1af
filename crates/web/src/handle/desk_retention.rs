//! The administrator's page on how long data is kept: the time, what is held, what is due, and the decision to destroy.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::retention::Retention;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::CaseNumber;
use office::Problem;

/// `GET /desk/retention`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, &[]).await
}

/// `POST /desk/retention/{what}`: `set`, `hold`, `lift` or `destroy`.
pub(crate) async fn decide(
    State(state): State<AppState>,
    desk: Desk,
    Path(what): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (j, who, office) = (&desk.j, desk.actor(), &state.office);
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let reason = text("reason");
    let done = match what.as_str() {
        "set" => match text("days").trim() {
            "" => office.set_retention(j, who, None, reason).await,
            days => match days.parse() {
                Ok(days) => office.set_retention(j, who, Some(days), reason).await,
                // a whole number, and longer than any time that is kept
                Err(_) if days.bytes().all(|b| b.is_ascii_digit()) => {
                    office.set_retention(j, who, Some(u32::MAX), reason).await
                }
                Err(_) => Err(Problem::field("days", "field-not-whole")),
            },
        },
        "hold" => office.hold(j, who, text("number"), reason).await,
        "lift" => office.lift_hold(j, who, text("number"), reason).await,
        "destroy" => return destroy(&state, &desk, reason).await,
        _ => return Err(PageError::NotFound),
    };
    match done {
        Ok(()) => Ok(desk
            .here
            .go("/desk/retention", Some(Flash::new("retention-recorded")))),
        Err(problem) => at_fault(&state, &desk, problem).await,
    }
}

/// Goes on behind those that fail, until some are done or none is left. What failed is told, case by case.
async fn destroy(state: &AppState, desk: &Desk, reason: &str) -> Result<Response, PageError> {
    let (mut failed, mut behind) = (Vec::new(), None);
    loop {
        let tried = state.office.destroy_due(&desk.j, desk.actor(), reason, behind);
        let done = match tried.await {
            Ok(done) => done,
            Err(problem) => return at_fault(state, desk, problem).await,
        };
        failed.extend(done.failed);
        behind = done.more;
        let cases = done.cases.len();
        if cases == 0 && behind.is_some() {
            continue;
        }
        if failed.is_empty() {
            let told = Flash::new("retention-destroyed").with("cases", cases);
            return Ok(desk.here.go("/desk/retention", Some(told)));
        }
        let t = desk.here.t;
        let one = |(number, problem): &(CaseNumber, Problem)| {
            let why = t.args(problem.code(), &problem.args());
            t.args(
                "retention-failed",
                &[("number", number.to_string()), ("why", why)],
            )
        };
        let mut says = vec![t.args("retention-destroyed", &[("cases", cases.to_string())])];
        says.extend(failed.iter().map(one));
        return page(state, desk, StatusCode::INTERNAL_SERVER_ERROR, &says).await;
    }
}

async fn at_fault(state: &AppState, desk: &Desk, problem: Problem) -> Result<Response, PageError> {
    match problem {
        Problem::Invalid(found) => {
            let says: Vec<String> = faults(desk.here.t, &found)
                .into_iter()
                .map(|(_, says)| says)
                .collect();
            page(state, desk, StatusCode::UNPROCESSABLE_ENTITY, &says).await
        }
        other => Err(other.into()),
    }
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    says: &[String],
) -> Result<Response, PageError> {
    let standing = state.office.retention(&desk.j, desk.actor()).await?;
    let due = state.office.due_for_destruction(&desk.j, desk.actor()).await?;
    let frame = desk.frame(desk.here.t.say("retention"));
    let page = Retention::of(frame, &desk.adopted.calendar, &standing, &due, says);
    Ok(desk.here.show_as(status, &page))
}
