//! `POST /sources`: a source is set up or changed.

use super::sources::Way;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use office::items::SourceEntry;
use serde::Deserialize;
use utoipa::ToSchema;

/// A source.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Source)]
pub(crate) struct Draft {
    /// Small letters, digits and hyphens; one that is there is changed, and without one an id is drawn.
    #[serde(default)]
    id: String,
    /// Name.
    name: String,
    /// How it is looked at.
    kind: Way,
    /// Its address: `http` or `https`.
    address: String,
    /// Channel of cases that are made of its items, by id.
    channel: String,
    /// The place that they concern.
    #[serde(default)]
    place: Option<String>,
    /// Words, one of which an item must hold; all items where there are none.
    #[serde(default)]
    words: Vec<String>,
    /// Whether it is asked.
    active: bool,
}

/// Set a source up, or change it
///
/// It is asked anew at once. For administrators.
#[utoipa::path(
    post, path = "/sources", operation_id = "enter-source", tag = "items",
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded."),
        (status = 403, description = "The caller is no administrator."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Body(draft): Body<Draft>,
) -> Result<StatusCode, ApiError> {
    let entry = SourceEntry {
        id: draft.id,
        name: draft.name,
        kind: draft.kind.into(),
        address: draft.address,
        channel: draft.channel,
        place: draft.place,
        words: draft.words.join(" "),
        active: draft.active,
    };
    state.office.enter_source(&caller.j, caller.actor(), entry).await?;
    Ok(StatusCode::NO_CONTENT)
}
