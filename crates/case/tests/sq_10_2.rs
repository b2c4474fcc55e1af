//! SQ-10(2) 分类处置: five ways to handle, each recorded.

use crate::play;

use case::{Act, Standing};
use play::{Play, answer, arg, procedure, refused};
use procedure::Do;

#[test]
fn sq_10_2_there_are_five_ways() {
    let ways: Vec<&str> = procedure().ways.iter().map(|w| w.id.as_str()).collect();
    assert_eq!(
        ways,
        [
            "direct",
            "three-way-call",
            "work-order",
            "linked-desk",
            "special-channel"
        ]
    );
}

#[test]
fn sq_10_2_a_direct_answer_a_call_a_desk_and_a_channel_answer_the_citizen_and_are_recorded() {
    for way in procedure().ways.iter().filter(|w| w.by_act == Do::Answer) {
        let mut play = Play::accepted("2025-03-03T09:00:00");
        play.office("operator", answer(&way.id, Some("住建局专席")))
            .unwrap();
        assert_eq!(play.case.way.as_deref(), Some(way.id.as_str()));
        assert_eq!(
            (play.case.step.as_str(), play.case.replied),
            ("sms-visit", Some(play.now))
        );
        assert_eq!(
            play.told(),
            [("citizen".to_owned(), "replied"), ("citizen".to_owned(), "visit")]
        );
        assert_eq!(play.standing("sms-answer", None), Some(Standing::Running));
    }
}

#[test]
fn sq_10_2_where_somebody_takes_part_the_answer_says_who() {
    for way in ["three-way-call", "linked-desk", "special-channel"] {
        let mut play = Play::accepted("2025-03-03T09:00:00");
        let refusal = refused(
            play.office("operator", answer(way, None)),
            "refusal-field-missing",
            "SQ-10(2)",
        );
        assert_eq!(arg(&refusal, "field"), "partner");
    }
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("operator", answer("direct", None)).unwrap();
}

#[test]
fn sq_10_2_a_way_outside_the_list_or_the_work_order_itself_is_no_answer() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    for way in ["letter", "work-order"] {
        refused(
            play.office("operator", answer(way, None)),
            "refusal-unknown-id",
            "SQ-10(2)",
        );
    }
    refused(
        play.office("operator", answer("", None)),
        "refusal-field-missing",
        "SQ-10(2)",
    );
}

#[test]
fn sq_10_2_the_work_order_is_the_fifth_way() {
    let play = Play::dispatched("2025-03-03T09:00:00");
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("handling", "dispatched")
    );
    assert!(matches!(play.events.last().unwrap().act, Act::Dispatch { .. }));
}
