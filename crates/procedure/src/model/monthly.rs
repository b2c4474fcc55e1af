//! `[[monthly]]`: the list of a month's cases that people of the office file.

use super::{ClauseId, House, Words, basis::ruled};
use serde::Deserialize;

/// `[[monthly]]`: a numbered list of a month's cases with handling and reply, filed once the month is over.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Monthly {
    /// Id used by forms and events.
    pub id: String,
    /// Name on screens.
    pub name: Words,
    /// Title on the list; `{month}` is filled in.
    pub title: Words,
    /// The word in its number.
    pub series: String,
    /// Roles that file it.
    pub by: Vec<String>,
    /// The clause that asks for it.
    #[serde(default)]
    pub clause: Option<ClauseId>,
    /// Or the office's own basis.
    #[serde(default)]
    pub house: Option<House>,
}
ruled!(Monthly);
