//! A document as DOCX: the few parts of Office Open XML that a plain document needs, in one ZIP.
//!
//! No time of writing stands in it: the same paper gives the same bytes.

mod body;
mod parts;
mod xml;

use crate::Paper;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Media type of a DOCX.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Why a DOCX could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The ZIP could not be written.
    #[error("the DOCX could not be put together: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A part could not be written.
    #[error("the DOCX could not be put together: {0}")]
    Part(#[from] std::io::Error),
}

/// A text as it stands in XML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    xml::escape(text, &mut out);
    out
}

impl Paper {
    /// The document as DOCX.
    ///
    /// # Errors
    /// [`DocxError`] where it would be larger than a ZIP can be.
    pub fn docx(&self) -> Result<Vec<u8>, DocxError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // 1980-01-01, the first moment that a ZIP knows.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        let document = body::document(self);
        let properties = parts::properties(self);
        for (name, content) in [
            ("[Content_Types].xml", parts::TYPES),
            ("_rels/.rels", parts::RELATIONS),
            ("docProps/core.xml", &properties),
            ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS),
            ("word/document.xml", &document),
            ("word/styles.xml", parts::STYLES),
            ("word/footer1.xml", parts::FOOTER),
        ] {
            zip.start_file(name, options)?;
            zip.write_all(content.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}
