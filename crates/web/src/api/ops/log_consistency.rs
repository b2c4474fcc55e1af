//! `GET /log/consistency`: the proof that the log of one size begins with that of another, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::query::Asked;
use crate::api::signed_head::{SignedHead, hashes};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Of which sizes.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Entries of the smaller log: the size of a head that you kept.
    #[param(maximum = 9_007_199_254_740_991u64)]
    from: u64,
    /// Entries of the larger one; of the last signed head where nothing is said.
    #[param(maximum = 9_007_199_254_740_991u64)]
    to: Option<u64>,
}

/// A proof that the larger log begins with the smaller one (RFC 6962, section 2.1.2).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LogConsistency {
    /// Entries of the smaller.
    from: u64,
    /// Entries of the larger.
    to: u64,
    /// The hashes of the proof, the lowest first; none where both are the same, or the smaller has no entry.
    path: Vec<String>,
    /// The last signed head.
    head: SignedHead,
}

/// The proof that the log of one size begins with that of another
///
/// Without a token.
#[utoipa::path(
    get, path = "/log/consistency", operation_id = "log-consistency", tag = "public", params(Which),
    responses(
        (status = 200, description = "The proof.", body = LogConsistency),
        (status = 404, description = "No head is signed yet."),
        (status = 422, description = "So many entries are not signed, or `from` is more than `to`."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<LogConsistency> {
    let found = state
        .office
        .log_consistency(&place.j, which.from, which.to)
        .await?;
    Ok(Json(LogConsistency {
        from: found.from,
        to: found.to,
        path: hashes(&found.path),
        head: SignedHead::of(&found.head, None),
    }))
}
