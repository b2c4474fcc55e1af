//! Who is on duty; administrators strike off a shift that was entered by mistake.

use super::signed::Desk;
use crate::pages::desk::roster::Roster;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use calendar::Instant;
use case::access::Wish;
use office::Problem;
use office::administer::{Entering, Shift};

/// `GET /desk/roster`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, None).await
}

/// `POST /desk/roster/strike`.
pub(crate) async fn strike(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let from: i64 = text("from").parse().map_err(|_| PageError::Unreadable)?;
    let shift = Shift {
        unit: text("unit"),
        login: text("login"),
        from: Instant::from_ms(from),
    };
    let entering = Entering::StrikeDuty(shift);
    match state.office.administer(&desk.j, desk.actor(), entering).await {
        Ok(()) => Ok(desk.here.go("/desk/roster", Some(Flash::new("roster-struck")))),
        Err(Problem::Invalid(found)) => {
            let t = desk.here.t;
            let says: Vec<String> = found
                .iter()
                .map(|fault| t.args(fault.code, &fault.args))
                .collect();
            page(
                &state,
                &desk,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(says.join(" ")),
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    wrong: Option<String>,
) -> Result<Response, PageError> {
    let lines = state.office.roster(&desk.j, desk.actor()).await?;
    let frame = desk.frame(desk.here.t.say("roster-title"));
    let around = (frame, desk.may(Wish::Administer));
    Ok(desk
        .here
        .show_as(status, &Roster::of(around, &desk.adopted.calendar, &lines, wrong)))
}
