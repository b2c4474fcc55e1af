//! Lists to take along: as CSV, and as the few parts of Office Open XML that a plain sheet needs, in one ZIP.
//!
//! No time of writing stands in it: the same list gives the same bytes.

use crate::DocxError;
use crate::docx::escaped;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Media type of a CSV.
pub const CSV: &str = "text/csv; charset=utf-8";
/// Media type of an XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text; nothing where it is empty.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.unwrap_or_default())
    }
}
impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// A list: one line of names, and the rows under it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// As CSV after RFC 4180, in UTF-8 with a byte order mark, because the usual spreadsheet programs guess wrong without.
    /// A text that such a program would take for a formula gets an apostrophe before it.
    pub fn csv(&self) -> Vec<u8> {
        let mut out = String::from('\u{feff}');
        let head = self.head.iter().cloned().map(Cell::Text).collect();
        for row in std::iter::once(&head).chain(&self.rows) {
            let fields: Vec<String> = row.iter().map(csv_field).collect();
            out += &fields.join(",");
            out += "\r\n";
        }
        out.into_bytes()
    }

    /// As XLSX; `name` is that of its one sheet.
    ///
    /// # Errors
    /// [`DocxError`] where it would be larger than a ZIP can be.
    pub fn xlsx(&self, name: &str) -> Result<Vec<u8>, DocxError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // 1980-01-01, the first moment that a ZIP knows.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        let workbook = WORKBOOK.replace("{name}", &escaped(&sheet_name(name)));
        let sheet = self.body();
        for (part, content) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
            ("xl/styles.xml", STYLES),
            ("xl/worksheets/sheet1.xml", &sheet),
        ] {
            zip.start_file(part, options)?;
            zip.write_all(content.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn body(&self) -> String {
        let mut out = format!(
            "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
             <pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row>"
        );
        for name in &self.head {
            out += &format!(
                "<c t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(name)
            );
        }
        out += "</row>";
        for row in &self.rows {
            out += "<row>";
            for cell in row {
                match cell {
                    Cell::Number(number) => out += &format!("<c><v>{number}</v></c>"),
                    Cell::Text(text) if text.is_empty() => out += "<c/>",
                    Cell::Text(text) => {
                        let text = escaped(text);
                        out +=
                            &format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>");
                    }
                }
            }
            out += "</row>";
        }
        out + "</sheetData></worksheet>"
    }
}

/// At most 31 characters, without those that a sheet's name may not hold.
fn sheet_name(name: &str) -> String {
    let plain = name
        .chars()
        .filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control());
    let short: String = plain.take(31).collect();
    if short.is_empty() { "1".to_owned() } else { short }
}

/// What spreadsheet programs take for the beginning of a formula; Chinese ones the wide signs too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn csv_field(cell: &Cell) -> String {
    let text = match cell {
        Cell::Number(number) => return number.to_string(),
        Cell::Text(text) => text,
    };
    let formula = text.starts_with(FORMULA);
    let guarded = if formula { format!("'{text}") } else { text.clone() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/xl/workbook.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>",
    "<Override PartName=\"/xl/styles.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>",
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>",
    "</Types>"
);

const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" ",
    "Target=\"xl/workbook.xml\"/></Relationships>"
);

const WORKBOOK: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">",
    "<sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
);

const WORKBOOK_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" ",
    "Target=\"worksheets/sheet1.xml\"/>",
    "<Relationship Id=\"rId2\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" ",
    "Target=\"styles.xml\"/></Relationships>"
);

/// Two styles: plain, and bold for the names of the columns.
const STYLES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>",
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>",
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>",
    "<cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs>",
    "</styleSheet>"
);

#[cfg(test)]
mod tests {
    use super::{Cell, Sheet};

    fn sheet(text: &str) -> Sheet {
        Sheet {
            head: vec!["编号".to_owned(), "件数".to_owned()],
            rows: vec![vec![text.into(), Cell::Number(-3)]],
        }
    }

    #[test]
    fn a_csv_says_that_it_is_utf_8_and_quotes_what_it_must() {
        let csv = String::from_utf8(sheet("说\"好\", 再见").csv()).unwrap();
        assert_eq!(csv, "\u{feff}编号,件数\r\n\"说\"\"好\"\", 再见\",-3\r\n");
    }

    #[test]
    fn a_text_is_never_a_formula() {
        let csv = String::from_utf8(sheet("=HYPERLINK(1)").csv()).unwrap();
        assert!(csv.contains("\r\n'=HYPERLINK(1),-3\r\n"));
        for text in [
            "=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A1",
        ] {
            let csv = String::from_utf8(sheet(text).csv()).unwrap();
            let field = csv
                .trim_start_matches("\u{feff}编号,件数\r\n")
                .trim_start_matches('"');
            assert!(field.starts_with(&format!("'{text}")), "{csv:?}");
        }
    }

    #[test]
    fn the_same_list_gives_the_same_bytes() {
        let list = sheet("一 < 二 & 三\u{1}");
        assert_eq!(list.xlsx("台账").unwrap(), list.xlsx("台账").unwrap());
        assert!(list.xlsx("").unwrap().starts_with(b"PK"));
    }
}
