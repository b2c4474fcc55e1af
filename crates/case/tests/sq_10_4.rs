//! SQ-10(4) 答复认定: the review against the norms, and the send-back with its ruling.

use crate::play;

use case::{Act, Standing};
use play::{
    Play, arg, ask_send_back, at, dispatch, fail, part, pass, refused, report, rule_send_back, staff, text,
};
use procedure::Do;

#[test]
fn sq_10_4_each_norm_alone_returns_the_answer_within_the_same_limit() {
    for norm in ["irregular", "unspecific", "incomplete"] {
        let mut play = Play::reported("2025-03-03T09:00:00");
        play.later("2025-03-03T18:00:00")
            .office_on("reviewer", 1, fail(norm))
            .unwrap();
        assert_eq!(play.order_step(1), "signed");
        assert_eq!(play.told(), [("water".to_owned(), "returned")]);
        assert_eq!(
            play.due("handle", Some(1)),
            "2025-03-03T21:00:00+08:00",
            "no new time"
        );
        assert_eq!(play.standing("handle", Some(1)), Some(Standing::Running));
        play.unit(1, report("已补充")).unwrap();
        play.office_on("reviewer", 1, pass()).unwrap();
        assert_eq!(play.standing("handle", Some(1)), Some(Standing::Met));
    }
}

#[test]
fn sq_10_4_a_return_names_a_norm_of_the_list_and_says_what_to_complete() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    let faultless = Act::Review {
        passed: false,
        faults: Vec::new(),
        note: Some(text("请补充")),
    };
    let refusal = refused(
        play.office_on("reviewer", 1, faultless),
        "refusal-field-missing",
        "SQ-10(4)",
    );
    assert_eq!(arg(&refusal, "field"), "faults");
    let silent = Act::Review {
        passed: false,
        faults: vec!["incomplete".to_owned()],
        note: None,
    };
    let refusal = refused(
        play.office_on("reviewer", 1, silent),
        "refusal-field-missing",
        "SQ-10(4)",
    );
    assert_eq!(arg(&refusal, "field"), "text");
    refused(
        play.office_on("reviewer", 1, fail("ugly")),
        "refusal-unknown-id",
        "SQ-10(4)",
    );
}

#[test]
fn sq_10_4_an_answer_under_review_does_not_stop_the_handling_clock() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Running));
    play.later("2025-03-03T21:00:00").timer();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Overdue));
}

#[test]
fn sq_10_4_the_hotline_reviews_and_no_unit_its_own_answer() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    refused(play.unit(1, pass()), "refusal-not-yours", "SQ-10(4)");
    refused(
        play.office("reviewer", play::reply()),
        "refusal-wrong-step",
        "SQ-10(3)",
    );
}

#[test]
fn sq_10_4_a_send_back_within_12_hours_of_dispatch_is_ruled_on_and_dispatched_again() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T20:59:59.999")
        .unit(1, ask_send_back())
        .unwrap();
    assert_eq!(play.standing("send-back", Some(1)), Some(Standing::Met));
    assert_eq!(
        play.standing("handle", Some(1)),
        Some(Standing::Running),
        "it runs on meanwhile"
    );
    play.later("2025-03-03T23:00:00")
        .office_on("dispatcher", 1, rule_send_back(true))
        .unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("accepted", "sent-back")
    );
    for clock in ["sign", "handle"] {
        assert_eq!(
            play.standing(clock, Some(1)),
            Some(Standing::Withdrawn),
            "{clock}"
        );
    }
    play.office("dispatcher", dispatch(&[part("river", true, false)]))
        .unwrap();
    assert_eq!(
        play.due("sign", Some(2)),
        "2025-03-04T00:00:00+08:00",
        "the new unit's own clocks"
    );
    assert_eq!(play.due("handle", Some(2)), "2025-03-04T11:00:00+08:00");
    assert_eq!(play.due("send-back", Some(2)), "2025-03-04T11:00:00+08:00");
    let matters: Vec<_> = play.case.clocks.iter().filter(|c| c.id == "matter").collect();
    assert_eq!(matters.len(), 1, "the citizen's clock never restarts");
    assert_eq!(
        (matters[0].from, matters[0].due),
        (at("2025-03-03T09:00:00"), at("2025-03-10T00:00:00"))
    );
}

#[test]
fn sq_10_4_from_the_12th_hour_on_a_send_back_is_refused() {
    for late in ["2025-03-03T21:00:00", "2025-03-04T09:00:00"] {
        let mut play = Play::dispatched("2025-03-03T09:00:00");
        play.unit(1, Act::SignFor).unwrap();
        play.later(late);
        let refusal = refused(play.unit(1, ask_send_back()), "refusal-condition", "SQ-10(4)");
        assert!(refusal.say.unwrap().zh.contains("12小时"));
        assert!(
            !play
                .offered(&staff("handler", Some("water")))
                .contains(&Do::AskSendBack)
        );
    }
}

#[test]
fn sq_10_4_it_states_grounds_and_a_proposal() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    for (reason, proposal, field) in [
        ("", "建议由河道部门办理", "reason"),
        ("不属本单位", "", "proposal"),
    ] {
        let half = Act::AskSendBack {
            reason: text(reason),
            proposal: text(proposal),
        };
        let refusal = refused(play.unit(1, half), "refusal-field-missing", "SQ-10(4)");
        assert_eq!(arg(&refusal, "field"), field);
    }
}

#[test]
fn sq_10_4_a_send_back_refused_leaves_the_unit_its_clocks_and_the_rest_of_the_12_hours() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, ask_send_back()).unwrap();
    refused(play.unit(1, ask_send_back()), "refusal-condition", "SQ-10(4)");
    play.later("2025-03-03T11:00:00")
        .office_on("dispatcher", 1, rule_send_back(false))
        .unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("handling", "signed")
    );
    assert_eq!(play.due("handle", Some(1)), "2025-03-03T21:00:00+08:00");
    assert_eq!(play.case.order(1).unwrap().send_backs_refused, 1);
    play.unit(1, ask_send_back()).unwrap();
    play.later("2025-03-03T21:30:00")
        .office_on("dispatcher", 1, rule_send_back(false))
        .unwrap();
    refused(play.unit(1, ask_send_back()), "refusal-condition", "SQ-10(4)");
}

#[test]
fn sq_10_4_only_the_hotline_rules_and_only_on_what_was_asked() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    refused(
        play.office_on("dispatcher", 1, rule_send_back(true)),
        "refusal-nothing-asked",
        "SQ-10(4)",
    );
    play.unit(1, ask_send_back()).unwrap();
    refused(
        play.unit(1, rule_send_back(true)),
        "refusal-not-yours",
        "SQ-10(4)",
    );
}

#[test]
fn sq_10_4_an_answer_is_not_judged_before_the_send_back_is_ruled_on() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, ask_send_back()).unwrap();
    play.unit(1, report("已办")).unwrap();
    refused(
        play.office_on("reviewer", 1, pass()),
        "refusal-condition",
        "SQ-10(4)",
    );
    refused(
        play.office_on("reviewer", 1, fail("incomplete")),
        "refusal-condition",
        "SQ-10(4)",
    );
    play.office_on("dispatcher", 1, rule_send_back(false)).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
}
