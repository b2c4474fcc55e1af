//! What came from other jurisdictions: looking at it, ruling, acknowledging.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::inbox::{Inbox, InboxMessage};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::exchange::{DONE, FAILED, OPEN};
use office::{FieldFault, Problem};

/// Messages that wait, at most; of those done with the newest.
const WAITING: u32 = 200;
const DONE_WITH: u32 = 30;

/// `GET /desk/inbox`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let (office, who) = (&state.office, desk.actor());
    let mut waiting = office.inbox(&desk.j, who, OPEN, WAITING).await?;
    waiting.extend(office.inbox(&desk.j, who, FAILED, WAITING).await?);
    let done = office.inbox(&desk.j, who, DONE, DONE_WITH).await?;
    let frame = desk.frame(desk.here.t.say("exchange-inbox"));
    let page = Inbox::of(frame, &desk.adopted.calendar, &waiting, &done);
    Ok(desk.here.show(&page))
}

/// `GET /desk/inbox/{peer}/{id}`.
pub(crate) async fn message(
    State(state): State<AppState>,
    desk: Desk,
    Path(message): Path<(String, String)>,
) -> Result<Response, PageError> {
    page(&state, &desk, &message, StatusCode::OK, "", &[]).await
}

/// `POST /desk/inbox/{peer}/{id}/ruling`.
pub(crate) async fn rule(
    State(state): State<AppState>,
    desk: Desk,
    Path(message): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let note = posted.text("note").unwrap_or_default();
    let (peer, id) = (&*message.0, &*message.1);
    let done = state
        .office
        .rule_on_report(&desk.j, desk.actor(), (peer, id), posted.ticked("passed"), note)
        .await;
    answered(&state, &desk, &message, note, done, "exchange-ruled").await
}

/// `POST /desk/inbox/{peer}/{id}/acknowledgement`.
pub(crate) async fn acknowledge(
    State(state): State<AppState>,
    desk: Desk,
    Path(message): Path<(String, String)>,
    _posted: Posted,
) -> Result<Response, PageError> {
    let (peer, id) = (&*message.0, &*message.1);
    let done = state.office.acknowledge(&desk.j, desk.actor(), (peer, id)).await;
    answered(&state, &desk, &message, "", done, "exchange-acknowledged").await
}

async fn answered(
    state: &AppState,
    desk: &Desk,
    message: &(String, String),
    note: &str,
    done: Result<(), Problem>,
    says: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(desk.here.go("/desk/inbox", Some(Flash::new(says)))),
        Err(Problem::Invalid(found)) => {
            page(
                state,
                desk,
                message,
                StatusCode::UNPROCESSABLE_ENTITY,
                note,
                &found,
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    state: &AppState,
    desk: &Desk,
    (peer, id): &(String, String),
    status: StatusCode,
    note: &str,
    found: &[FieldFault],
) -> Result<Response, PageError> {
    let view = state
        .office
        .inbox_message(&desk.j, desk.actor(), peer, id)
        .await?;
    let says = faults(desk.here.t, found);
    let title = desk.here.t.say("exchange-inbox");
    let frame = desk.frame(view.line.title.clone().unwrap_or(title));
    let page = InboxMessage::of(frame, &desk.adopted.calendar, &view, note, &says);
    Ok(desk.here.show_as(status, &page))
}
