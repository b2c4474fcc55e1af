//! Tables that people bring: CSV in any encoding, workbooks.

use calendar::{Calendar, SHIPPED};
use encoding_rs::GB18030;
use ledger::{Mapping, read, times};
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_toml(SHIPPED).unwrap());
const HEADER: &str = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n";

/// A CSV. The first byte says what stands before the rest: nothing, a header in UTF-8, or one in GB18030, with the rest
/// written in GB18030 too.
pub(crate) fn tables(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    match kind % 4 {
        0 => rows(rest),
        1 => rows(&[HEADER.as_bytes(), rest].concat()),
        2 => rows(&[&GB18030.encode(HEADER).0, rest].concat()),
        _ => {
            let text = String::from_utf8_lossy(rest);
            rows(&GB18030.encode(&[HEADER, &text].concat()).0);
        }
    }
    if let Ok(text) = std::str::from_utf8(rest) {
        let _ = Mapping::from_toml(text);
    }
}

/// A workbook: whole, or the text of its one sheet.
pub(crate) fn workbook(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    match kind % 3 {
        0 => rows(rest),
        1 => rows(&around(rest, b"<sst><si><t>x</t></si></sst>")),
        _ => rows(&around(SHEET.as_bytes(), rest)),
    }
}

const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
    </sheetData></worksheet>";

/// A workbook with one sheet and its shared texts.
fn around(sheet: &[u8], texts: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let rels = |kind: &str, target: &str, id: u8| {
        format!(
            "<Relationship Id=\"rId{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let of_book = format!(
        "<Relationships>{}{}</Relationships>",
        rels("worksheet", "worksheets/sheet1.xml", 1),
        rels("sharedStrings", "sharedStrings.xml", 2)
    );
    let book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
        <sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    for (name, content) in [
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("xl/_rels/workbook.xml.rels", of_book.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads all there is; a table has no more rows than bytes, and every fault has its words.
fn rows(bytes: &[u8]) {
    let mapping = Mapping::default();
    match read(Cursor::new(bytes), &mapping, &CALENDAR) {
        Ok(rows) => {
            let mut count = 0;
            for row in rows {
                count += 1;
                assert!(count <= bytes.len(), "more rows than bytes");
                if let Err(fault) = row {
                    assert!(fault.code().starts_with("ledger-") && fault.line > 0);
                    let _ = fault.args();
                }
            }
        }
        Err(error) => {
            assert!(error.code().starts_with("ledger-"), "{}", error.code());
            let _ = error.args();
        }
    }
    if let Ok(all) = times(Cursor::new(bytes), &mapping, &CALENDAR) {
        all.take(10_000).for_each(drop);
    }
}
