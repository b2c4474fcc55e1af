//! By month, by unit, by kind of matter.

use crate::common::{answers_within, measured, procedure, within};
use replay::{Group, Limited, Replay};

const LEDGER: &str = "\
来电时间,办结时间,承办部门,事项类别
2019-03-31 23:00,2019-04-03 12:00,水务局,政策咨询
2019-03-01 12:00,2019-03-12 12:00,水务局,complaint
2019-04-01 00:00,2019-04-30 12:00,教育局,占道经营
2019-04-02 08:00,2019-04-03 12:00,,
";

fn shown(groups: &[Group]) -> Vec<(&str, u64, u64)> {
    let shown = |group: &Group| group.cells[0].in_time;
    groups
        .iter()
        .map(|g| (g.name.as_str(), g.rows, shown(g)))
        .collect()
}

fn by_kind(replay: &Replay<'_>) -> Option<(u64, u64)> {
    let at = replay
        .columns
        .iter()
        .position(|c| matches!(c.limited, Limited::ByKind))?;
    let cell = replay.total.cells[at];
    Some((cell.in_time, cell.late))
}

#[test]
fn months_are_those_of_the_message_in_the_calendars_zone() {
    let small = answers_within(&["5 workdays"]);
    let replay = measured(LEDGER, &[&small]);
    assert_eq!(shown(&replay.months), [("2019-03", 2, 1), ("2019-04", 2, 1)]);
}

#[test]
fn units_and_kinds_are_those_of_the_ledger_the_largest_first() {
    let small = answers_within(&["5 workdays"]);
    let replay = measured(LEDGER, &[&small]);
    assert_eq!(
        shown(&replay.units),
        [("水务局", 2, 1), ("", 1, 1), ("教育局", 1, 0)]
    );
    assert_eq!(replay.kinds.len(), 4);
    let known: Vec<&str> = replay.known_kinds[0].iter().map(String::as_str).collect();
    assert_eq!(known, ["complaint", "政策咨询"]);
}

#[test]
fn a_ledger_without_such_columns_has_no_such_groups() {
    let small = answers_within(&["5 workdays"]);
    let replay = measured(
        "留言时间,答复时间\n2019-03-01 12:00,2019-03-12 12:00\n",
        &[&small],
    );
    assert!(replay.units.is_empty() && replay.kinds.is_empty());
    assert!(replay.known_kinds[0].is_empty());
}

#[test]
fn a_clock_for_one_kind_is_counted_for_that_kind_beside_the_column_of_all() {
    let consultations = format!(
        "{}\nif = [\"case.category = consultation\"]",
        within("3 workdays")
    );
    let small = procedure(&[&consultations]);
    let replay = measured(LEDGER, &[&small]);
    assert_eq!(replay.columns.len(), 2);
    let all = replay.total.cells[0];
    assert_eq!(all.in_time + all.late, 4);
    // 31 March was a Sunday: 1, 2, 3 April
    assert_eq!(by_kind(&replay), Some((1, 0)));
}

#[test]
fn where_the_kind_decides_nothing_no_row_is_guessed() {
    let direct = format!("{}\nif = [\"order.direct\"]", within("3 workdays"));
    let small = procedure(&[&direct]);
    assert_eq!(by_kind(&measured(LEDGER, &[&small])), None);
}
