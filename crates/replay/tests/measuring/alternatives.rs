//! A clock with several limits: each a column, and the one that the kind decides where it does.

use crate::common::{measured, procedure, within};
use procedure::Procedure;
use replay::{Limited, Replay, Why};

const MARKS: &str = r#"
[[mark]]
id = "simple"
name = { zh = "简单", en = "Simple" }
clause = "ST-1"
group = "size"
[[mark]]
id = "complicated"
name = { zh = "复杂", en = "Complicated" }
clause = "ST-1"
group = "size"
[[mark]]
id = "urgent"
name = { zh = "紧急", en = "Urgent" }
clause = "ST-1"
"#;

/// Five workdays, fifteen where it is complicated.
fn five_or_fifteen(more: &str) -> Procedure {
    let clock = within("5 workdays");
    let alternatives =
        r#"limits = [{ if = ["case.mark = complicated"], limit = "15 workdays", clause = "ST-5" }]"#;
    procedure(&[&format!("{clock}\n{alternatives}\n{more}{MARKS}")])
}

fn shown(replay: &Replay<'_>) -> Vec<(String, u64, u64)> {
    let columns = replay.columns.iter().zip(&replay.total.cells);
    columns
        .map(|(column, cell)| {
            let name = match &column.limited {
                Limited::By { limit, clause, .. } => format!("{limit}, {}", clause.unwrap()),
                Limited::ByKind => "by kind".to_owned(),
            };
            (name, cell.in_time, cell.late)
        })
        .collect()
}

#[test]
fn without_a_kind_every_alternative_is_a_column_with_its_clause_and_none_is_guessed() {
    let small = five_or_fifteen("");
    // from Friday 1 March 2019: the 5th workday is the 8th, the 15th the 22nd
    let csv = "留言时间,答复时间\n2019-03-01 12:00,2019-03-08 12:00\n2019-03-01 12:00,2019-03-22 12:00\n2019-03-01 12:00,2019-03-25 12:00\n";
    assert_eq!(
        shown(&measured(csv, &[&small])),
        [
            ("15 workdays, ST-5".into(), 2, 1),
            ("5 workdays, ST-2".into(), 1, 2)
        ]
    );
}

#[test]
fn a_mark_as_kind_decides_and_excludes_the_others_of_its_group() {
    let small = five_or_fifteen("");
    let csv = "\
留言时间,答复时间,工单类别
2019-03-01 12:00,2019-03-22 12:00,复杂
2019-03-01 12:00,2019-03-22 12:00,simple
2019-03-01 12:00,2019-03-08 12:00,简单
2019-03-01 12:00,2019-03-08 12:00,紧急
2019-03-01 12:00,2019-03-08 12:00,政策咨询
2019-03-01 12:00,2019-03-08 12:00,噪声
2019-03-01 12:00,2019-03-08 12:00,
";
    let replay = measured(csv, &[&small]);
    // urgent is of no group, a category says nothing of marks, noise is not known, and nothing is nothing
    assert_eq!(shown(&replay)[2], ("by kind".into(), 2, 1));
    assert_eq!(replay.known_kinds[0].len(), 5);
}

#[test]
fn no_kind_decides_between_limits_that_differ_by_date() {
    let clock = within("5 workdays");
    let dated =
        r#"limits = [{ if = ["case.category = complaint"], limit = "3 workdays", from = "2026-01-01" }]"#;
    let small = procedure(&[&format!("{clock}\n{dated}")]);
    let csv = "留言时间,答复时间,类别\n2019-03-01 12:00,2019-03-08 12:00,诉求投诉\n2019-03-01 12:00,2019-03-08 12:00,政策咨询\n";
    let replay = measured(csv, &[&small]);
    assert_eq!(shown(&replay)[0], ("3 workdays, ST-2".into(), 0, 2));
    assert_eq!(shown(&replay)[2], ("by kind".into(), 1, 0));
}

#[test]
fn lateness_in_different_units_is_not_mixed() {
    let clock = within("5 workdays");
    let hours = r#"limits = [{ if = ["case.category = complaint"], limit = "24 hours" }]"#;
    let small = procedure(&[&format!("{clock}\n{hours}")]);
    let csv = "留言时间,答复时间,类别\n2019-03-01 12:00,2019-03-28 12:00,诉求投诉\n2019-03-01 12:00,2019-03-28 12:00,政策咨询\n";
    let replay = measured(csv, &[&small]);
    let cells = &replay.total.cells;
    assert!(cells[0].by.is_some() && cells[1].by.is_some());
    assert_eq!((cells[2].late, cells[2].by), (2, None));
    assert_eq!(replay.columns[2].unit(), None);
}

#[test]
fn limits_that_come_from_elsewhere_are_named_and_not_measured() {
    let clock = |id: &str, key: &str| {
        format!("id = \"{id}\"\nclause = \"ST-2\"\n{key}\nstarts_on = [\"received\"]\nmet_by = [\"replied\"]")
    };
    let (act, round) = (clock("a", "set_by_act = true"), clock("b", "round = \"morning\""));
    let before = clock("c", "before = { clock = \"a\", by = \"48 hours\" }");
    let small = procedure(&[&act, &round, &before]);
    let (columns, left_out) = replay::columns(0, &small);
    assert!(columns.is_empty());
    let why: Vec<Why> = left_out.iter().map(|left| left.why).collect();
    assert_eq!(why, [Why::SetByAct, Why::AtARound, Why::BeforeAnother]);
}
