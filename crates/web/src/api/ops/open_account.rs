//! `POST /account/session`: a citizen opens their account by a code.

use super::open_session::Token;
use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Place;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

/// The code, and where it went.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shown {
    /// The phone number or mail address.
    contact: String,
    /// The code of six digits.
    code: String,
    /// Whether the token is for a device that nobody else uses: it lasts thirty days without use, and half a year at most.
    #[serde(default)]
    stay: bool,
}

/// Open an account
///
/// For citizens. The token opens every case of the account at the same addresses as the token of one case, and no other
/// case. Tries are limited.
#[utoipa::path(
    post, path = "/account/session", operation_id = "open-account", tag = "accounts",
    request_body = Shown,
    responses(
        (status = 200, description = "The token of the account.", body = Token),
        (status = 422, description = "The code does not fit, was used or is over."),
        (status = 429, description = "Too many tries."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Body(shown): Body<Shown>,
) -> Answer<Token> {
    let opened = state
        .office
        .open_account(&place.j, &shown.contact, &shown.code, shown.stay, &place.address)
        .await?;
    Ok(Json(Token::of(&state, &place.j, opened).await?))
}
