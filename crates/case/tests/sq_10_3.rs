//! SQ-10(3) 限时办理: 4 hours, 1 hour and 12 hours from dispatch to the unit.

use crate::play;

use case::{Act, Standing};
use play::{Play, arg, ask_extension, at, dispatch, fail, part, pass, refused, report};

fn direct(start: &str) -> Play {
    let mut play = Play::accepted(start);
    play.office("dispatcher", dispatch(&[part("water", true, true)]))
        .unwrap();
    play
}

#[test]
fn sq_10_3_the_clocks_run_from_dispatch_and_not_from_receipt_or_signing() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.later("2025-03-03T11:30:00")
        .office("dispatcher", dispatch(&[part("water", true, false)]))
        .unwrap();
    play.later("2025-03-03T12:00:00").unit(1, Act::SignFor).unwrap();
    assert_eq!(play.due("sign", Some(1)), "2025-03-03T12:30:00+08:00");
    assert_eq!(play.due("handle", Some(1)), "2025-03-03T23:30:00+08:00");
    assert!(play.case.clock("direct", Some(1)).is_none());
}

#[test]
fn sq_10_3_signed_for_just_inside_the_hour_is_in_time_and_at_the_hour_too_late() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T09:59:59.999")
        .unit(1, Act::SignFor)
        .unwrap();
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::Met));
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T10:00:00").unit(1, Act::SignFor).unwrap();
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::MetLate));
    assert_eq!(
        play.fired()[..2],
        ["sign", "sign-urge"],
        "the lapse stands before the late act"
    );
}

#[test]
fn sq_10_3_passed_just_inside_the_12_hours_is_in_time_and_at_the_12th_hour_too_late() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.later("2025-03-03T20:59:59.999")
        .office_on("reviewer", 1, pass())
        .unwrap();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Met));
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.later("2025-03-03T21:00:00")
        .office_on("reviewer", 1, pass())
        .unwrap();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::MetLate));
}

#[test]
fn sq_10_3_what_can_be_answered_directly_is_answered_within_4_hours() {
    let mut play = direct("2025-03-03T09:00:00");
    assert!(
        play.case.clock("sign", Some(1)).is_none(),
        "the other two limits are for the others"
    );
    assert!(play.case.clock("handle", Some(1)).is_none());
    play.later("2025-03-03T12:59:59.999")
        .unit(1, report("已答复"))
        .unwrap();
    assert_eq!(play.standing("direct", Some(1)), Some(Standing::Met));
    let mut play = direct("2025-03-03T09:00:00");
    play.later("2025-03-03T13:00:00")
        .unit(1, report("已答复"))
        .unwrap();
    assert_eq!(play.standing("direct", Some(1)), Some(Standing::MetLate));
    assert_eq!(play.fired(), ["direct", "direct-urge"]);
}

#[test]
fn sq_10_3_a_direct_answer_returned_runs_on_within_the_same_4_hours() {
    let mut play = direct("2025-03-03T09:00:00");
    play.later("2025-03-03T11:00:00")
        .unit(1, report("已答复"))
        .unwrap();
    play.later("2025-03-03T12:00:00")
        .office_on("reviewer", 1, fail("unspecific"))
        .unwrap();
    assert_eq!(play.due("direct", Some(1)), "2025-03-03T13:00:00+08:00");
    assert_eq!(play.standing("direct", Some(1)), Some(Standing::Running));
    play.later("2025-03-03T13:30:00")
        .unit(1, report("补充答复"))
        .unwrap();
    assert_eq!(play.standing("direct", Some(1)), Some(Standing::MetLate));
}

#[test]
fn sq_10_3_any_other_work_order_is_signed_for_before_it_is_reported() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let refusal = refused(play.unit(1, report("已办")), "refusal-no-rule", "SQ-10(3)");
    assert_eq!(
        (arg(&refusal, "act"), arg(&refusal, "step")),
        ("report", "dispatched")
    );
}

#[test]
fn sq_10_3_a_report_says_something() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    refused(play.unit(1, report("")), "refusal-field-missing", "SQ-10(3)");
}

#[test]
fn sq_10_3_the_citizens_clock_and_the_units_clock_are_two() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.later("2025-03-05T09:00:00")
        .office("dispatcher", dispatch(&[part("water", true, false)]))
        .unwrap();
    let matter = play.case.clock("matter", None).unwrap();
    assert_eq!(
        (matter.from, matter.due),
        (at("2025-03-03T09:00:00"), at("2025-03-10T00:00:00"))
    );
    assert_eq!(play.due("handle", Some(1)), "2025-03-05T21:00:00+08:00");
}

#[test]
fn sq_10_3_the_hour_for_signing_and_the_4_hours_are_never_extended() {
    let mut play = direct("2025-03-03T09:00:00");
    refused(
        play.unit(1, ask_extension("1 day")),
        "refusal-not-extensible",
        "SQ-10(3)",
    );
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, ask_extension("1 day")).unwrap();
    play.office_on("dispatcher", 1, play::rule_extension(true))
        .unwrap();
    assert_eq!(play.due("sign", Some(1)), "2025-03-03T10:00:00+08:00");
    assert_eq!(play.due("handle", Some(1)), "2025-03-04T21:00:00+08:00");
}
