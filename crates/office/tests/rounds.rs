//! Rounds: PL-8, moderation of the portal at nine and three on workdays; PL-9, collection at ten. Each is recorded by
//! a named person, and what nobody recorded is missed, once.

use calendar::Instant;
use case::{Actor, Post};
use jiff::civil::date;
use office::directory::{Entry, PersonEntry};
use office::rounds::{RoundRecord, STREAM, SlotState};
use office::{FieldFault, Problem};
use store::both_engines;
use testkit::TestOffice;

const PORTAL: &str = include_str!("../../../procedures/pingliang-messages.toml");

fn china(local: &str) -> Instant {
    Instant::parse(&format!("{local}:00+08:00")).unwrap()
}

fn actor(id: &str, role: &str) -> Actor {
    Actor::Staff {
        person: id.into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: None,
        }],
    }
}

/// It is Monday, 6 January 2014; the rules of the portal have been in force since 2012.
async fn portal(fresh: store::testing::Fresh) -> TestOffice {
    let test = TestOffice::on(fresh).await;
    test.clock.set("2014-01-06T08:00:00");
    test.office
        .adopt_procedure_from(&test.j, PORTAL, Some(date(2012, 10, 25)))
        .await
        .unwrap();
    let person = PersonEntry {
        id: "ma".to_owned(),
        login: "ma".to_owned(),
        name: "马兰".to_owned(),
        password: None,
        email: None,
        phone: None,
        active: true,
    };
    test.office
        .enter(&test.j, "system", vec![Entry::Person(person)])
        .await
        .unwrap();
    test.office.run_rounds().await.unwrap();
    test
}

fn record(round: &str, slot: &str, items: u32, text: &str) -> RoundRecord {
    RoundRecord {
        round: round.to_owned(),
        slot: china(slot),
        items: Some(items),
        text: text.to_owned(),
    }
}

async fn log(test: &TestOffice) -> Vec<String> {
    let events = test.office.store().events(&test.j, STREAM).await.unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

fn code(problem: Problem) -> &'static str {
    match problem {
        Problem::Invalid(faults) => faults.first().map(|FieldFault { code, .. }| *code).unwrap(),
        other => other.code(),
    }
}

both_engines! {
    async fn pl_8_a_round_is_recorded_by_a_named_person_and_once(fresh) {
        let test = portal(fresh).await;
        let who = actor("ma", "info");
        let nine = || record("moderation", "2014-01-06T09:00", 12, "两条涉及供暖");
        let early = test.office.record_round(&test.j, &who, nine()).await.unwrap_err();
        assert_eq!(code(early), "field-slot-not-yet");
        test.clock.set("2014-01-06T09:20:00");
        assert_eq!(test.office.rounds_waiting(&test.j, &who).await.unwrap(), 1);
        test.office.record_round(&test.j, &who, nine()).await.unwrap();
        let again = test.office.record_round(&test.j, &who, nine()).await.unwrap_err();
        assert_eq!(code(again), "field-slot-recorded");
        assert_eq!(test.office.rounds_waiting(&test.j, &who).await.unwrap(), 0);
        let day = test
            .office
            .rounds(&test.j, &who, china("2014-01-06T00:00"), china("2014-01-07T00:00"))
            .await
            .unwrap();
        let SlotState::Recorded { by, items, text, late, .. } = &day[0].state else { panic!("{day:?}") };
        assert_eq!((by.as_str(), *items, text.as_deref(), *late), ("马兰", Some(12), Some("两条涉及供暖"), false));
        let rest: Vec<_> = day[1..].iter().map(|slot| (slot.round.as_str(), slot.state.clone())).collect();
        assert_eq!(rest, [("collection", SlotState::Ahead), ("moderation", SlotState::Ahead)]);
    }

    async fn pl_8_what_nobody_recorded_is_missed_once(fresh) {
        let test = portal(fresh).await;
        test.clock.set("2014-01-06T10:59:59");
        assert_eq!(test.office.run_rounds().await.unwrap(), 0);
        test.clock.set("2014-01-06T11:00:00");
        let other = test.another_process().await;
        let (one, two) = tokio::join!(test.office.run_rounds(), other.run_rounds());
        assert_eq!(one.unwrap() + two.unwrap(), 1);
        assert_eq!(test.office.run_rounds().await.unwrap(), 0);
        assert_eq!(log(&test).await, ["begun", "missed"]);
        // a record that comes now is late, and says so
        let who = actor("ma", "info");
        test.office.record_round(&test.j, &who, record("moderation", "2014-01-06T09:00", 0, "")).await.unwrap();
        let day = test
            .office
            .rounds(&test.j, &who, china("2014-01-06T00:00"), china("2014-01-06T09:01"))
            .await
            .unwrap();
        assert!(matches!(day[0].state, SlotState::Recorded { late: true, text: None, .. }));
    }

    /// A late record never looks punctual, whether or not a timer came by; and the weekend has no round.
    async fn pl_9_a_late_record_stands_behind_the_missed_time(fresh) {
        let test = portal(fresh).await;
        test.clock.set("2014-01-06T14:00:01");
        let who = actor("ma", "info");
        test.office.record_round(&test.j, &who, record("collection", "2014-01-06T10:00", 3, "三条")).await.unwrap();
        assert_eq!(log(&test).await, ["begun", "missed", "recorded"]);
        test.clock.set("2014-01-12T12:00:00");
        // moderation: Monday to Friday twice; collection: Tuesday to Friday
        assert_eq!(test.office.run_rounds().await.unwrap(), 10 + 4);
        let saturday = record("moderation", "2014-01-11T09:00", 0, "");
        let none = test.office.record_round(&test.j, &who, saturday).await.unwrap_err();
        assert_eq!(code(none), "field-no-such-slot");
    }

    async fn pl_8_others_see_nothing_of_it(fresh) {
        let test = portal(fresh).await;
        test.clock.set("2014-01-06T09:30:00");
        let day = (china("2014-01-06T00:00"), china("2014-01-07T00:00"));
        for who in [actor("x", "handler"), test.staff("administrator"), Actor::Citizen(None)] {
            let seen = test.office.rounds(&test.j, &who, day.0, day.1).await;
            assert!(matches!(seen, Err(Problem::Forbidden)), "{who:?}");
            let nine = record("moderation", "2014-01-06T09:00", 1, "");
            let done = test.office.record_round(&test.j, &who, nine).await;
            assert!(matches!(done, Err(Problem::Forbidden)), "{who:?}");
        }
    }

    /// The rows are folds of the log.
    async fn rebuilt_rows_are_the_same(fresh) {
        let test = portal(fresh).await;
        test.clock.set("2014-01-06T12:00:00");
        test.office.run_rounds().await.unwrap();
        let who = actor("ma", "info");
        for slot in [("moderation", "2014-01-06T09:00"), ("collection", "2014-01-06T10:00")] {
            test.office.record_round(&test.j, &who, record(slot.0, slot.1, 2, "看过")).await.unwrap();
        }
        let before = test.fresh.dump("round_row").await;
        assert_eq!(before.len(), 2);
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("round_row").await, before);
    }
}
