//! `GET /log/entries`: the entries of the log, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::query::Asked;
use crate::api::signed_head::SignedHead;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Entries on one page: they are small.
const MOST: u32 = 1000;

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// From this entry on; from the first one, 0, where nothing is said.
    #[serde(default)]
    #[param(maximum = 9_007_199_254_740_991u64)]
    from: u64,
}

/// A page of entries.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LogEntries {
    /// In their order, at most a thousand.
    items: Vec<LogEntry>,
    /// With which entry the next page begins; absent where no more is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
    /// The last signed head.
    head: SignedHead,
}

/// An entry.
#[derive(Debug, Serialize, ToSchema)]
struct LogEntry {
    /// Its place, from 0.
    leaf: u64,
    /// The salted commitment of an event, 64 hexadecimal digits. Without the salt it tells nothing.
    commitment: String,
}

/// The entries of the log
///
/// Without a token. As a file for `wenzheng verify`: `/log/file`.
#[utoipa::path(
    get, path = "/log/entries", operation_id = "log-entries", tag = "public", params(Which),
    responses(
        (status = 200, description = "A page of entries.", body = LogEntries),
        (status = 404, description = "No head is signed yet."),
        (status = 422, description = "So many entries are not signed."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<LogEntries> {
    let found = state.office.log_entries(&place.j, which.from, MOST).await?;
    let entry = |(leaf, commitment): (u64, proof::Digest)| LogEntry {
        leaf,
        commitment: commitment.to_string(),
    };
    Ok(Json(LogEntries {
        items: found.entries.into_iter().map(entry).collect(),
        next: found.next,
        head: SignedHead::of(&found.head, None),
    }))
}
