//! Every day from 2010 to 2026, one by one.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use calendar::{Calendar, Counting, DayKind, Limit, SHIPPED, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    years: BTreeMap<String, BTreeMap<Date, Listed>>,
}

#[derive(Deserialize)]
struct Listed {
    kind: String,
    name_zh: String,
}

/// The table of special days, if it is at hand; in CI it must be.
fn table() -> Option<Table> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder =
        std::env::var_os("WENZHENG_TEST_DATA").map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let path = folder.join("cn_special_days_2010_2026.json");
    if !path.exists() {
        assert_ne!(
            std::env::var("CI").as_deref(),
            Ok("true"),
            "CI lacks {}",
            path.display()
        );
        // Straight to the stream, past the harness, which hides what a passing test prints.
        let line = format!(
            "skipped: the sweep against the table of special days, not found at {}\n",
            path.display()
        );
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return None;
    }
    Some(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

fn days() -> impl Iterator<Item = Date> {
    date(2010, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() <= 2026)
}

fn weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[test]
fn every_day_is_what_the_table_says() {
    let Some(table) = table() else { return };
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let listed: BTreeMap<Date, Listed> = table.years.into_values().flatten().collect();
    assert!(listed.len() > 500);
    for day in days() {
        let known = calendar.day(day);
        assert!(!known.provisional, "{day}");
        match (listed.get(&day), known.kind) {
            (None, DayKind::Workday) => assert!(!weekend(day), "{day}"),
            (None, DayKind::Weekend) => assert!(weekend(day), "{day}"),
            (Some(listed), DayKind::Holiday(name)) if listed.kind == "holiday" => {
                assert!(
                    listed.name_zh.starts_with(&name.zh) || listed.name_zh.is_empty(),
                    "{day}: {name:?}"
                );
            }
            (Some(listed), DayKind::MakeUp(name)) if listed.kind == "makeup_workday" => {
                assert_eq!(listed.name_zh, name.zh, "{day}");
            }
            (listed, kind) => panic!("{day}: {:?} in the table, here {kind:?}", listed.map(|l| &l.kind)),
        }
    }
}

#[test]
fn workdays_counted_are_those_that_a_naive_recount_finds_from_every_day_on() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let works = |day: Date| match calendar.day(day).kind {
        DayKind::MakeUp(_) => true,
        DayKind::Holiday(_) => false,
        DayKind::Workday | DayKind::Weekend => !weekend(day),
    };
    for start in days() {
        let from = calendar.instant(start.at(14, 53, 0, 0)).unwrap();
        for amount in [1, 2, 5, 7, 15, 30] {
            let mut last = start;
            let mut left = amount;
            while left > 0 {
                last = last.tomorrow().unwrap();
                left -= u32::from(works(last));
            }
            let due = calendar
                .due(
                    from,
                    Limit {
                        amount,
                        unit: Unit::Workdays,
                    },
                    Counting::default(),
                )
                .unwrap();
            let end = calendar.instant(last.tomorrow().unwrap().at(0, 0, 0, 0)).unwrap();
            assert_eq!(due.due, end, "{amount} workdays from {start}");
            assert_eq!(
                due.provisional,
                last.year() > 2026,
                "{amount} workdays from {start}"
            );
        }
    }
}

#[test]
fn a_year_that_is_not_announced_counts_monday_to_friday_and_says_so() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    for day in date(2027, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() <= 2030)
    {
        let known = calendar.day(day);
        assert!(known.provisional, "{day}");
        assert_eq!(known.kind.works(), !weekend(day), "{day}");
    }
}

#[test]
fn every_year_announced_gives_the_national_holidays() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    for year in 2010..=2026 {
        for (month, day) in [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)] {
            assert!(
                matches!(calendar.day(date(year, month, day)).kind, DayKind::Holiday(_)),
                "{year}-{month}-{day}"
            );
        }
    }
}
