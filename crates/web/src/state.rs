//! What handlers are given.

use crate::live::Streams;
use office::Office;

/// What handlers are given. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub office: Office,
    /// Answers that stay open.
    pub(crate) streams: Streams,
}
