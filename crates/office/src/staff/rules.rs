//! What an installation asks of those who sign in, as its settings say.

use std::path::PathBuf;

/// What is asked. What the settings do not name is as here.
#[derive(Debug, Clone)]
pub struct SignInRules {
    /// A session that nobody uses is over after this time, in milliseconds.
    pub idle_ms: i64,
    /// In use it is over after this time.
    pub most_ms: i64,
    /// Roles whose holders must show a second factor.
    pub second_factor: Vec<String>,
    /// File of hashes of leaked passwords.
    pub leaked: Option<PathBuf>,
}

impl Default for SignInRules {
    fn default() -> Self {
        Self {
            idle_ms: 2 * 3_600_000,
            // a long shift
            most_ms: 12 * 3_600_000,
            second_factor: Vec::new(),
            leaked: None,
        }
    }
}
