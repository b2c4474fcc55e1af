//! `POST /codes`: a one-time code goes to a phone.

use crate::api::body::Body;
use crate::api::caller::Place;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// A phone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phone {
    /// Its number.
    pub(crate) phone: String,
}

/// Send a one-time code
///
/// It verifies the real name together with the id number, as `phone_code` of the citizen. At most five an hour go to
/// one phone.
#[utoipa::path(
    post, path = "/codes", operation_id = "send-code", tag = "cases",
    request_body = Phone,
    responses(
        (status = 204, description = "It is on its way."),
        (status = 429, description = "Too many codes for this phone, or from this address."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Body(asked): Body<Phone>,
) -> Result<StatusCode, ApiError> {
    state
        .office
        .send_code_from(&place.j, &asked.phone, &place.address)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
