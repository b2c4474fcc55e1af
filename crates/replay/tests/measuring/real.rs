//! The real ledger under the limits that message boards have. Only counts are looked at.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::common::{CALENDAR, answers_within};
use ledger::Mapping;

#[test]
fn of_2816_messages_1078_are_answered_within_5_workdays_1366_within_7_and_2103_within_15() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("WENZHENG_TEST_DATA").map_or(beside, PathBuf::from);
    let Ok(file) = File::open(folder.join("ledger.csv")) else {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!ci, "ledger.csv is not there, and on a build server it must be");
        // in one piece and straight to the terminal: what a passing test prints is not shown
        let line = "\nskipped: no ledger.csv in $WENZHENG_TEST_DATA or ../shared/data\n";
        std::io::stderr().write_all(line.as_bytes()).unwrap();
        return;
    };
    let rows = ledger::times(file, &Mapping::default(), &CALENDAR).unwrap();
    let (five, others) = (
        answers_within(&["5 workdays"]),
        answers_within(&["7 workdays", "15 workdays"]),
    );
    let replay = replay::replay(rows, &[&five, &others], &CALENDAR).unwrap();
    assert_eq!((replay.rows, replay.total.rows), (2816, 2816));
    assert_eq!(replay.left, []);
    let in_time: Vec<u64> = replay.total.cells.iter().map(|cell| cell.in_time).collect();
    assert_eq!(in_time, [1078, 1366, 2103]);
    // those that came on the Saturday after their last workday
    let past_due: Vec<u64> = replay.total.cells.iter().map(|cell| cell.past_due).collect();
    assert_eq!(past_due, [2, 1, 0]);
    assert_eq!(replay.months.iter().map(|month| month.rows).sum::<u64>(), 2816);
    assert!(replay.units.is_empty() && replay.kinds.is_empty());
}
