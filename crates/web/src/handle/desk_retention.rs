//! The administrator's page on how long data is kept: the time, what is held, what is due, and the decision to destroy.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::retention::Retention;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
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
                Err(_) => Err(Problem::field("days", "field-not-whole")),
            },
        },
        "hold" => office.hold(j, who, text("number"), reason).await,
        "lift" => office.lift_hold(j, who, text("number"), reason).await,
        "destroy" => office.destroy_due(j, who, reason).await.map(|_| ()),
        _ => return Err(PageError::NotFound),
    };
    match done {
        Ok(()) => Ok(desk
            .here
            .go("/desk/retention", Some(Flash::new("retention-recorded")))),
        Err(Problem::Invalid(found)) => {
            let says: Vec<String> = faults(desk.here.t, &found)
                .into_iter()
                .map(|(_, says)| says)
                .collect();
            page(&state, &desk, StatusCode::UNPROCESSABLE_ENTITY, &says).await
        }
        Err(other) => Err(other.into()),
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
