//! Tables and mapping files that cannot be used: what is wrong is named, with what to do.

use crate::common::{HEADER, try_rows};
use ledger::{Field, LedgerError, Mapping};

/// The message in English; the catalogue must have it in both languages, with no argument left open.
fn told(code: &str, args: &[(&'static str, String)]) -> String {
    let catalogue = [
        include_str!("../../../words/locales/zh.ftl"),
        include_str!("../../../words/locales/en.ftl"),
    ];
    let [_, english] = catalogue.map(|catalogue| {
        let found = catalogue
            .lines()
            .find_map(|line| line.strip_prefix(code)?.strip_prefix(" = "));
        let mut text = found
            .unwrap_or_else(|| panic!("{code} is not in the catalogue"))
            .to_owned();
        for (name, value) in args {
            text = text.replace(&format!("{{ ${name} }}"), value);
        }
        assert!(!text.contains("{ $"), "{text}");
        text
    });
    english
}

fn fault(bytes: impl AsRef<[u8]>, mapping: &str) -> (&'static str, String) {
    let error = match Mapping::from_toml(mapping) {
        Ok(mapping) => try_rows(bytes, &mapping).unwrap_err(),
        Err(error) => error,
    };
    (error.code(), told(error.code(), &error.args()))
}

#[test]
fn tables_that_are_none() {
    assert_eq!(fault("", "").0, "ledger-empty");
    assert_eq!(fault("\n , \n\n", "").0, "ledger-empty");
    assert_eq!(fault(b"\x7fELF\0\0\0\0", "").0, "ledger-not-a-table");
    assert_eq!(
        fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "").0,
        "ledger-old-workbook"
    );
    assert_eq!(fault(b"PK\x03\x04 and nothing more", "").0, "ledger-workbook");
    assert!(
        LedgerError::from(std::io::Error::other("gone"))
            .to_string()
            .contains("gone")
    );
}

#[test]
fn a_column_that_is_required_is_asked_for_by_name() {
    let (code, text) = fault("编号,标题,时间\n1,灯,2019/4/25\n", "");
    assert_eq!(code, "ledger-columns");
    assert!(
        text.contains("(text)") && text.contains("编号, 标题, 时间") && text.contains("留言详情"),
        "{text}"
    );
    let (_, text) = fault("编号,内容\n1,灯\n", "");
    assert!(
        text.contains("received = \"留言时间\"") && !text.contains("text ="),
        "{text}"
    );
    let (_, text) = fault("some words\nand more\n", "");
    assert!(
        text.contains("(text, received)") && text.contains("some words"),
        "{text}"
    );
}

#[test]
fn a_mapping_names_columns_that_are_not_known() {
    let mapping = Mapping::from_toml("text = \"说了什么\"\nreceived = '几时'\nname=\"谁\"").unwrap();
    let table = "谁,几时,说了什么,内容,姓名\n王五,2019/4/25,甲,乙,丙\n";
    let row = try_rows(table, &mapping).unwrap().remove(0).unwrap();
    assert_eq!((row.name.as_deref(), row.text.as_str()), (Some("王五"), "甲"));
    assert_eq!(row.extra.len(), 2, "columns that were not chosen are kept");
}

#[test]
fn a_mapping_that_cannot_be_is_refused_with_what_could_be() {
    let (code, text) = fault(HEADER, "phone = \"手提电话\"");
    assert_eq!(code, "ledger-mapping-column");
    assert!(
        text.contains("phone") && text.contains("手提电话") && text.contains("留言编号, 留言用户"),
        "{text}"
    );
    let (code, text) = fault(HEADER, "fone = \"电话\"");
    assert_eq!(code, "ledger-mapping-field");
    assert!(text.contains("fone") && text.contains("id_number"), "{text}");
    assert_eq!(fault(HEADER, "phone = 7").0, "ledger-mapping-value");
    assert_eq!(fault(HEADER, "phone = 'a'\nname = 'a'").0, "ledger-mapping-twice");
    let (code, text) = fault(HEADER, "phone = '电话'\nname = '留言\n");
    assert_eq!(code, "ledger-mapping-syntax");
    assert!(text.contains("Line 2"), "{text}");
}

#[test]
fn every_fault_of_a_row_is_told_whole() {
    let table = format!(
        "{HEADER}1,,,,甲,,\n2,,,x,乙,,\n3,,,2019/4/25,丙,,,多\n4,,,1999/4/25,丁,,\n5E+17,,,2019/4/25,戊,,\n6,�,,2019/4/25,己,,\n"
    );
    let rows = try_rows(table, &Mapping::default()).unwrap();
    assert_eq!(rows.len(), 6);
    for row in rows {
        let error = row.unwrap_err();
        let text = told(error.code(), &error.args());
        assert!(text.starts_with(&format!("Line {}", error.line)), "{text}");
    }
}

#[test]
fn every_header_belongs_to_one_field() {
    for field in Field::ALL {
        let table = format!("{}\n", [field.name(), "内容", "时间"].join(","));
        assert!(try_rows(table, &Mapping::default()).is_ok(), "{}", field.name());
    }
}
