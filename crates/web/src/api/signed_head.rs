//! A signed head as the API shows it.

use proof::{Head, written};
use serde::Serialize;
use utoipa::ToSchema;

/// A signed head of the log: how many entries it had, and the root over them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LogHead)]
pub(crate) struct SignedHead {
    /// Entries that it covers.
    size: u64,
    /// The root over them, 64 hexadecimal digits.
    root: String,
    /// When it was signed, UTC.
    #[schema(format = DateTime)]
    time: String,
    /// The day for which it was published, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    /// The signed text, byte for byte; `docs/log-format.md` tells how it is checked.
    text: String,
}

impl SignedHead {
    /// As it is shown.
    pub(crate) fn of(head: &Head, day: Option<String>) -> Self {
        Self {
            size: head.size,
            root: head.root.to_string(),
            time: written(head.time),
            day,
            text: head.text(),
        }
    }
}

/// Hashes as the API writes them: 64 hexadecimal digits each.
pub(crate) fn hashes(path: &[proof::Digest]) -> Vec<String> {
    path.iter().map(ToString::to_string).collect()
}
