//! SQ-18 督办: tracking, urging and supervision; five priorities, by data and by hand.

use crate::play;

use case::{Act, Effect};
use play::{
    Play, accept, arg, convene, designate, dispatch, fail, part, procedure, receive, recheck, refused,
    report, supervise, text, urge,
};

fn selected(play: &Play) -> Vec<&str> {
    play.case.priorities.iter().map(String::as_str).collect()
}

#[test]
fn sq_18_there_are_five_priorities() {
    let ids: Vec<&str> = procedure().priorities.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["livelihood", "poor", "assigned", "hard", "unsolved"]);
}

#[test]
fn sq_18_a_supervisor_selects_a_case_by_hand_and_names_the_priority() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office("supervisor", supervise("livelihood")).unwrap();
    assert_eq!(selected(&play), ["livelihood"]);
    assert_eq!(play.case.supervised, Some(play.now));
    assert_eq!(play.told(), [("water".to_owned(), "supervised")]);
    let refusal = refused(
        play.office("supervisor", supervise("")),
        "refusal-field-missing",
        "SQ-18",
    );
    assert_eq!(arg(&refusal, "field"), "priority");
    refused(
        play.office("supervisor", supervise("whim")),
        "refusal-unknown-id",
        "SQ-18",
    );
    refused(
        play.office("operator", supervise("hard")),
        "refusal-not-yours",
        "SQ-18",
    );
}

#[test]
fn sq_18_poor_handling_selects_itself_after_two_returns_or_one_bad_recheck() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    play.office_on("reviewer", 1, fail("incomplete")).unwrap();
    assert!(selected(&play).is_empty());
    play.unit(1, report("补充")).unwrap();
    play.office_on("reviewer", 1, fail("unspecific")).unwrap();
    assert_eq!(selected(&play), ["poor"]);
    let mut play = Play::replied("2025-03-03T09:00:00");
    play.office("supervisor", recheck("false")).unwrap();
    assert_eq!(selected(&play), ["poor"]);
}

#[test]
fn sq_18_what_is_assigned_from_above_or_designated_selects_itself() {
    for ground in ["6-6", "6-9"] {
        let mut play = Play::new("2025-03-03T09:00:00");
        play.citizen(receive(true)).unwrap();
        play.office("operator", accept(ground)).unwrap();
        assert_eq!(selected(&play), ["assigned"]);
    }
    let mut from_above = receive(true);
    if let Act::Receive { channel, .. } = &mut from_above {
        *channel = "platform".to_owned();
    }
    let mut play = Play::new("2025-03-03T09:00:00");
    play.office("operator", from_above).unwrap();
    assert!(selected(&play).is_empty(), "not before it is accepted");
    play.office("operator", accept("6-2")).unwrap();
    assert_eq!(selected(&play), ["assigned"]);
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("supervisor", designate("water")).unwrap();
    assert_eq!(selected(&play), ["assigned"]);
}

#[test]
fn sq_18_what_crosses_levels_or_concerns_many_units_selects_itself() {
    let lead = part("water", true, false);
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office(
        "dispatcher",
        dispatch(&[lead.clone(), part("roads", false, false)]),
    )
    .unwrap();
    assert!(selected(&play).is_empty());
    play.office("dispatcher", dispatch(&[part("parks", false, false)]))
        .unwrap();
    assert_eq!(selected(&play), ["hard"], "three units");
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("dispatcher", dispatch(&[lead, part("county-a", false, false)]))
        .unwrap();
    assert_eq!(selected(&play), ["hard"], "city and county");
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("supervisor", convene("failed")).unwrap();
    assert_eq!(selected(&play), ["hard"]);
}

#[test]
fn sq_18_what_should_be_solved_and_is_not_selects_itself_24_hours_after_the_limit() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.later("2025-03-04T20:59:59.999").timer();
    assert!(selected(&play).is_empty());
    play.later("2025-03-04T21:00:00").timer();
    assert_eq!(selected(&play), ["unsolved"]);
    let rung = play.events.last().unwrap();
    assert!(matches!(&rung.act, Act::Rung { rung, .. } if rung == "handle-supervise"));
    assert!(rung.effects.contains(&Effect::Select {
        priority: "unsolved".to_owned()
    }));
}

#[test]
fn sq_18_a_unit_is_urged_by_hand_and_told() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office_on("dispatcher", 1, urge()).unwrap();
    assert_eq!(play.case.urges, 1);
    assert_eq!(play.told(), [("water".to_owned(), "urged")]);
    let blank = Act::Urge { text: text("") };
    refused(
        play.office_on("dispatcher", 1, blank),
        "refusal-field-missing",
        "SQ-18",
    );
    refused(play.unit(1, urge()), "refusal-not-yours", "SQ-18");
}

#[test]
fn sq_18_the_rungs_around_the_12_hours_fire_once_and_in_order() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, Act::SignFor).unwrap();
    play.later("2025-03-03T18:59:59.999");
    assert!(play.timer().is_empty());
    play.later("2025-03-03T19:00:00").timer();
    assert_eq!(play.fired(), ["handle-remind"]);
    play.later("2025-03-06T09:00:00").timer();
    assert_eq!(
        play.fired()[1..],
        ["handle", "send-back", "handle-urge", "handle-supervise"]
    );
    assert!(play.timer().is_empty());
    let times: Vec<_> = play.events.iter().map(|e| e.at).collect();
    assert!(times.is_sorted(), "each stands at the time when it fell due");
}
