//! The real tables that the import is for. Only counts are looked at; no text of them stands here.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::common::{CALENDAR, shown};
use ledger::{Mapping, Row, RowError, read};

/// The rows of a file of `$WENZHENG_TEST_DATA`, else of `../shared/data` beside the repository.
fn real(name: &str) -> Option<(Vec<Row>, Vec<RowError>)> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("WENZHENG_TEST_DATA").map_or(beside, PathBuf::from);
    let Ok(file) = File::open(folder.join(name)) else {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!ci, "{name} is not there, and on a build server it must be");
        // in one piece and straight to the terminal: what a passing test prints is not shown
        let line = format!("\nskipped: no {name} in $WENZHENG_TEST_DATA or ../shared/data\n");
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return None;
    };
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for row in read(file, &Mapping::default(), &CALENDAR).unwrap() {
        match row {
            Ok(row) => good.push(row),
            Err(error) => bad.push(error),
        }
    }
    Some((good, bad))
}

#[test]
fn the_ledger_has_2816_answered_messages() {
    let Some((good, bad)) = real("ledger.csv") else {
        return;
    };
    assert_eq!(bad, []);
    assert_eq!(good.len(), 2816);
    assert!(
        good.iter()
            .all(|row| row.reply.is_some() && row.name.is_some() && row.title.is_some())
    );
    assert!(
        good.iter()
            .all(|row| row.replied.is_some_and(|replied| replied >= row.received))
    );
    assert!(
        good.iter()
            .all(|row| row.extra.is_empty() && row.text.trim() == row.text)
    );
    let numbers: BTreeSet<_> = good.iter().map(|row| &row.number).collect();
    assert_eq!(numbers.len(), 2816);
    let first = good.iter().map(|row| row.received).min().unwrap();
    assert_eq!(shown(first), "2011-04-02T18:00:54+08:00");
}

#[test]
fn the_complaints_are_4326_without_replies() {
    let Some((good, bad)) = real("complaints.csv") else {
        return;
    };
    assert_eq!(bad, []);
    assert_eq!(good.len(), 4326);
    assert!(good.iter().all(|row| row.reply.is_none() && row.extra.len() == 2));
}

#[test]
fn where_a_table_lacks_number_and_time_its_rows_are_listed() {
    let Some((good, bad)) = real("labelled.csv") else {
        return;
    };
    assert_eq!((good.len(), bad.len()), (1095, 1877));
    assert!(bad.iter().all(|error| error.code() == "ledger-row-missing"));
    assert!(bad.is_sorted_by_key(|error| error.line));
}
