//! `POST /callers/cases`: earlier cases of a caller's phone. A body, because addresses are written into logs.

use super::send_code::Phone;
use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::line::{Line, Page};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;

/// Most cases shown.
const MOST: u32 = 50;

/// Earlier cases of a phone
///
/// The newest 50. For people who take calls.
#[utoipa::path(
    post, path = "/callers/cases", operation_id = "earlier-cases", tag = "lists",
    request_body = Phone,
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The cases, the newest first.", body = Page),
        (status = 403, description = "The caller takes no calls."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Body(asked): Body<Phone>,
) -> Answer<Page> {
    let office = &state.office;
    let now = office.now();
    let lines = office
        .earlier_of(&caller.j, caller.actor(), &asked.phone, MOST)
        .await?;
    let calendar = office.in_force(&caller.j, now).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, now, line));
    Ok(Json(Page {
        items: items.collect(),
        next: None,
    }))
}
