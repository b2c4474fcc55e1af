//! A document as HTML: one `<article class="paper">`, to stand in a page that links [`crate::STYLE`].

use crate::{Block, Paper};
use askama::Template;

#[derive(Template)]
#[template(path = "paper.html")]
struct Sheet<'a> {
    paper: &'a Paper,
}

impl Paper {
    /// The document as an HTML fragment. Everything that people wrote is escaped.
    ///
    /// # Errors
    /// The template engine's; with this template there is none.
    pub fn html(&self) -> Result<String, askama::Error> {
        Sheet { paper: self }.render()
    }
}
