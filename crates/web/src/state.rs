//! What handlers are given.

use office::Office;

/// What handlers are given. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The use cases.
    pub office: Office,
}
