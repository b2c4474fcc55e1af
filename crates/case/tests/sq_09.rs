//! SQ-9: statutory matters and emergencies get the matching guidance; an emergency is linked and recorded.

use crate::play;

use calendar::Lang;
use case::Act;
use play::{Play, arg, at, link_emergency, procedure, receive, refuse, refused, text};

fn emergency() -> Play {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(false)).unwrap();
    play.office("operator", refuse("7-5")).unwrap();
    play
}

#[test]
fn sq_9_petition_arbitration_reconsideration_and_court_get_the_statutory_guidance() {
    let guidance = procedure().ground("7-2").unwrap().guidance.as_deref();
    let guidance = procedure()
        .guidance
        .iter()
        .find(|g| Some(g.id.as_str()) == guidance)
        .unwrap();
    assert_eq!(guidance.clause.as_ref().unwrap().as_str(), "SQ-9");
    for route in ["信访", "仲裁", "行政复议", "诉讼"] {
        assert!(guidance.text.get(Lang::Zh).contains(route), "{route}");
    }
}

#[test]
fn sq_9_an_emergency_is_not_filed_before_its_linkage_is_recorded() {
    let mut play = emergency();
    let refusal = refused(play.office("operator", Act::Archive), "refusal-condition", "SQ-9");
    assert!(refusal.say.unwrap().zh.contains("联动记录"));
    let who = play::staff("operator", None);
    assert!(!play.offered(&who).contains(&procedure::Do::Archive));
    play.later("2025-03-03T09:05:00")
        .office("operator", link_emergency(at("2025-03-03T09:01:00")))
        .unwrap();
    assert!(play.case.emergency_linked);
    play.office("operator", Act::Archive).unwrap();
    assert_eq!(play.case.step, "archived");
}

#[test]
fn sq_9_the_linkage_says_whom_and_a_time_that_has_been() {
    let mut play = emergency();
    let nobody = Act::LinkEmergency {
        partner: text(""),
        when: at("2025-03-03T09:00:00"),
        text: None,
    };
    let refusal = refused(play.office("operator", nobody), "refusal-field-missing", "SQ-9");
    assert_eq!(arg(&refusal, "field"), "partner");
    let later = link_emergency(at("2025-03-03T09:00:00.001"));
    refused(play.office("operator", later), "refusal-in-future", "SQ-9");
}

#[test]
fn other_refused_matters_are_filed_without_a_linkage() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(false)).unwrap();
    play.office("operator", refuse("7-1")).unwrap();
    play.office("operator", Act::Archive).unwrap();
    assert_eq!(play.case.step, "archived");
}
