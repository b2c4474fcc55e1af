//! CSV as people's programs write it: encodings, separators, quotes, line numbers.

use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

use crate::common::{CALENDAR, HEADER, rows_of, shown};
use encoding_rs::GB18030;
use ledger::{Fault, Mapping, read};
use proptest::prelude::*;

/// Rare characters: 㐂 and 𠮷 take four bytes in GB18030, ① and € two.
const TABLE: &str = "留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n\
    2549,𠮷野㐂,路灯,2019/4/25 9:32:09,\"\n\t\t路灯①不亮,\n\t夜里\"\"很\"\"黑 €5。\n\t\",\"\t已修复。\",2019/5/10 14:56:53\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(bytes)
        .collect()
}

fn encoded(text: &str) -> [(&'static str, Vec<u8>); 5] {
    [
        ("UTF-8", text.into()),
        ("UTF-8 with mark", ["\u{feff}", text].concat().into()),
        ("UTF-16, low byte first", utf16(text, u16::to_le_bytes)),
        ("UTF-16, high byte first", utf16(text, u16::to_be_bytes)),
        ("GB18030", GB18030.encode(text).0.into_owned()),
    ]
}

#[test]
fn every_encoding_and_separator_gives_the_same_row() {
    for separator in [",", ";", "\t"] {
        // the comma inside the text is a full-width one, so that it may stay
        let table = TABLE.replace("不亮,", "不亮，").replace(',', separator);
        for (encoding, bytes) in encoded(&table) {
            let rows = rows_of(bytes);
            assert_eq!(rows.len(), 1, "{encoding} {separator:?}");
            let row = rows[0].clone().unwrap();
            assert_eq!(row.number.as_deref(), Some("2549"));
            assert_eq!(row.name.as_deref(), Some("𠮷野㐂"), "{encoding} {separator:?}");
            assert_eq!(row.title.as_deref(), Some("路灯"));
            assert_eq!(row.text, "路灯①不亮，\n\t夜里\"很\"黑 €5。");
            assert_eq!(shown(row.received), "2019-04-25T09:32:09+08:00");
            assert_eq!(row.reply.as_deref(), Some("已修复。"));
            assert_eq!(
                row.replied.map(shown).as_deref(),
                Some("2019-05-10T14:56:53+08:00")
            );
            assert_eq!((row.line, row.phone, row.extra), (2, None, vec![]));
        }
    }
}

#[test]
fn the_encoding_is_found_however_late_the_first_chinese_character_comes() {
    let plain = "2549,someone,lamp,2019/4/25 9:32:09,lamp is out\n".repeat(3000);
    let table = format!("number,name,title,received,text\n{plain}2550,𠮷,路灯,2019/4/25 9:32:09,路灯不亮\n");
    for (encoding, bytes) in encoded(&table) {
        let rows = rows_of(bytes);
        assert_eq!(rows.len(), 3001);
        assert_eq!(rows[3000].as_ref().unwrap().text, "路灯不亮", "{encoding}");
    }
}

#[test]
fn a_damaged_byte_costs_one_row() {
    let mut bytes = format!(
        "{HEADER}{}",
        "1,王,灯,2019/4/25 9:32:09,路灯不亮，夜里很黑,,\n".repeat(20)
    )
    .into_bytes();
    let at = bytes.len() - 20;
    bytes[at] = 0xff;
    let rows = rows_of(bytes);
    assert_eq!(rows.iter().filter(|row| row.is_ok()).count(), 19);
    let error = rows[19].as_ref().unwrap_err();
    assert_eq!(
        (error.line, error.column.as_deref(), &error.fault),
        (21, Some("留言详情"), &Fault::Undecodable)
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let table = format!(
        "\n\n{HEADER}\n1,,,2019/4/25,甲,,\n\n\n2,,,2019/4/25,\"乙\n乙\n乙\",,\n,,,,,,\n3,,,wrong,丙,,\n4,,,2019/4/25,丁,,"
    );
    for table in [table.replace('\n', "\r\n"), table] {
        let rows = rows_of(table);
        let lines: Vec<u64> = rows
            .iter()
            .map(|row| row.as_ref().map_or_else(|error| error.line, |row| row.line))
            .collect();
        assert_eq!(lines, [5, 8, 12, 13]);
        assert!(rows[2].is_err() && rows[3].is_ok());
        assert_eq!(rows[1].as_ref().unwrap().text, "乙\n乙\n乙");
    }
}

#[test]
fn bad_rows_are_named_and_the_good_ones_come() {
    let table = format!(
        "{HEADER}1,,,2019/4/25 9:32,甲,,\n2,,,,乙,,\n3,,,25/4/2019,丙,,\n4,,,2019/4/25,\"  \n\",,\n\
         5,,,2019/4/25,戊,,,多\n6,,,1999/4/25,己,,\n2.0190425E+15,,,2019/4/25,庚,,\n8,,,2019/4/25,辛,答,昨天\n9,,,2019/4/25,壬\n"
    );
    let rows = rows_of(table);
    let found: Vec<(u64, &str, Option<&str>)> = rows
        .iter()
        .filter_map(|row| row.as_ref().err())
        .map(|error| (error.line, error.code(), error.column.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            (3, "ledger-row-missing", Some("留言时间")),
            (4, "ledger-row-time", Some("留言时间")),
            (5, "ledger-row-missing", Some("留言详情")),
            (7, "ledger-row-surplus", None),
            (8, "ledger-row-out-of-range", Some("留言时间")),
            (9, "ledger-row-rounded", Some("留言编号")),
            (10, "ledger-row-time", Some("答复时间")),
        ]
    );
    let good: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.as_ref().ok())
        .map(|row| &*row.text)
        .collect();
    assert_eq!(good, ["甲", "壬"]);
}

#[test]
fn columns_are_known_by_many_names_and_the_rest_is_kept() {
    let table = "宿迁市12345热线台账,,,,,,,,,,,\n\
        序号,工单号,来电人,联系电话（必填）,身份证号码,诉求内容,来电时间,受理时间,承办单位,诉求来源,诉求类别,满意度\n\
        1,A-7,王五,０１３８ 1234 5678,11010519491231002X,路灯不亮,2026/1/2 8:00,2026/1/2 9:00,城管局,12345,市政,\n";
    let row = rows_of(table).remove(0).unwrap();
    assert_eq!(row.line, 3);
    let texts = [
        row.number,
        row.name,
        row.phone,
        row.id_number,
        row.unit,
        row.channel,
        row.kind,
    ];
    let texts: Vec<String> = texts.into_iter().flatten().collect();
    assert_eq!(
        texts,
        [
            "A-7",
            "王五",
            "０１３８ 1234 5678",
            "11010519491231002X",
            "城管局",
            "12345",
            "市政"
        ]
    );
    assert_eq!(shown(row.received), "2026-01-02T08:00:00+08:00");
    let kept = [("序号", "1"), ("受理时间", "2026/1/2 9:00")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(row.extra, kept);
}

#[test]
fn long_texts_and_many_columns_come_whole() {
    let (text, headers) = (
        "路灯\n不亮，".repeat(5000),
        (0..300).map(|n| format!("列{n}")).collect::<Vec<_>>(),
    );
    let table = format!(
        "时间,内容,{}\n2019/4/25,\"{text}\",{}\n",
        headers.join(","),
        headers.join(",")
    );
    let row = rows_of(table).remove(0).unwrap();
    assert_eq!(row.text, text);
    assert_eq!(row.extra.len(), 300);
    assert!(row.extra.iter().all(|(header, text)| header == text));
}

/// Given a quote that nobody closed, when the rest of the file is larger than any row, then the row is
/// reported and not held in memory.
#[test]
fn an_open_quote_is_reported_where_it_stands() {
    let rest = "2,,,2019/4/25,乙,,\n".repeat(300_000);
    let rows = rows_of(format!(
        "{HEADER}1,,,2019/4/25,甲,,\n2,,,2019/4/25,\"乙,,\n{rest}"
    ));
    assert_eq!(rows.len(), 2);
    let error = rows[1].as_ref().unwrap_err();
    assert_eq!((error.line, error.code()), (3, "ledger-row-too-long"));
}

/// Counts what is read, and fails where it is told to.
struct Counted {
    table: Cursor<Vec<u8>>,
    read: Rc<Cell<usize>>,
    fails_at: usize,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.read.get() >= self.fails_at {
            return Err(io::Error::other("the cable was pulled"));
        }
        let count = self.table.read(to)?;
        self.read.set(self.read.get() + count);
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.table.seek(to)
    }
}

fn counted(fails_at: usize) -> (Rc<Cell<usize>>, usize, Counted) {
    let table = format!(
        "{HEADER}{}",
        "1,王,灯,2019/4/25 9:32:09,路灯不亮，夜里很黑,,\n".repeat(50_000)
    )
    .into_bytes();
    let (read, size) = (Rc::new(Cell::new(0)), table.len());
    (
        read.clone(),
        size,
        Counted {
            table: Cursor::new(table),
            read,
            fails_at,
        },
    )
}

#[test]
fn a_file_is_read_once_and_only_as_far_as_rows_are_asked_for() {
    let (seen, size, source) = counted(usize::MAX);
    assert!(size > 2_000_000);
    let mut ledger = read(source, &Mapping::default(), &CALENDAR).unwrap();
    ledger.next().unwrap().unwrap();
    assert!(seen.get() < 300_000, "{} bytes for the first row", seen.get());
    assert_eq!(ledger.count(), 49_999);
    assert!(seen.get() <= size + 4096, "{} bytes of {size}", seen.get());
}

#[test]
fn a_source_that_fails_ends_the_rows_with_an_error() {
    let (_, _, source) = counted(1_000_000);
    let rows: Vec<_> = read(source, &Mapping::default(), &CALENDAR).unwrap().collect();
    let (last, good) = rows.split_last().unwrap();
    assert!(good.len() > 10_000 && good.iter().all(Result::is_ok));
    let error = last.as_ref().unwrap_err();
    assert_eq!(error.code(), "ledger-row-source");
    assert_eq!(error.line, good.len() as u64 + 2);
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        cells in prop::collection::vec("[\\PC\n\t&&[^\u{fffd}]]{0,20}", 1..8), separator in ";|,|\t",
    ) {
        let mut table = HEADER.replace(',', &separator);
        for cell in &cells {
            let quoted = format!("\"问{}完\"", cell.replace('"', "\"\""));
            let row = ["1", "", "", "2019/4/25", &quoted, "", ""].join(&separator);
            table.push_str(&row);
            table.push('\n');
        }
        for (encoding, bytes) in encoded(&table) {
            let read: Vec<String> = rows_of(bytes).into_iter().map(|row| row.unwrap().text).collect();
            let written: Vec<String> = cells.iter().map(|cell| format!("问{cell}完")).collect();
            prop_assert_eq!(read, written, "{}", encoding);
        }
    }

    #[test]
    fn no_bytes_break_it(bytes: Vec<u8>, headed: bool, encoding in 0usize..5) {
        let head = if headed { encoded(HEADER)[encoding].1.clone() } else { Vec::new() };
        let _ = crate::common::try_rows([head, bytes].concat(), &Mapping::default());
    }

    #[test]
    fn no_text_breaks_it(text in "[,;\"\r\n\t0-9/: 年月日时分时间内容留言E+.-]{0,200}") {
        if let Ok(rows) = crate::common::try_rows(format!("{HEADER}{text}"), &Mapping::default()) {
            let lines = HEADER.len() + text.len();
            prop_assert!(rows.iter().flatten().all(|row| row.line > 1 && row.line <= lines as u64));
        }
    }
}

/// GB 18030-2022 gave eighteen characters their place among the others; until then they stood in the private area.
#[test]
fn what_the_standard_of_2022_moved_is_read_where_it_stands_now() {
    let moved = [
        ([0xfe, 0x59], '\u{9fb4}'),
        ([0xfe, 0x61], '\u{9fb5}'),
        ([0xfe, 0x66], '\u{9fb6}'),
        ([0xfe, 0x67], '\u{9fb7}'),
        ([0xfe, 0x6d], '\u{9fb8}'),
        ([0xfe, 0x7e], '\u{9fb9}'),
        ([0xfe, 0x90], '\u{9fba}'),
        ([0xfe, 0xa0], '\u{9fbb}'),
        ([0xa6, 0xd9], '\u{fe10}'),
        ([0xa6, 0xf3], '\u{fe19}'),
    ];
    for (bytes, c) in moved {
        let mut table = GB18030
            .encode("留言编号,留言主题,留言时间,留言详情\n1,路灯,2019/4/25 9:32:09,路灯")
            .0
            .into_owned();
        table.extend(bytes);
        table.extend(GB18030.encode("不亮\n").0.iter());
        let rows = rows_of(table);
        assert_eq!(
            rows[0].clone().unwrap().text,
            format!("路灯{c}不亮"),
            "{bytes:x?}"
        );
    }
}

/// The program's own export says both when a case came and when it was accepted.
#[test]
fn the_time_of_acceptance_is_not_when_it_came() {
    let row = rows_of("工单编号,收到时间,受理时间,内容\n7,2026/1/2 8:00,2026/1/5 9:00,路灯不亮\n")
        .remove(0)
        .unwrap();
    assert_eq!(shown(row.received), "2026-01-02T08:00:00+08:00");
    let alone = "编号,受理时间,内容\n7,2026/1/5 9:00,灯\n";
    let fault = read(Cursor::new(alone), &Mapping::default(), &CALENDAR).err();
    assert_eq!(fault.map(|fault| fault.code()), Some("ledger-columns"));
}
