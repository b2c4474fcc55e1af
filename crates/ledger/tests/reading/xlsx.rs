//! Workbooks as people keep them: a title above the header, dates as numbers, sheets that are hidden.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use crate::common::{rows_of, shown, try_rows};
use ledger::Mapping;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Made once: writing it takes much longer than reading it.
static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(workbook);

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let time = Format::new().set_num_format("yyyy/m/d h:mm:ss");
    let hidden = book.add_worksheet();
    hidden.set_name("旧").unwrap().set_hidden(true);
    hidden.write_row(0, 0, ["内容", "时间"]).unwrap();
    book.add_worksheet().write(0, 0, "填表说明").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_active(true);
    sheet.write(0, 0, "2026年10月台账").unwrap();
    sheet
        .write_row(
            2,
            0,
            [
                "工单号",
                "姓名",
                "电话",
                "身份证号",
                "来电时间",
                "诉求内容",
                "办结时间",
            ],
        )
        .unwrap();
    let received = ExcelDateTime::parse_from_str("2019-04-25 09:32:09").unwrap();
    for (row, id) in [(3, "11010519491231002X"), (5, ""), (6, "")] {
        sheet.write(row, 0, 2549 + row).unwrap();
        sheet.write(row, 1, "𠮷野").unwrap();
        sheet.write(row, 2, 13_812_345_678_f64).unwrap();
        sheet.write(row, 3, id).unwrap();
        sheet.write_with_format(row, 4, &received, &time).unwrap();
        sheet.write(row, 5, "\n 路灯\n不亮 ").unwrap();
    }
    sheet.write(3, 6, 43580.5).unwrap();
    sheet.write(5, 3, 110_105_194_912_310_020_f64).unwrap();
    sheet.write(6, 4, "2019年4月25日 9时32分").unwrap();
    sheet.write(1_000_000, 300, " ").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_is_read_as_a_person_sees_it() {
    let rows = rows_of(&*WORKBOOK);
    assert_eq!(rows.len(), 3);
    let first = rows[0].clone().unwrap();
    assert_eq!((first.line, first.number.as_deref()), (4, Some("2552")));
    assert_eq!(first.name.as_deref(), Some("𠮷野"));
    assert_eq!(first.phone.as_deref(), Some("13812345678"));
    assert_eq!(first.id_number.as_deref(), Some("11010519491231002X"));
    assert_eq!(first.text, "路灯\n不亮");
    assert_eq!(shown(first.received), "2019-04-25T09:32:09+08:00");
    assert_eq!(
        first.replied.map(shown).as_deref(),
        Some("2019-04-25T12:00:00+08:00")
    );
    let rounded = rows[1].as_ref().unwrap_err();
    assert_eq!((rounded.line, rounded.code()), (6, "ledger-row-rounded"));
    assert_eq!(
        shown(rows[2].as_ref().unwrap().received),
        "2019-04-25T09:32:00+08:00"
    );
}

#[test]
fn a_workbook_without_a_header_tells_what_it_found() {
    let mut book = Workbook::new();
    book.add_worksheet().write_row(0, 0, ["甲", "内容"]).unwrap();
    let error = try_rows(book.save_to_buffer().unwrap(), &Mapping::default()).unwrap_err();
    assert_eq!(error.code(), "ledger-columns");
    let mut empty = Workbook::new();
    empty.add_worksheet();
    let error = try_rows(empty.save_to_buffer().unwrap(), &Mapping::default()).unwrap_err();
    assert_eq!(error.code(), "ledger-empty");
}

/// The same workbook with one of its parts changed.
fn altered(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(&*WORKBOOK)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..from.len() {
        let mut file = from.by_index(i).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        to.start_file(
            &name,
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored),
        )
        .unwrap();
        let text = if name == part { change(text) } else { text };
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_counts_from_1904_is_four_years_later() {
    let rows = rows_of(altered("xl/workbook.xml", |xml| {
        xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    }));
    assert_eq!(
        shown(rows[0].as_ref().unwrap().received),
        "2023-04-26T09:32:09+08:00"
    );
}

#[test]
fn a_cell_beyond_all_sheets_breaks_nothing() {
    let _ = try_rows(
        altered("xl/worksheets/sheet3.xml", |xml| {
            xml.replacen("r=\"A", "r=\"A99999999999", 1)
        }),
        &Mapping::default(),
    );
}

proptest! {
    #[test]
    fn no_damage_breaks_it(at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
        let mut bytes = WORKBOOK.clone();
        let size = bytes.len();
        bytes[at.index(size)] = byte;
        let _ = try_rows(&bytes, &Mapping::default());
        let _ = try_rows(&bytes[..cut.index(size)], &Mapping::default());
    }

    #[test]
    fn no_sheet_breaks_it(at: prop::sample::Index, with in "[<>/\"=0-9a-zA-Z]{0,6}") {
        let _ = try_rows(
            altered("xl/worksheets/sheet3.xml", |mut xml| {
                let at = at.index(xml.len());
                if xml.is_char_boundary(at) && xml.is_char_boundary((at + 3).min(xml.len())) {
                    xml.replace_range(at..(at + 3).min(xml.len()), &with);
                }
                xml
            }),
            &Mapping::default(),
        );
    }
}
