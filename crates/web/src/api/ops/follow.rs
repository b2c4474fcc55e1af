//! `POST /follow`: a citizen opens their case with number and check code.

use super::open_session::Token;
use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Place;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

/// What stands on the receipt.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Held {
    /// Number of the case.
    number: String,
    /// The check code that came with it.
    check_code: String,
}

/// Follow a case
///
/// For citizens. The token opens this one case. Tries are limited.
#[utoipa::path(
    post, path = "/follow", operation_id = "follow", tag = "sessions",
    request_body = Held,
    responses(
        (status = 200, description = "The token of this case.", body = Token),
        (status = 401, description = "Number and check code do not fit."),
        (status = 429, description = "Too many tries."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Body(held): Body<Held>,
) -> Answer<Token> {
    let (_, opened) = state
        .office
        .follow(&place.j, &held.number, &held.check_code, &place.address)
        .await?;
    Ok(Json(Token::of(&state, &place.j, opened).await?))
}
