//! `DELETE /session`: the token is good no more.

use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;

/// Sign out
#[utoipa::path(
    delete, path = "/session", operation_id = "end-session", tag = "sessions",
    security(("bearer" = [])),
    responses((status = 204, description = "Signed out.")),
)]
pub(crate) async fn handle(State(state): State<AppState>, caller: Caller) -> Result<StatusCode, ApiError> {
    state.office.sign_out(&caller.j, &caller.token).await?;
    Ok(StatusCode::NO_CONTENT)
}
