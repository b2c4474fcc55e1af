//! SQ-8, SQ-10(2): whoever takes a call can accept, answer, refuse or pass up in the same breath, as the rules let them.

use crate::play;

use case::Actor;
use case::at_once::at_once;
use play::{at, rules, staff};
use procedure::{Do, Field};

fn ways(who: &Actor) -> Vec<Vec<Do>> {
    let now = at("2025-03-03T09:00:00");
    at_once(&rules(), who, now)
        .ways
        .into_iter()
        .map(|way| way.acts)
        .collect()
}

#[test]
fn sq_10_2_an_operator_accepts_answers_refuses_or_passes_up_and_does_not_dispatch() {
    assert_eq!(
        ways(&staff("operator", None)),
        [
            vec![Do::Accept],
            vec![Do::Accept, Do::Answer],
            vec![Do::Refuse],
            vec![Do::PassUp],
        ]
    );
}

#[test]
fn sq_8_who_takes_no_calls_has_no_way_on() {
    for role in ["dispatcher", "reviewer", "supervisor"] {
        assert_eq!(ways(&staff(role, None)), Vec::<Vec<Do>>::new(), "{role}");
    }
    assert_eq!(ways(&staff("handler", Some("water"))), Vec::<Vec<Do>>::new());
    assert_eq!(ways(&Actor::Citizen(None)), Vec::<Vec<Do>>::new());
}

#[test]
fn sq_6_a_way_asks_for_all_that_its_acts_need() {
    let open = at_once(&rules(), &staff("operator", None), at("2025-03-03T09:00:00"));
    let answer = open
        .ways
        .iter()
        .find(|way| way.acts.last() == Some(&Do::Answer))
        .unwrap();
    for need in [
        Field::Ground,
        Field::Category,
        Field::RealName,
        Field::Way,
        Field::Text,
    ] {
        assert!(answer.needs.contains(&need), "{need:?}");
    }
    assert!(open.repeats);
}
