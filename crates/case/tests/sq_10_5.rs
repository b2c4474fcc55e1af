//! SQ-10(5) 办结回访: an SMS visit, a visit by a person, rectification; none can be skipped. And the written opinion.

use crate::play;

use case::{Act, Standing};
use play::{
    Play, answer, answer_visit, close, demand_opinion, dispatch, give_opinion, part, pass, refused, reply,
    report, text, unreached, visit,
};

#[test]
fn sq_10_5_every_reply_sends_an_sms_visit_and_satisfaction_opens_the_closing() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    assert_eq!(play.case.step, "sms-visit");
    assert!(play.told().contains(&("citizen".to_owned(), "visit")));
    refused(
        play.office("visitor", close("solved")),
        "refusal-wrong-step",
        "SQ-10(5)",
    );
    play.citizen(answer_visit(true)).unwrap();
    assert_eq!(play.standing("matter", None), Some(Standing::Met));
    play.office("visitor", close("solved")).unwrap();
    assert_eq!(play.case.step, "closed");
}

#[test]
fn sq_10_5_dissatisfaction_or_an_unsolved_matter_leads_to_a_visit_by_a_person() {
    for (solved, satisfied) in [(false, false), (true, false), (false, true)] {
        let mut play = Play::replied("2025-03-03T09:00:00");
        let text = None;
        let answered = Act::AnswerVisit {
            solved,
            satisfied,
            text,
            visited: case::act::Visited::default(),
        };
        play.citizen(answered).unwrap();
        assert_eq!(play.case.step, "person-visit");
        assert_eq!(play.told(), [("visitor".to_owned(), "dissatisfied")]);
        assert_eq!(
            play.standing("matter", None),
            Some(Standing::Running),
            "not solved"
        );
        refused(
            play.office("visitor", close("explained")),
            "refusal-wrong-step",
            "SQ-10(5)",
        );
    }
}

#[test]
fn sq_10_5_a_person_who_finds_the_citizen_satisfied_opens_the_closing() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.citizen(answer_visit(false)).unwrap();
    play.office("visitor", visit(true)).unwrap();
    assert_eq!(play.case.step, "to-close");
}

#[test]
fn sq_10_5_the_first_dissatisfaction_with_a_person_makes_the_unit_verify_and_rectify() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.dissatisfied_twice();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("rectifying", "order-rectifying")
    );
    assert_eq!(play.told(), [("water".to_owned(), "rectify")]);
    assert_eq!(play.standing("rectify", Some(1)), Some(Standing::Running));
    refused(
        play.office("visitor", close("explained")),
        "refusal-wrong-step",
        "SQ-10(5)",
    );
    play.unit(1, report("已整改")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    assert_eq!(play.standing("rectify", Some(1)), Some(Standing::Met));
    play.office("reviewer", reply()).unwrap();
    assert_eq!(play.case.step, "sms-visit", "visited again");
    assert!(play.told().contains(&("citizen".to_owned(), "visit")));
}

#[test]
fn sq_10_5_dissatisfied_again_after_the_rectification_it_goes_to_the_supervisor() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.dissatisfied_twice();
    play.unit(1, report("已整改")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    play.office("reviewer", reply()).unwrap();
    play.dissatisfied_twice();
    assert_eq!(play.case.step, "to-close");
    assert_eq!(play.told(), [("supervisor".to_owned(), "dissatisfied")]);
    assert!(play.case.priorities.contains(&"unsolved".to_owned()));
    play.office("supervisor", close("unsolved")).unwrap();
}

#[test]
fn sq_10_5_a_direct_answer_that_leaves_the_citizen_dissatisfied_goes_to_a_unit() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("operator", answer("direct", None)).unwrap();
    play.dissatisfied_twice();
    assert_eq!(play.case.step, "accepted");
    refused(
        play.office("operator", answer("direct", None)),
        "refusal-condition",
        "SQ-10(5)",
    );
    play.office("dispatcher", dispatch(&[part("water", true, false)]))
        .unwrap();
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, report("已办")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    play.office("reviewer", reply()).unwrap();
    play.dissatisfied_twice();
    assert_eq!(
        play.case.step, "rectifying",
        "that work order was never rectified"
    );
}

#[test]
fn sq_10_5_silence_for_three_days_closes_nothing_by_itself_and_the_citizen_may_still_answer() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.later("2025-03-06T23:59:59.999").timer();
    assert_eq!(play.case.step, "sms-visit");
    play.later("2025-03-07T00:00:00").timer();
    assert_eq!(play.case.step, "to-close");
    play.later("2025-03-08T09:00:00")
        .citizen(answer_visit(false))
        .unwrap();
    assert_eq!(play.case.step, "person-visit");
}

#[test]
fn sq_10_5_not_reached_is_tried_three_times_each_within_its_own_limit() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.citizen(answer_visit(false)).unwrap();
    assert_eq!(play.due("person-visit", None), "2025-03-07T00:00:00+08:00");
    play.later("2025-03-04T09:00:00")
        .office("visitor", unreached())
        .unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.due("person-visit", None).as_str()),
        ("person-visit", "2025-03-08T00:00:00+08:00")
    );
    play.office("visitor", unreached()).unwrap();
    assert_eq!(play.standing("person-visit", None), Some(Standing::Running));
    play.office("visitor", unreached()).unwrap();
    assert_eq!(play.case.step, "to-close");
    assert_eq!(play.standing("person-visit", None), Some(Standing::Met));
}

#[test]
fn sq_10_5_a_written_opinion_that_was_demanded_blocks_the_closing() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    refused(play.unit(1, give_opinion()), "refusal-nothing-asked", "SQ-10(5)");
    play.office_on("supervisor", 1, demand_opinion()).unwrap();
    assert_eq!(play.told(), [("water".to_owned(), "opinion-demanded")]);
    play.citizen(answer_visit(true)).unwrap();
    let refusal = refused(
        play.office("visitor", close("solved")),
        "refusal-condition",
        "SQ-10(5)",
    );
    assert!(refusal.say.unwrap().zh.contains("书面办理意见"));
    let blank = Act::GiveOpinion { text: text("") };
    refused(play.unit(1, blank), "refusal-field-missing", "SQ-10(5)");
    play.unit(1, give_opinion()).unwrap();
    play.office("visitor", close("solved")).unwrap();
}

#[test]
fn sq_10_5_an_opinion_demanded_of_a_unit_that_is_rid_of_the_work_order_blocks_nothing() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office_on("supervisor", 1, demand_opinion()).unwrap();
    play.unit(1, play::ask_send_back()).unwrap();
    play.office_on("dispatcher", 1, play::rule_send_back(true))
        .unwrap();
    play.office("operator", answer("direct", None)).unwrap();
    play.citizen(answer_visit(true)).unwrap();
    play.office("visitor", close("solved")).unwrap();
}

#[test]
fn sq_10_5_closing_says_what_became_of_it() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.citizen(answer_visit(true)).unwrap();
    refused(
        play.office("visitor", close("")),
        "refusal-field-missing",
        "SQ-10(5)",
    );
    refused(
        play.office("visitor", close("poor")),
        "refusal-unknown-id",
        "SQ-10(5)",
    );
}
