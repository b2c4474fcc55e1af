//! SQ-21 约谈、通报、信息专报: each of three conditions alone opens them; only serious circumstances go further.

use crate::play;

use case::Act;
use play::{
    Play, ask_send_back, convene, designate, escalate, fail, recheck, refused, report, rule_send_back, staff,
    supervise, text,
};
use procedure::Do;

const MEASURES: [&str; 3] = ["talk", "circular", "special-report"];
const FURTHER: [&str; 2] = ["conduct", "discipline"];

#[track_caller]
fn opens(play: &Play, without_reason: bool) {
    for measure in MEASURES {
        let mut play = play.clone();
        play.office("supervisor", escalate(measure, false, without_reason))
            .unwrap();
        assert_eq!(play.case.measures, [(measure.to_owned(), play.now)]);
    }
    for measure in FURTHER {
        let mut play = play.clone();
        let mild = play.office("supervisor", escalate(measure, false, without_reason));
        refused(mild, "refusal-measure-condition", "SQ-21");
        play.office("supervisor", escalate(measure, true, without_reason))
            .unwrap();
    }
}

#[track_caller]
fn closed_to(play: &Play, without_reason: bool) {
    for measure in MEASURES.iter().chain(&FURTHER) {
        let mut play = play.clone();
        let answer = play.office("supervisor", escalate(measure, true, without_reason));
        refused(answer, "refusal-measure-without-ground", "SQ-21");
    }
}

#[test]
fn sq_21_without_any_of_the_three_conditions_nothing_opens() {
    let play = Play::dispatched("2025-03-03T09:00:00");
    closed_to(&play, false);
    assert!(!play.offered(&staff("supervisor", None)).contains(&Do::Escalate));
}

#[test]
fn sq_21_coordination_that_failed_repeatedly_opens_them() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office("supervisor", convene("failed")).unwrap();
    closed_to(&play, false);
    play.office("supervisor", convene("failed")).unwrap();
    opens(&play, false);
    assert!(play.offered(&staff("supervisor", None)).contains(&Do::Escalate));
}

#[test]
fn sq_21_an_evasive_answer_after_supervision_opens_them() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.office("supervisor", supervise("livelihood")).unwrap();
    play.unit(1, report("不归我们管")).unwrap();
    let mut returned = play.clone();
    returned.office_on("reviewer", 1, fail("incomplete")).unwrap();
    closed_to(&returned, false);
    play.office_on("reviewer", 1, fail("evasive")).unwrap();
    opens(&play, false);
}

#[test]
fn sq_21_inaction_found_after_supervision_opens_them() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office("supervisor", supervise("unsolved")).unwrap();
    play.office("supervisor", recheck("poor")).unwrap();
    opens(&play, false);
}

#[test]
fn sq_21_evasion_before_the_supervision_opens_nothing() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.office_on("reviewer", 1, fail("evasive")).unwrap();
    play.office("supervisor", supervise("poor")).unwrap();
    closed_to(&play, false);
}

#[test]
fn sq_21_refusal_without_reason_opens_them_where_responsibility_is_clear() {
    let mut designated = Play::accepted("2025-03-03T09:00:00");
    designated.office("supervisor", designate("water")).unwrap();
    closed_to(&designated, false);
    opens(&designated, true);
    let mut refused = Play::dispatched("2025-03-03T09:00:00");
    refused.unit(1, ask_send_back()).unwrap();
    closed_to(&refused, true);
    refused.office_on("dispatcher", 1, rule_send_back(false)).unwrap();
    opens(&refused, true);
    let mut unused = Play::dispatched("2025-03-03T09:00:00");
    unused.later("2025-03-03T20:59:59.999");
    closed_to(&unused, true);
    unused.later("2025-03-03T21:00:00");
    opens(&unused, true);
}

#[test]
fn sq_21_each_measure_has_its_record_and_is_for_the_supervisor() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    for _ in 0..2 {
        play.office("supervisor", convene("failed")).unwrap();
    }
    let mut blank = escalate("talk", false, false);
    if let Act::Escalate { text: record, .. } = &mut blank {
        *record = text("");
    }
    refused(play.office("supervisor", blank), "refusal-field-missing", "SQ-21");
    refused(
        play.office("supervisor", escalate("", false, false)),
        "refusal-field-missing",
        "SQ-21",
    );
    refused(
        play.office("supervisor", escalate("fine", false, false)),
        "refusal-unknown-id",
        "SQ-21",
    );
    refused(
        play.office("dispatcher", escalate("talk", false, false)),
        "refusal-not-yours",
        "SQ-21",
    );
}

#[test]
fn sq_22_to_24_accountability_and_tolerated_error_are_recorded_with_their_grounds() {
    for outcome in ["accountable", "criticised", "tolerated"] {
        let mut play = Play::closed("2025-03-03T09:00:00");
        let record = |grounds: &str| Act::RecordAccountability {
            outcome: outcome.to_owned(),
            text: text(grounds),
        };
        play.office("supervisor", record("依规处理")).unwrap();
        refused(
            play.office("supervisor", record("")),
            "refusal-field-missing",
            "SQ-22",
        );
        refused(
            play.office("visitor", record("依规处理")),
            "refusal-not-yours",
            "SQ-22",
        );
    }
}
