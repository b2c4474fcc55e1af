//! A document on a page that prints on A4.

use crate::parts::piece;
use crate::shell::{Frame, paper_style};
use askama::Template;
use report::Paper;

/// A document, with the way back and the download.
#[derive(Template)]
#[template(path = "desk/paper.html")]
pub struct PaperPage {
    frame: Frame,
    style: String,
    /// Where it belongs: address and name.
    back: (String, String),
    docx: String,
    /// The document, escaped by its own template.
    sheet: Sheet,
}

impl PaperPage {
    /// Of a document. `docx` is the address of the download.
    ///
    /// # Errors
    /// The template engine's.
    pub fn of(
        frame: Frame,
        paper: &Paper,
        back: (String, String),
        docx: String,
    ) -> Result<Self, askama::Error> {
        Ok(Self {
            style: paper_style(),
            sheet: Sheet(paper.html()?),
            frame,
            back,
            docx,
        })
    }
}

/// A document as HTML, in which the templates of the crate `report` have escaped every text.
struct Sheet(String);
piece!(Sheet);

impl std::fmt::Display for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
