//! `GET /log/head`: the last signed head of the log, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::signed_head::SignedHead;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;

/// The last signed head of the log
///
/// Without a token.
#[utoipa::path(
    get, path = "/log/head", operation_id = "log-head", tag = "public",
    responses(
        (status = 200, description = "The head.", body = SignedHead),
        (status = 404, description = "None is signed yet."),
    ),
)]
pub(crate) async fn handle(State(state): State<AppState>, place: Place) -> Answer<SignedHead> {
    let head = state.office.log_head(&place.j).await?;
    Ok(Json(SignedHead::of(&head, None)))
}
