//! SQ-7 不予受理范围, with SQ-8's duty to explain: a refused case names one of the six grounds.

use crate::play;

use calendar::Lang;
use case::{Act, Standing};
use play::{Play, arg, procedure, receive, refuse, refused, text};
use procedure::Purpose;

#[test]
fn sq_7_each_of_the_six_grounds_refuses_with_its_item_and_its_guidance() {
    for item in 1..=6 {
        let ground = format!("7-{item}");
        let mut play = Play::new("2025-03-03T09:00:00");
        play.citizen(receive(false)).unwrap();
        play.office("operator", refuse(&ground)).unwrap();
        assert_eq!(play.case.step, "refused");
        assert_eq!(play.case.ground.as_deref(), Some(ground.as_str()));
        assert_eq!(play.told(), [("citizen".to_owned(), "refused")]);
        assert_eq!(play.standing("matter", None), Some(Standing::Withdrawn));
        let named = procedure().ground(&ground).unwrap();
        assert_eq!(named.clause.as_ref().unwrap().as_str(), format!("SQ-7({item})"));
        let guidance = named.guidance.as_deref().unwrap();
        assert!(procedure().guidance.iter().any(|g| g.id == guidance));
    }
    let grounds = procedure().grounds.iter();
    assert_eq!(grounds.filter(|g| g.purpose == Purpose::Refuse).count(), 6);
}

#[test]
fn sq_7_5_an_emergency_shows_where_to_call_at_once() {
    let ground = procedure().ground("7-5").unwrap();
    assert!(ground.emergency);
    let guidance = ground.guidance.as_deref();
    let guidance = procedure()
        .guidance
        .iter()
        .find(|g| Some(g.id.as_str()) == guidance)
        .unwrap();
    for number in ["110", "119", "120", "水上"] {
        assert!(guidance.text.get(Lang::Zh).contains(number), "{number}");
    }
}

#[test]
fn sq_8_a_refusal_without_an_explanation_is_refused() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(false)).unwrap();
    let silent = Act::Refuse {
        ground: "7-1".to_owned(),
        explanation: text(""),
    };
    let refusal = refused(play.office("operator", silent), "refusal-field-missing", "SQ-8");
    assert_eq!(arg(&refusal, "field"), "explanation");
}

#[test]
fn sq_7_nothing_is_refused_without_a_ground_or_on_a_ground_of_acceptance() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(false)).unwrap();
    refused(
        play.office("operator", refuse("")),
        "refusal-field-missing",
        "SQ-7",
    );
    refused(
        play.office("operator", refuse("6-1")),
        "refusal-unknown-id",
        "SQ-7",
    );
}

#[test]
fn sq_7_an_accepted_case_is_not_refused_any_more() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    refused(
        play.office("operator", refuse("7-1")),
        "refusal-wrong-step",
        "SQ-7",
    );
}
