//! Which clocks of a procedure are measured.

use crate::common::{answers_within, measured, procedure, within};
use replay::Why;

fn clock(id: &str, starts: &str, met: &str, more: &str) -> String {
    format!(
        "id = \"{id}\"\nclause = \"ST-3\"\nlimit = \"3 days\"\nstarts_on = {starts}\nmet_by = {met}\n{more}"
    )
}

#[test]
fn clocks_that_end_with_the_answer_or_the_result_are_measured() {
    let clocks = [
        clock("replied", r#"["received"]"#, r#"["replied"]"#, ""),
        clock("answered", r#"["accepted"]"#, r#"["answered", "refused"]"#, ""),
        clock("passed", r#"["dispatched"]"#, r#"["passed"]"#, ""),
        clock("reported", r#"["signed-for"]"#, r#"["reported"]"#, ""),
        clock("solved", r#"["received", "reopened"]"#, r#"["solved"]"#, ""),
        clock("signed", r#"["dispatched"]"#, r#"["signed-for"]"#, ""),
        clock("a-right", r#"["dispatched"]"#, r#"["replied"]"#, "right = true"),
    ];
    let small = procedure(&clocks.each_ref().map(String::as_str));
    let (columns, left_out) = replay::columns(0, &small);
    let ids: Vec<&str> = columns.iter().map(|column| column.clock.id.as_str()).collect();
    assert_eq!(ids, ["replied", "answered", "passed", "reported", "solved"]);
    assert!(left_out.is_empty());
}

#[test]
fn a_clock_that_begins_after_the_answer_is_named_and_not_measured() {
    let rectify = clock("rectify", r#"["rectification-ordered"]"#, r#"["passed"]"#, "");
    let small = procedure(&[&rectify, &within("5 workdays")]);
    let (columns, left_out) = replay::columns(0, &small);
    assert_eq!(columns.len(), 1);
    assert_eq!(left_out[0].clock.id, "rectify");
    assert_eq!(left_out[0].why, Why::AfterTheAnswer);
}

#[test]
fn two_procedures_stand_side_by_side() {
    let (one, other) = (
        answers_within(&["5 workdays"]),
        answers_within(&["7 workdays", "15 workdays"]),
    );
    let replay = measured(
        "留言时间,答复时间\n2019-03-01 12:00,2019-03-12 12:00\n",
        &[&one, &other],
    );
    let of: Vec<usize> = replay.columns.iter().map(|column| column.of).collect();
    assert_eq!(of, [0, 1, 1]);
    // from Friday 1 March the fifth workday is the 8th, the seventh the 12th
    assert_eq!(
        replay.total.cells.iter().map(|c| c.late).collect::<Vec<_>>(),
        [1, 0, 0]
    );
}
