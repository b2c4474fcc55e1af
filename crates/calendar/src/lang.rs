//! The two languages of every text a person sees.

use serde::{Deserialize, Serialize};

/// A language of the catalogue.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Chinese, the language of the regulations.
    #[default]
    Zh,
    /// English.
    En,
}
