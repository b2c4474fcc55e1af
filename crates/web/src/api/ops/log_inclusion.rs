//! `GET /log/inclusion`: the proof that an entry is in the log, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::error::ApiError;
use crate::api::query::Asked;
use crate::api::signed_head::{SignedHead, hashes};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use office::log::Wanted;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Of which entry.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// The entry in this place, from 0. Either this or `commitment`.
    #[param(maximum = 9_007_199_254_740_991u64)]
    leaf: Option<u64>,
    /// The entry with this commitment, as a receipt names it.
    #[param(pattern = "^[0-9a-f]{64}$")]
    commitment: Option<String>,
    /// A commitment is sought from this entry on, among 65536: `head-size` of the receipt.
    #[serde(default)]
    #[param(maximum = 9_007_199_254_740_991u64)]
    from: u64,
    /// The proof leads to the root over so many entries; of the last signed head where nothing is said.
    #[param(maximum = 9_007_199_254_740_991u64)]
    size: Option<u64>,
}

/// A proof that an entry is in the log (RFC 6962, section 2.1.1).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LogInclusion {
    /// Its place, from 0.
    leaf: u64,
    /// Its commitment, 64 hexadecimal digits.
    commitment: String,
    /// To the root over how many entries the path leads.
    size: u64,
    /// From the entry to the root, the lowest hash first.
    path: Vec<String>,
    /// The last signed head.
    head: SignedHead,
}

/// The proof that an entry is in the log
///
/// Without a token.
#[utoipa::path(
    get, path = "/log/inclusion", operation_id = "log-inclusion", tag = "public", params(Which),
    responses(
        (status = 200, description = "The proof.", body = LogInclusion),
        (status = 404, description = "No such commitment among the entries from `from` on; no head is signed yet."),
        (status = 422, description = "So many entries are not signed; not one of `leaf` and `commitment`."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<LogInclusion> {
    let wanted = match (which.leaf, &which.commitment) {
        (Some(leaf), None) => Wanted::Leaf(leaf),
        (None, Some(text)) => Wanted::Commitment {
            commitment: text
                .parse()
                .map_err(|()| ApiError::field("commitment", "log-commitment"))?,
            from: which.from,
        },
        _ => return Err(ApiError::field("leaf", "log-leaf-or-commitment")),
    };
    let found = state.office.log_inclusion(&place.j, wanted, which.size).await?;
    Ok(Json(LogInclusion {
        leaf: found.leaf,
        commitment: found.commitment.to_string(),
        size: found.size,
        path: hashes(&found.path),
        head: SignedHead::of(&found.head, None),
    }))
}
