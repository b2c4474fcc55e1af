//! SQ-10(3) 延时申请: of the 12 hours only, before they lapse, ruled on, 6 days at most in all.

use crate::play;

use case::{Act, Standing};
use play::{Play, arg, ask_extension, fail, grant, pass, refused, report, rule_extension, staff, text};
use procedure::Do;

#[test]
fn sq_10_3_applied_for_before_the_lapse_and_granted_it_runs_so_many_times_24_hours_on() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T20:59:59.999")
        .unit(1, ask_extension("2 days"))
        .unwrap();
    assert_eq!(play.told(), [("dispatcher".to_owned(), "extension-asked")]);
    assert_eq!(
        play.standing("handle", Some(1)),
        Some(Standing::Running),
        "it runs on meanwhile"
    );
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-03-05T21:00:00+08:00");
    assert_eq!(play.case.requests[0].ruled, Some((play.now, true)));
}

#[test]
fn sq_10_3_at_the_due_instant_and_after_it_an_application_is_refused() {
    for late in ["2025-03-03T21:00:00", "2025-03-04T08:00:00"] {
        let mut play = Play::dispatched("2025-03-03T09:00:00");
        play.later(late);
        let refusal = refused(
            play.unit(1, ask_extension("2 days")),
            "refusal-extension-too-late",
            "SQ-10(3)",
        );
        let due = play.case.clock("handle", Some(1)).unwrap().due;
        assert_eq!(arg(&refusal, "due"), due.ms().to_string());
        assert!(
            !play
                .offered(&staff("handler", Some("water")))
                .contains(&Do::AskExtension)
        );
    }
}

#[test]
fn sq_10_3_it_states_objective_reasons_and_the_ruling_its_own() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let silent = Act::AskExtension {
        limit: "1 day".parse().unwrap(),
        reason: text(""),
    };
    let refusal = refused(play.unit(1, silent), "refusal-field-missing", "SQ-10(3)");
    assert_eq!(arg(&refusal, "field"), "reason");
    play.unit(1, ask_extension("1 day")).unwrap();
    let silent = Act::RuleExtension {
        granted: true,
        limit: None,
        reason: text(""),
    };
    refused(
        play.office_on("dispatcher", 1, silent),
        "refusal-field-missing",
        "SQ-10(3)",
    );
}

#[test]
fn sq_10_3_the_hotline_rules_and_not_the_unit() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    refused(
        play.office_on("dispatcher", 1, rule_extension(true)),
        "refusal-nothing-asked",
        "SQ-10(3)",
    );
    play.unit(1, ask_extension("1 day")).unwrap();
    refused(
        play.unit(1, rule_extension(true)),
        "refusal-not-yours",
        "SQ-10(3)",
    );
    refused(
        play.unit(1, ask_extension("1 day")),
        "refusal-already-asked",
        "SQ-10(3)",
    );
    play.office_on("duty-manager", 1, rule_extension(true)).unwrap();
    assert_eq!(play.told(), [("water".to_owned(), "ruled")]);
}

#[test]
fn sq_10_3_a_refusal_leaves_the_clock_as_it_was() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, ask_extension("1 day")).unwrap();
    play.office_on("dispatcher", 1, rule_extension(false)).unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-03-03T21:00:00+08:00");
    assert_eq!(play.case.requests[0].ruled, Some((play.now, false)));
    play.unit(1, ask_extension("1 day")).unwrap();
}

#[test]
fn sq_10_3_several_extensions_add_up_to_6_days_at_most() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let refusal = refused(
        play.unit(1, ask_extension("7 days")),
        "refusal-extension-too-long",
        "SQ-10(3)",
    );
    assert_eq!(
        (arg(&refusal, "most"), arg(&refusal, "left")),
        ("6 days", "6 days")
    );
    play.unit(1, ask_extension("4 days")).unwrap();
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    let refusal = refused(
        play.unit(1, ask_extension("49 hours")),
        "refusal-extension-too-long",
        "SQ-10(3)",
    );
    assert_eq!(arg(&refusal, "left"), "2 days");
    play.unit(1, ask_extension("2 days")).unwrap();
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-03-09T21:00:00+08:00");
    refused(
        play.unit(1, ask_extension("1 minute")),
        "refusal-extension-too-long",
        "SQ-10(3)",
    );
    assert!(
        !play
            .offered(&staff("handler", Some("water")))
            .contains(&Do::AskExtension)
    );
}

#[test]
fn sq_10_3_less_can_be_granted_than_was_asked_and_never_more() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, ask_extension("2 days")).unwrap();
    refused(
        play.office_on("dispatcher", 1, grant("3 days")),
        "refusal-more-than-asked",
        "SQ-10(3)",
    );
    play.office_on("dispatcher", 1, grant("1 day")).unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-03-04T21:00:00+08:00");
}

#[test]
fn sq_10_3_what_cannot_be_added_to_days_is_no_extension_of_them() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    for limit in ["2 workdays", "1 month"] {
        refused(
            play.unit(1, ask_extension(limit)),
            "refusal-extension-unit",
            "SQ-10(3)",
        );
    }
}

#[test]
fn sq_10_3_granted_after_the_lapse_the_lapse_is_withdrawn() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.later("2025-03-03T20:30:00")
        .unit(1, ask_extension("1 day"))
        .unwrap();
    play.later("2025-03-03T22:00:00").timer();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Overdue));
    assert!(play.case.clock("handle", Some(1)).unwrap().lapsed.is_some());
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Running));
    assert_eq!(play.case.clock("handle", Some(1)).unwrap().lapsed, None);
    assert_eq!(play.due("handle", Some(1)), "2025-03-04T21:00:00+08:00");
}

#[test]
fn sq_10_3_the_moved_due_time_lapses_and_urges_in_its_turn() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.later("2025-03-03T20:30:00")
        .unit(1, ask_extension("1 day"))
        .unwrap();
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    play.later("2025-03-04T20:00:00").timer();
    assert_eq!(
        play.fired(),
        ["handle-remind", "send-back", "handle-remind"],
        "once for each due time"
    );
    play.later("2025-03-04T21:00:00").timer();
    assert_eq!(play.fired()[3..], ["handle", "handle-urge"]);
}

#[test]
fn sq_10_3_an_extension_can_be_asked_and_ruled_on_while_the_answer_is_under_review() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.unit(1, ask_extension("1 day")).unwrap();
    play.office_on("dispatcher", 1, rule_extension(true)).unwrap();
    play.later("2025-03-04T09:00:00")
        .office_on("reviewer", 1, fail("incomplete"))
        .unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-03-04T21:00:00+08:00");
}

#[test]
fn what_was_asked_is_pointless_once_the_result_has_passed() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.unit(1, ask_extension("1 day")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    assert!(play.case.open_request(1, false).is_none());
    play.office("reviewer", play::reply()).unwrap();
    play.dissatisfied_twice().unit(1, report("整改")).unwrap();
    assert!(
        !play
            .offered(&staff("dispatcher", None))
            .contains(&Do::RuleExtension)
    );
}
