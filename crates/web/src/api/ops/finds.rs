//! `GET /cases/{number}/finds`: what tells who somebody is, before it is published.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::Number;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// What would be published, with what tells who somebody is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Finds {
    /// Names this set of finds; sent back as `found` when the message is published.
    found: String,
    /// Each find once.
    finds: Vec<Find>,
}

/// A piece of the text that tells who somebody is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Find {
    /// As it stands in the text.
    text: String,
    /// `name`, `phone`, `id-number`, `plate`, `bank-card`, `address`, `email`, `wechat`, `qq`, or `told`: data of the
    /// citizen.
    kind: String,
}

/// What tells who somebody is
///
/// Of title, message and replies. Whoever publishes sends `found` back, and may name finds to `keep` and more to `hide`;
/// the rest is blacked out wherever everybody reads. For staff.
#[utoipa::path(
    get, path = "/cases/{number}/finds", operation_id = "finds", tag = "cases",
    params(("number" = String, Path, description = "Number of the case.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The finds.", body = Finds)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
) -> Answer<Finds> {
    if caller.signed.person().is_none() {
        return Err(ApiError::not_found());
    }
    let finds = state
        .office
        .public_finds(&caller.j, caller.actor(), &number, None)
        .await?;
    let find = |(text, kind): (String, redact::Kind)| Find {
        text,
        kind: kind.code().trim_start_matches("redact-").to_owned(),
    };
    Ok(Json(Finds {
        found: finds.seen,
        finds: finds.pieces.into_iter().map(find).collect(),
    }))
}
