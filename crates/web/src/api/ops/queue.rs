//! `GET /queue`: what the caller can move on, what is due first on top.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::cursor;
use crate::api::line::{Line, Page};
use crate::api::query::{Asked, Lines};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Instant;
use serde::Deserialize;
use store::{QueueAfter, QueueOf};
use utoipa::IntoParams;

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// `next` of the page before.
    #[serde(default)]
    pub(crate) after: Option<String>,
    /// How many lines, at most 100; 50 where nothing is said.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    pub(crate) limit: Lines,
}

/// My queue
///
/// Open cases that an act of the caller leads on, and requests that the caller rules on, what is due first on top.
/// For people of the office.
#[utoipa::path(
    get, path = "/queue", operation_id = "queue", tag = "lists", params(Which),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "A page of the queue.", body = Page),
        (status = 403, description = "The caller does not belong to the office."),
        (status = 422, description = "`after` is no cursor."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(which): Asked<Which>,
) -> Answer<Page> {
    let after: Option<(Option<i64>, String)> = cursor::read(which.after.as_deref())?;
    let after = after.map(|(due, number)| QueueAfter {
        due: due.map(Instant::from_ms),
        number: number.into(),
    });
    let office = &state.office;
    let now = office.now();
    let mine = office.my_queue(&caller.j, caller.actor()).await?;
    // for the store nothing named means every case: then nothing is theirs
    let limit = if mine == QueueOf::default() { 0 } else { which.limit.get() };
    let mut lines = office
        .queue(&caller.j, caller.actor(), &mine, after.as_ref(), limit + 1)
        .await?;
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let last = lines.last().filter(|_| more);
    let next = last
        .map(|l| cursor::write(&(l.row.due.map(Instant::ms), l.row.number.as_str())))
        .transpose()?;
    let calendar = office.in_force(&caller.j, now).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, now, line));
    Ok(Json(Page {
        items: items.collect(),
        next,
    }))
}
