//! The whole course of a case, from receipt to archive, by the people who do it.

use crate::play;

use case::{Act, Standing};
use play::{Play, answer_visit, pass, report, text, visit};

#[test]
fn a_case_goes_from_receipt_to_archive() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T09:30:00").unit(1, Act::SignFor).unwrap();
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::Met));
    play.later("2025-03-03T10:00:00")
        .unit(
            1,
            Act::Contact {
                text: text("电话联系"),
            },
        )
        .unwrap();
    play.later("2025-03-03T15:00:00")
        .unit(1, report("已修复"))
        .unwrap();
    assert_eq!(
        play.standing("handle", Some(1)),
        Some(Standing::Running),
        "under review the clock runs on"
    );
    play.later("2025-03-03T16:00:00")
        .office_on("reviewer", 1, pass())
        .unwrap();
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Met));
    assert_eq!(play.case.step, "to-reply");
    play.office(
        "reviewer",
        Act::Reply {
            text: text("路灯已修复"),
            channel: None,
        },
    )
    .unwrap();
    play.later("2025-03-04T09:00:00")
        .citizen(answer_visit(true))
        .unwrap();
    assert_eq!(play.standing("matter", None), Some(Standing::Met));
    play.office(
        "visitor",
        Act::Close {
            outcome: "solved".to_owned(),
        },
    )
    .unwrap();
    play.office("visitor", Act::Archive).unwrap();
    assert_eq!(play.case.step, "archived");
}

#[test]
fn sq_10_5_dissatisfied_twice_leads_through_a_person_to_rectification_and_a_second_visit() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, report("已修复")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    play.office(
        "reviewer",
        Act::Reply {
            text: text("已修复"),
            channel: None,
        },
    )
    .unwrap();
    play.citizen(answer_visit(false)).unwrap();
    assert_eq!(play.case.step, "person-visit");
    play.office("visitor", visit(false)).unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("rectifying", "order-rectifying")
    );
    play.unit(1, report("重新修复")).unwrap();
    play.office_on("reviewer", 1, play::fail("incomplete")).unwrap();
    assert_eq!(play.order_step(1), "order-rectifying");
    assert_eq!(
        play.standing("handle", Some(1)),
        Some(Standing::Met),
        "the old clock stays met"
    );
    play.unit(1, report("彻底修复")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    play.office(
        "reviewer",
        Act::Reply {
            text: text("彻底修复"),
            channel: None,
        },
    )
    .unwrap();
    play.citizen(answer_visit(false)).unwrap();
    play.office("visitor", visit(false)).unwrap();
    assert_eq!(play.case.step, "to-close");
    assert!(play.case.priorities.contains(&"unsolved".to_owned()));
}

#[test]
fn every_clock_of_a_work_order_lapses_and_each_consequence_stands_on_the_case_once() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-20T09:00:00").timer();
    assert_eq!(
        play.fired(),
        [
            "sign",
            "sign-urge",
            "sign-duty",
            "handle-remind",
            "handle",
            "send-back",
            "handle-urge",
            "handle-supervise",
            "matter-remind",
            "matter",
            "matter-supervise"
        ]
    );
    assert!(play.timer().is_empty(), "each fires once");
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Overdue));
    assert_eq!(play.case.priorities, ["unsolved"]);
    assert_eq!(play.case.supervised, Some(play::at("2025-03-04T21:00:00")));
}

#[test]
fn the_clocks_of_visit_and_rectification_lapse_with_their_consequences() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.citizen(answer_visit(false)).unwrap();
    play.later("2025-03-07T00:00:00").timer();
    assert_eq!(play.fired(), ["person-visit", "person-visit-remind"]);
    play.office("visitor", visit(false)).unwrap();
    play.later("2025-03-14T00:00:00").timer();
    let fired = play.fired();
    assert_eq!(
        fired[2..],
        [
            "matter-remind",
            "matter",
            "matter-supervise",
            "rectify",
            "rectify-supervise"
        ]
    );
    assert_eq!(
        play.case.step, "rectifying",
        "a lapse moves nothing on by itself here"
    );
}
