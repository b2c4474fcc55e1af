//! `GET /inbox/{peer}/{id}`: one message that came, opened.

use super::inbox::Item;
use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use office::exchange::content::Content;
use serde::Serialize;
use utoipa::ToSchema;

/// A message, opened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InboxMessage)]
pub(crate) struct Opened {
    /// Its line.
    #[serde(flatten)]
    item: Item,
    /// What it says; `null` where its key was destroyed.
    content: Option<Content>,
    /// Why it could not be carried out by itself: a code.
    fault: Option<String>,
}

/// A message that came, opened
#[utoipa::path(
    get, path = "/inbox/{peer}/{id}", operation_id = "inbox-message", tag = "exchange",
    params(
        ("peer" = String, Path, description = "The link by which it came."),
        ("id" = String, Path, description = "Id of the message."),
    ),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The message.", body = Opened),
        (status = 403, description = "The caller does not correspond with other jurisdictions."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path((peer, id)): Path<(String, String)>,
) -> Answer<Opened> {
    let view = state.office.inbox_message(&caller.j, caller.actor(), &peer, &id).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    Ok(Json(Opened {
        item: Item::of(&calendar, view.line),
        content: view.content,
        fault: view.fault,
    }))
}
