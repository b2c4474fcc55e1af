//! Further pages of a list: only onward from where one is, and back to the beginning.

use super::piece;
use crate::shell::T;
use askama::Template;

/// Links below a list.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    /// The catalogue.
    pub t: T,
    /// Address of the beginning, unless one is there.
    pub first: Option<String>,
    /// Address of the next page, where there is more.
    pub next: Option<String>,
}
piece!(Pager);
