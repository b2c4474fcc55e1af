//! `POST /account/codes`: a code that opens an account goes to its phone or mail address.

use crate::api::body::Body;
use crate::api::caller::Place;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// Where the account is reached.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
    /// A phone number, or a mail address.
    contact: String,
}

/// Send the code of an account
///
/// For citizens. It is good once and for ten minutes. Known and unknown phones get the same answer: the account comes into
/// being with the first right code. At most five an hour and ten a day go to one phone or address.
#[utoipa::path(
    post, path = "/account/codes", operation_id = "send-account-code", tag = "accounts",
    request_body = Contact,
    responses(
        (status = 204, description = "It is on its way."),
        (status = 422, description = "No phone or mail address, or none to which codes are sent here."),
        (status = 429, description = "Too many codes to this phone or address, or asked for from this address."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Body(asked): Body<Contact>,
) -> Result<StatusCode, ApiError> {
    let sent = state
        .office
        .send_account_code(&place.j, &asked.contact, &place.address);
    sent.await?;
    Ok(StatusCode::NO_CONTENT)
}
