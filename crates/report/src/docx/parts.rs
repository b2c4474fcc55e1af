//! The parts that are the same in every document, and its properties.

use super::xml::escape;
use crate::Paper;

pub(super) const TYPES: &str = include_str!("../../static/docx/content-types.xml");
pub(super) const RELATIONS: &str = include_str!("../../static/docx/rels.xml");
pub(super) const DOCUMENT_RELATIONS: &str = include_str!("../../static/docx/document-rels.xml");
pub(super) const STYLES: &str = include_str!("../../static/docx/styles.xml");
pub(super) const FOOTER: &str = include_str!("../../static/docx/footer.xml");

/// `docProps/core.xml`: title and issuing body, for people who look for a file.
pub(super) fn properties(paper: &Paper) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
        xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        .to_owned();
    escape(&paper.title, &mut xml);
    xml.push_str("</dc:title><dc:creator>");
    escape(&paper.issuer, &mut xml);
    xml.push_str("</dc:creator></cp:coreProperties>");
    xml
}
