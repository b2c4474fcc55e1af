//! Rows that cannot be measured are listed with line and reason.

use crate::common::{answers_within, measured};
use replay::NotMeasured;

#[test]
fn what_is_missing_unreadable_or_turned_round_is_listed_by_line_and_nothing_is_guessed() {
    let small = answers_within(&["5 workdays"]);
    let csv = "\
留言时间,答复意见,答复时间
2019-03-01 12:00,好,2019-03-04 12:00
2019-03-01 12:00,,
2019-03-01 12:00,好,
2019-03-01 12:00,好,上周
,好,2019-03-04 12:00
2019-03-04 12:00,好,2019-03-01 12:00
2019-03-04 12:00,好,2019-03-04 12:00
2199-12-30 12:00,好,2199-12-30 12:00
";
    let replay = measured(csv, &[&small]);
    assert_eq!((replay.rows, replay.total.rows), (8, 2));
    let lines: Vec<u64> = replay.left.iter().map(|left| left.line).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 9]);
    let why: Vec<&NotMeasured> = replay.left.iter().map(|left| &left.why).collect();
    assert!(matches!(
        why[..],
        [
            NotMeasured::NoReply,
            NotMeasured::NoTime,
            NotMeasured::Unreadable(_),
            NotMeasured::Unreadable(_),
            NotMeasured::BeforeMessage,
            NotMeasured::Uncountable(_)
        ]
    ));
}

#[test]
fn a_ledger_without_any_answer_has_columns_and_no_numbers() {
    let small = answers_within(&["5 workdays"]);
    let replay = measured("留言时间,答复时间\n2019-03-01 12:00,\n", &[&small]);
    assert_eq!((replay.rows, replay.total.rows, replay.left.len()), (1, 0, 1));
    assert_eq!(replay.total.cells.len(), 1);
    assert!(replay.months.is_empty());
}
