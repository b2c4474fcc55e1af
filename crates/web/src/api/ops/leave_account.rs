//! `DELETE /account/sessions`: every token of the account is good no more.

use crate::api::caller::Owner;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;

/// Sign out everywhere
///
/// Also in browsers. `DELETE /session` ends this token alone.
#[utoipa::path(
    delete, path = "/account/sessions", operation_id = "leave-account", tag = "accounts",
    security(("bearer" = [])),
    responses((status = 204, description = "Signed out on all devices.")),
)]
pub(crate) async fn handle(State(state): State<AppState>, owner: Owner) -> Result<StatusCode, ApiError> {
    state.office.leave_account(&owner.j, &owner.account).await?;
    Ok(StatusCode::NO_CONTENT)
}
