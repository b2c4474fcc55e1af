//! `GET /log/heads`: the heads that were published, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::query::{Asked, Lines};
use crate::api::signed_head::SignedHead;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Only days before this one: `next` of the page before.
    before: Option<String>,
    /// How many, at most 100; 50 where nothing is said.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Lines,
}

/// A page of heads.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LogHeads {
    /// The newest first, one for each day.
    items: Vec<SignedHead>,
    /// Where the next page begins; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Heads of the log that were published for days
///
/// Without a token.
#[utoipa::path(
    get, path = "/log/heads", operation_id = "log-heads", tag = "public", params(Which),
    responses((status = 200, description = "A page of heads.", body = LogHeads)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<LogHeads> {
    let limit = which.limit.get();
    let before = which.before.as_deref();
    let mut heads = state.office.log_heads(&place.j, before, limit + 1).await?;
    let more = heads.len() > limit as usize;
    heads.truncate(limit as usize);
    let next = heads.last().filter(|_| more).map(|(day, _)| day.clone());
    let items = heads
        .into_iter()
        .map(|(day, head)| SignedHead::of(&head, Some(day)));
    Ok(Json(LogHeads {
        items: items.collect(),
        next,
    }))
}
