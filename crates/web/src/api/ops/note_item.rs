//! `POST /items`: a person noticed something.

use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use office::items::ItemContent;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was noticed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ItemDraft)]
pub(crate) struct Draft {
    /// What it is about.
    title: String,
    /// What it says.
    #[serde(default)]
    text: String,
    /// Where it stands: `http` or `https`. The same address is noted once.
    #[serde(default)]
    address: Option<String>,
    /// When it was posted there, such as `2026-09-30T17:00`.
    #[serde(default)]
    posted: Option<String>,
}

/// Where it is now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemNoted)]
pub(crate) struct Noted {
    /// Id of the item.
    id: String,
}

/// Note something noticed elsewhere
///
/// A missed call, a post on a site without a feed. For people of the office.
#[utoipa::path(
    post, path = "/items", operation_id = "note-item", tag = "items",
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 201, description = "It is noted.", body = Noted, headers(("Location" = String, description = "Path of the item."))),
        (status = 403, description = "The caller does not decide about items."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Body(draft): Body<Draft>,
) -> Result<Response, ApiError> {
    let content = ItemContent {
        title: draft.title,
        text: draft.text,
        address: draft.address,
        changes: Vec::new(),
    };
    let posted = draft.posted.as_deref();
    let id = state
        .office
        .note_item(&caller.j, caller.actor(), content, posted)
        .await?;
    let location = format!("{}/items/{id}", crate::api::BASE);
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(Noted { id })).into_response())
}
