//! `GET /unit-queue`: open work orders of the caller's units, what is due first on top.

use super::queue::Which;
use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::cursor;
use crate::api::line::{Line, Page};
use crate::api::query::Asked;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Instant;
use office::view::QueueLine;
use store::OrderAfter;

/// My unit's queue
///
/// Open work orders of the caller's units, what is due first on top. For people of units.
#[utoipa::path(
    get, path = "/unit-queue", operation_id = "unit-queue", tag = "lists", params(Which),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "A page of the queue.", body = Page),
        (status = 403, description = "The caller belongs to no unit."),
        (status = 422, description = "`after` is no cursor."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(which): Asked<Which>,
) -> Answer<Page> {
    let after: Option<(Option<i64>, String, u16)> = cursor::read(which.after.as_deref())?;
    let after = after.map(|(due, number, order)| OrderAfter {
        due: due.map(Instant::from_ms),
        number: number.into(),
        order,
    });
    let office = &state.office;
    let now = office.now();
    let limit = which.limit.get();
    let mut lines = office
        .unit_queue(&caller.j, caller.actor(), after.as_ref(), limit + 1)
        .await?;
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let next = lines.last().filter(|_| more).and_then(place);
    let next = next.map(|place| cursor::write(&place)).transpose()?;
    let calendar = office.in_force(&caller.j, now).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, now, line));
    Ok(Json(Page {
        items: items.collect(),
        next,
    }))
}

fn place(line: &QueueLine) -> Option<(Option<i64>, String, u16)> {
    let order = line.order.as_ref()?;
    Some((order.due.map(Instant::ms), order.number.to_string(), order.order))
}
