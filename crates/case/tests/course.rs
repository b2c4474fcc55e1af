//! The whole course of a case, from receipt to archive, by the people who do it.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod play;

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
            text: text("已修复")
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
        },
    )
    .unwrap();
    play.citizen(answer_visit(false)).unwrap();
    play.office("visitor", visit(false)).unwrap();
    assert_eq!(play.case.step, "to-close");
    assert!(play.case.priorities.contains(&"unsolved".to_owned()));
}

#[test]
fn every_clock_lapses_and_each_consequence_is_on_the_case() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let fired: Vec<String> = {
        play.later("2025-03-20T09:00:00");
        play.timer();
        play.events
            .iter()
            .map(|e| {
                format!(
                    "{:?}",
                    e.act
                        .word()
                        .map_or_else(|| serde_json::to_string(&e.act).unwrap(), |w| format!("{w:?}"))
                )
            })
            .collect()
    };
    assert_eq!(play.timer().len(), 0, "each fires once: {fired:?}");
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Overdue));
    assert!(play.case.priorities.contains(&"unsolved".to_owned()));
}
