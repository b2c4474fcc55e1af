//! Two times and stale eyes: lapses come before late acts, a refusal changes nothing, a judgement names what it saw.

use crate::play;

use case::{Act, Actor, Case, Command, Standing, decide, next_timer, rows};
use play::{Play, add, arg, at, pass, refused, report, rules, staff, text};

#[test]
fn a_late_act_shows_the_lapse_before_itself_though_no_timer_came_by() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let events = play.later("2025-03-03T12:00:00").unit(1, Act::SignFor).unwrap();
    let times: Vec<_> = events.iter().map(|e| e.at).collect();
    assert!(matches!(&events[0].act, Act::Lapse { clock, .. } if clock == "sign"));
    assert_eq!(
        times[0],
        at("2025-03-03T10:00:00"),
        "at the time when it fell due"
    );
    assert_eq!(events.last().map(|e| e.act.clone()), Some(Act::SignFor));
    assert!(times.is_sorted());
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::MetLate));
}

#[test]
fn a_command_refused_while_a_lapse_is_due_changes_nothing() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let before = play.case.clone();
    play.later("2025-03-04T12:00:00");
    refused(play.unit(1, report("已办")), "refusal-no-rule", "SQ-10(3)");
    assert_eq!(
        play.case, before,
        "the timer records the lapse, not the refused command"
    );
    assert!(!play.timer().is_empty());
}

#[test]
fn a_clock_behind_the_last_event_does_not_turn_time_back() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.later("2025-03-03T08:00:00").unit(1, Act::SignFor).unwrap();
    assert_eq!(play.events.last().unwrap().at, at("2025-03-03T09:00:00"));
}

#[test]
fn a_review_names_what_it_saw_and_is_refused_when_that_has_changed() {
    let mut play = Play::reported("2025-03-03T09:00:00");
    let seen = play.case.seq;
    let reviewer = staff("reviewer", None);
    let blind = play.give_having_seen(&reviewer, Some(1), pass(), None);
    refused(blind, "refusal-seen-missing", "seen-missing");
    play.citizen(add()).unwrap();
    let stale = play.give_having_seen(&reviewer, Some(1), pass(), Some(seen));
    let refusal = refused(stale, "refusal-stale", "SQ-10(4)");
    assert_eq!(arg(&refusal, "since"), seen.to_string());
    assert_eq!(arg(&refusal, "changed"), (seen + 1).to_string());
    play.give_having_seen(&reviewer, Some(1), pass(), Some(seen + 1))
        .unwrap();
}

#[test]
fn a_ruling_is_stale_when_the_request_came_later_and_not_when_a_lapse_did() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let dispatcher = staff("dispatcher", None);
    let before = play.case.seq;
    play.unit(1, play::ask_extension("1 day")).unwrap();
    let stale = play.give_having_seen(&dispatcher, Some(1), play::rule_extension(true), Some(before));
    refused(stale, "refusal-stale", "SQ-10(3)");
    let seen = play.case.seq;
    play.later("2025-03-03T10:00:00").timer();
    play.give_having_seen(&dispatcher, Some(1), play::rule_extension(true), Some(seen))
        .unwrap();
}

#[test]
fn a_past_case_enters_closed_starts_no_clock_and_tells_nobody() {
    let history = |received: &str| Act::RecordHistory {
        channel: "website".to_owned(),
        title: text("路灯"),
        text: text("不亮"),
        name: None,
        reply: Some(text("已修")),
        received: at(received),
        replied: Some(at("2019-04-27T10:00:00")),
        external: Some("17".to_owned()),
    };
    let give = |case: &Case, who: &Actor, act: Act| {
        let id = "import".into();
        let (order, seen) = (None, None);
        decide(
            &rules(),
            case,
            &Command { id, act, order, seen },
            who,
            at("2025-03-03T09:00:00"),
        )
    };
    let none = Case::default();
    let events = give(&none, &Actor::System, history("2019-04-25T09:32:09")).unwrap();
    assert!(matches!(&events[..], [one] if one.effects.len() == 1));
    let past = Case::fold(&events);
    assert!(past.clocks.is_empty() && past.history);
    let row = rows::rows(&rules(), &past, &"1".into()).unwrap().case;
    assert!(row.ended && row.history);
    assert_eq!(
        (row.received, row.closed),
        (at("2019-04-25T09:32:09"), Some(at("2019-04-27T10:00:00")))
    );
    let again = give(&past, &Actor::System, history("2019-04-25T09:32:09"));
    refused(again, "refusal-number-taken", "number-taken");
    let by_hand = give(&none, &staff("operator", None), history("2019-04-25T09:32:09"));
    refused(by_hand, "refusal-not-yours", "not-yours");
    let future = give(&none, &Actor::System, history("2025-03-04T00:00:00"));
    refused(future, "refusal-history-in-future", "history-in-future");
}

#[test]
fn the_next_timer_is_the_next_rung_or_lapse_and_none_when_all_has_fired() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let index = |play: &Play| {
        let found = play.case.clocks.iter().position(|c| c.id == "handle");
        u32::try_from(found.unwrap()).unwrap()
    };
    let next = |play: &Play| next_timer(&rules(), &play.case, index(play));
    assert_eq!(next(&play), Some(at("2025-03-03T19:00:00")), "two hours before");
    play.later("2025-03-03T19:00:00").timer();
    assert_eq!(next(&play), Some(at("2025-03-03T21:00:00")), "the lapse");
    play.later("2025-03-03T21:00:00").timer();
    assert_eq!(next(&play), Some(at("2025-03-04T21:00:00")), "24 hours after");
    play.later("2025-03-04T21:00:00").timer();
    assert_eq!(next(&play), None);
}
