//! SQ-6 受理范围: an accepted case names one of the nine grounds of scope.

use crate::play;

use case::Standing;
use play::{Play, accept, arg, at, clause, procedure, receive, refused};
use procedure::Purpose;

#[test]
fn sq_6_each_of_the_nine_grounds_accepts_and_cites_its_own_item() {
    for item in 1..=9 {
        let ground = format!("6-{item}");
        let mut play = Play::new("2025-03-03T09:00:00");
        play.citizen(receive(true)).unwrap();
        play.office("operator", accept(&ground)).unwrap();
        assert_eq!(play.case.step, "accepted");
        assert_eq!(play.case.ground.as_deref(), Some(ground.as_str()));
        let named = procedure().ground(&ground).unwrap();
        assert_eq!(named.clause.as_ref().unwrap().as_str(), format!("SQ-6({item})"));
    }
    let grounds = procedure().grounds.iter();
    assert_eq!(grounds.filter(|g| g.purpose == Purpose::Accept).count(), 9);
}

#[test]
fn sq_6_nothing_is_accepted_without_a_ground() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    let refusal = refused(
        play.office("operator", accept("")),
        "refusal-field-missing",
        "SQ-6",
    );
    assert_eq!(arg(&refusal, "field"), "ground");
}

#[test]
fn sq_6_a_ground_outside_the_list_or_of_refusal_accepts_nothing() {
    for ground in ["6-10", "7-1"] {
        let mut play = Play::new("2025-03-03T09:00:00");
        play.citizen(receive(true)).unwrap();
        let refusal = refused(
            play.office("operator", accept(ground)),
            "refusal-unknown-id",
            "SQ-6",
        );
        assert_eq!((arg(&refusal, "list"), arg(&refusal, "id")), ("ground", ground));
    }
}

#[test]
fn sq_2_an_accepted_case_has_a_kind_and_sq_6_only_the_first_taker_or_the_duty_manager_accepts() {
    let mut play = Play::new("2025-03-03T09:00:00");
    let mut unsorted = receive(true);
    if let case::Act::Receive { category, .. } = &mut unsorted {
        *category = None;
    }
    play.citizen(unsorted).unwrap();
    let refusal = refused(
        play.office("operator", accept("6-1")),
        "refusal-field-missing",
        "SQ-2",
    );
    assert_eq!(arg(&refusal, "field"), "category");
    refused(
        play.office("dispatcher", accept("6-1")),
        "refusal-not-yours",
        "SQ-6",
    );
    let sorted = case::Act::Accept {
        ground: "6-1".to_owned(),
        category: Some("consultation".to_owned()),
    };
    play.office("duty-manager", sorted).unwrap();
    assert_eq!(play.case.category.as_deref(), Some("consultation"));
}

#[test]
fn acceptance_is_told_to_the_citizen_and_stops_no_clock() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    play.later("2025-03-03T09:10:00")
        .office("operator", accept("6-2"))
        .unwrap();
    assert_eq!(play.told(), [("citizen".to_owned(), "accepted")]);
    assert_eq!(play.case.accepted, Some(at("2025-03-03T09:10:00")));
    assert_eq!(play.standing("matter", None), Some(Standing::Running));
    let again = play.office("operator", accept("6-2")).unwrap_err();
    assert_eq!((again.code, clause(&again)), ("refusal-wrong-step", "SQ-6"));
}
