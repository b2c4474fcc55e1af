//! `DELETE /account`: the account is closed.

use crate::api::caller::Owner;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;

/// Close the account
///
/// The address is taken away from here. The cases stay with the office, and number and check code open them as before.
#[utoipa::path(
    delete, path = "/account", operation_id = "close-account", tag = "accounts",
    security(("bearer" = [])),
    responses((status = 204, description = "Closed.")),
)]
pub(crate) async fn handle(State(state): State<AppState>, owner: Owner) -> Result<StatusCode, ApiError> {
    state.office.close_account(&owner.j, &owner.account).await?;
    Ok(StatusCode::NO_CONTENT)
}
