//! SQ-19 重复投诉: two limbs, a person confirms, and a named leader acts in person.

use crate::play;

use case::act::Earlier;
use case::{Act, Actor, Event, Post, Refusal, Standing};
use play::{
    Play, ask_extension, ask_send_back, at, confirm_repeat, dispatch, part, receive, refused, report, staff,
};
use procedure::Do;

fn earlier(first: Option<&str>, replied: Option<&str>, solved: bool, again: &str) -> Earlier {
    Earlier {
        number: "2025030100000017".into(),
        first_complaint: first.map(at),
        replied: replied.map(at),
        solved,
        again: at(again),
    }
}

fn confirm(earlier: Earlier) -> Result<Vec<Event>, Refusal> {
    let mut play = Play::new("2025-05-05T09:00:00");
    play.citizen(receive(true)).unwrap();
    play.office("operator", confirm_repeat(earlier))
}

#[track_caller]
fn no_repeat(earlier: Earlier) {
    refused(confirm(earlier), "refusal-not-a-repeat", "SQ-19");
}

#[test]
fn sq_19_a_within_a_month_after_the_closing_reply_by_anyone() {
    let replied = Some("2025-03-05T10:00:00");
    confirm(earlier(None, replied, true, "2025-03-05T10:00:00")).unwrap();
    confirm(earlier(None, replied, true, "2025-04-05T23:59:59.999")).unwrap();
    no_repeat(earlier(None, replied, true, "2025-04-06T00:00:00"));
    no_repeat(earlier(None, replied, true, "2025-03-05T09:59:59.999"));
    no_repeat(earlier(None, None, false, "2025-03-06T00:00:00"));
}

#[test]
fn sq_19_a_a_month_from_31_january_ends_with_the_last_day_of_february() {
    let replied = Some("2025-01-31T10:00:00");
    confirm(earlier(None, replied, true, "2025-02-28T23:59:59.999")).unwrap();
    no_repeat(earlier(None, replied, true, "2025-03-01T00:00:00"));
}

#[test]
fn sq_19_b_more_than_6_days_after_that_citizens_first_complaint_and_unsolved() {
    let first = Some("2025-03-03T09:00:00");
    no_repeat(earlier(first, None, false, "2025-03-09T23:59:59.999"));
    confirm(earlier(first, None, false, "2025-03-10T00:00:00")).unwrap();
    no_repeat(earlier(first, None, true, "2025-03-10T00:00:00"));
    no_repeat(earlier(None, None, false, "2025-03-10T00:00:00"));
}

#[test]
fn sq_19_b_an_extension_does_not_stop_this_count() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, ask_extension("6 days")).unwrap();
    play.office_on("dispatcher", 1, play::rule_extension(true))
        .unwrap();
    play.later("2025-03-09T20:00:00");
    assert_eq!(play.standing("handle", Some(1)), Some(Standing::Running));
    play.later("2025-03-10T00:00:00").timer();
    assert_eq!(play.standing("matter", None), Some(Standing::Overdue));
    play.citizen(play::add()).unwrap();
    let own = earlier(Some("2025-03-03T09:00:00"), None, false, "2025-03-10T00:00:00");
    play.office("operator", confirm_repeat(own)).unwrap();
    assert_eq!(
        play.case.order(1).unwrap().in_person.as_deref(),
        Some("principal")
    );
}

/// A case of `unit` that is confirmed as a repeat.
fn repeat(unit: &str, direct: bool) -> Play {
    let mut play = Play::accepted("2025-03-10T09:00:00");
    let found = earlier(None, Some("2025-03-05T10:00:00"), true, "2025-03-10T09:00:00");
    play.office("supervisor", confirm_repeat(found)).unwrap();
    play.office("dispatcher", dispatch(&[part(unit, true, direct)]))
        .unwrap();
    play
}

#[test]
fn sq_19_a_city_units_principal_acts_in_person_and_a_countys_leader_in_charge() {
    for (unit, leader) in [("water", "principal"), ("county-a", "county-leader")] {
        let mut play = repeat(unit, false);
        assert_eq!(play.case.order(1).unwrap().in_person.as_deref(), Some(leader));
        play.unit(1, Act::SignFor).unwrap();
        let refusal = refused(play.unit(1, report("已办")), "refusal-condition", "SQ-19");
        assert!(refusal.say.is_some());
        assert!(!play.offered(&staff("handler", Some(unit))).contains(&Do::Report));
        let other = if leader == "principal" {
            "county-leader"
        } else {
            "principal"
        };
        refused(
            play.unit_as(other, 1, report("已办")),
            "refusal-condition",
            "SQ-19",
        );
        play.unit_as(leader, 1, report("已办")).unwrap();
    }
}

#[test]
fn sq_19_more_time_and_a_send_back_are_asked_in_person_too() {
    let mut play = repeat("water", false);
    refused(play.unit(1, ask_extension("1 day")), "refusal-condition", "SQ-19");
    refused(play.unit(1, ask_send_back()), "refusal-condition", "SQ-19");
    play.unit_as("principal", 1, ask_extension("1 day")).unwrap();
    play.unit_as("principal", 1, ask_send_back()).unwrap();
    let mut play = repeat("water", false);
    play.later("2025-03-10T21:00:00");
    let late = play.unit_as("principal", 1, ask_send_back());
    refused(late, "refusal-condition", "SQ-10(4)");
}

#[test]
fn sq_19_a_directly_answerable_repeat_is_answered_in_person_too() {
    let mut play = repeat("water", true);
    refused(play.unit(1, report("已答复")), "refusal-condition", "SQ-19");
    play.unit_as("principal", 1, report("已答复")).unwrap();
}

#[test]
fn sq_19_one_who_is_handler_and_principal_acts_as_the_principal() {
    let mut play = repeat("water", false);
    let both = Actor::Staff {
        person: "li".into(),
        posts: ["handler", "principal"]
            .map(|role| Post {
                role: role.to_owned(),
                unit: Some("water".into()),
            })
            .to_vec(),
    };
    play.give(&both, Some(1), Act::SignFor).unwrap();
    let events = play.give(&both, Some(1), report("已办")).unwrap();
    assert!(matches!(&events[0].by, case::By::Staff { role, .. } if role == "principal"));
}

#[test]
fn sq_19_a_repeat_confirmed_later_reaches_the_work_orders_at_hand_and_those_opened_again() {
    let mut play = Play::replied("2025-03-03T09:00:00");
    let again = earlier(None, Some("2025-03-03T09:00:00"), false, "2025-03-03T10:00:00");
    play.later("2025-03-03T10:00:00")
        .office("operator", confirm_repeat(again))
        .unwrap();
    assert!(play.told().contains(&("supervisor".to_owned(), "repeat")));
    assert!(play.case.priorities.contains(&"unsolved".to_owned()));
    play.dissatisfied_twice();
    refused(play.unit(1, report("整改")), "refusal-condition", "SQ-19");
    play.unit_as("principal", 1, report("整改")).unwrap();
}

#[test]
fn sq_19_the_citizens_6_days_count_from_the_first_complaint() {
    let mut play = Play::accepted("2025-03-10T09:00:00");
    let found = earlier(Some("2025-03-03T09:00:00"), None, false, "2025-03-10T09:00:00");
    play.office("operator", confirm_repeat(found)).unwrap();
    assert_eq!(play.due("matter", None), "2025-03-10T00:00:00+08:00");
    play.timer();
    assert_eq!(play.standing("matter", None), Some(Standing::Overdue));
    assert_eq!(play.fired(), ["matter-remind", "matter", "matter-supervise"]);
    let running = play
        .case
        .clocks
        .iter()
        .filter(|c| c.id == "matter" && c.is_open());
    assert_eq!(running.count(), 1);
}

#[test]
fn sq_19_only_people_of_the_hotline_confirm() {
    let mut play = Play::accepted("2025-03-10T09:00:00");
    let found = earlier(None, Some("2025-03-05T10:00:00"), true, "2025-03-10T09:00:00");
    refused(play.citizen(confirm_repeat(found)), "refusal-not-yours", "SQ-19");
}
