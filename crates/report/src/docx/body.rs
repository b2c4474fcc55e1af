//! `word/document.xml`: the document itself.

use super::xml::escape;
use crate::paper::lines;
use crate::{Block, Paper, Table, day};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
    xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>";

/// A4 with the margins of GB/T 9704: 37 mm above, 35 below, 28 left, 26 right (in twentieths of a point), and the
/// page's number at the foot.
const END: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer1\"/>\
    <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"1134\" w:gutter=\"0\"/>\
    </w:sectPr></w:body></w:document>";

/// Width of the text, in twentieths of a point: 156 mm.
const WIDTH: usize = 8845;

/// The part as a whole.
pub(super) fn document(paper: &Paper) -> String {
    let mut xml = HEAD.to_owned();
    paragraph(&mut xml, "Issuer", &paper.issuer);
    paragraph(&mut xml, "Title", &paper.title);
    if let Some(number) = &paper.number {
        paragraph(&mut xml, "Number", &number.to_string());
    }
    paragraph(&mut xml, "Rule", "");
    if let Some(to) = paper.addressees() {
        paragraph(&mut xml, "Addressees", &to);
    }
    for block in &paper.blocks {
        self::block(&mut xml, block);
    }
    if let Some(signed) = &paper.signed {
        paragraph(&mut xml, "Signature", "");
        paragraph(&mut xml, "Signature", &signed.by);
        paragraph(&mut xml, "Signature", &day(signed.on, paper.lang));
    }
    if let Some(contact) = paper.contact() {
        paragraph(&mut xml, "Normal", &contact);
    }
    if !paper.notes.is_empty() {
        paragraph(&mut xml, "Rule", "");
    }
    for note in &paper.notes {
        paragraph(&mut xml, "Note", note);
    }
    xml + END
}

fn block(xml: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => paragraph(xml, "Heading1", text),
        Block::Subheading(text) => paragraph(xml, "Heading2", text),
        Block::Text(text) => lines(text).for_each(|line| paragraph(xml, "Normal", line)),
        Block::Boxes(boxes) => {
            let one = |(name, ticked): &(String, bool)| format!("{} {name}", if *ticked { '☑' } else { '☐' });
            let all: Vec<String> = boxes.iter().map(one).collect();
            paragraph(xml, "Normal", &all.join("\u{3000}"));
        }
        Block::Pairs(pairs) => {
            let rows = pairs
                .iter()
                .map(|(name, value)| vec![name.clone(), value.clone()]);
            let table = Table {
                head: Vec::new(),
                rows: rows.collect(),
            };
            self::table(xml, &table, &[WIDTH / 4, WIDTH - WIDTH / 4]);
        }
        Block::Table(table) => {
            let columns = table.head.len().max(1);
            self::table(xml, table, &vec![WIDTH / columns; columns]);
        }
        Block::NewSheet => xml.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
    }
}

fn paragraph(xml: &mut String, style: &str, text: &str) {
    xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"");
    xml.push_str(style);
    xml.push_str("\"/></w:pPr>");
    if !text.is_empty() {
        xml.push_str("<w:r><w:t xml:space=\"preserve\">");
        escape(text, xml);
        xml.push_str("</w:t></w:r>");
    }
    xml.push_str("</w:p>");
}

fn table(xml: &mut String, table: &Table, widths: &[usize]) {
    xml.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>");
    for width in widths {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    if !table.head.is_empty() {
        row(xml, &table.head, widths, true);
    }
    for cells in &table.rows {
        row(xml, cells, widths, false);
    }
    xml.push_str("</w:tbl>");
    // Two tables without a paragraph between them would become one.
    paragraph(xml, "Gap", "");
}

fn row(xml: &mut String, cells: &[String], widths: &[usize], head: bool) {
    // The head stands again on each sheet; no row is torn apart between two.
    let again = if head { "<w:tblHeader/>" } else { "" };
    xml.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>"));
    let style = if head { "CellHead" } else { "Cell" };
    for (cell, width) in cells.iter().zip(widths) {
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        ));
        let before = xml.len();
        lines(cell).for_each(|line| paragraph(xml, style, line));
        // A cell must hold a paragraph.
        if xml.len() == before {
            paragraph(xml, style, "");
        }
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}
