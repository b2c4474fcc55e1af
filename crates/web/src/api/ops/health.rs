//! `GET /health`: whether the program and its database answer.

use crate::api::answer::Answer;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// How it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`; otherwise the answer is a fault.
    #[schema(pattern = "^ok$")]
    status: &'static str,
}

/// Whether it works
///
/// Asks the database too.
#[utoipa::path(
    get, path = "/health", operation_id = "health", tag = "service",
    responses((status = 200, description = "It works.", body = Health)),
)]
pub(crate) async fn handle(State(state): State<AppState>) -> Answer<Health> {
    state.office.store().jurisdictions().await?;
    Ok(Json(Health { status: "ok" }))
}
