//! SQ-20: visiting again and checking, supervision by work order, convening and designating the lead unit.

use crate::play;

use case::Act;
use play::{Play, arg, convene, designate, dispatch, part, recheck, refused, supervise, text};

#[test]
fn sq_20_poor_false_and_concealed_handling_are_found_by_a_recheck_and_counted() {
    for (outcome, bad) in [("poor", 1), ("false", 1), ("concealed", 1), ("in-order", 0)] {
        let mut play = Play::closed("2025-03-03T09:00:00");
        play.office("supervisor", recheck(outcome)).unwrap();
        assert_eq!(play.case.bad_rechecks, bad, "{outcome}");
        assert_eq!(play.case.step, "closed");
    }
    let mut play = Play::closed("2025-03-03T09:00:00");
    refused(
        play.office("supervisor", recheck("solved")),
        "refusal-unknown-id",
        "SQ-20",
    );
    refused(
        play.office("supervisor", recheck("")),
        "refusal-field-missing",
        "SQ-20",
    );
    refused(
        play.office("operator", recheck("poor")),
        "refusal-not-yours",
        "SQ-20",
    );
}

#[test]
fn sq_20_what_was_found_poor_can_be_handled_again() {
    let mut play = Play::closed("2025-03-03T09:00:00");
    play.office("supervisor", recheck("poor")).unwrap();
    play.office("supervisor", play::reopen()).unwrap();
    assert_eq!(play.case.step, "accepted");
}

#[test]
fn sq_20_what_could_be_done_and_is_not_is_supervised() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office("supervisor", supervise("unsolved")).unwrap();
    assert_eq!(play.case.priorities, ["unsolved"]);
    play.office("supervisor", recheck("poor")).unwrap();
    assert!(play.case.evasion_after_supervision);
}

#[test]
fn sq_20_the_hotline_convenes_the_units_and_keeps_the_record() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office("supervisor", convene("agreed")).unwrap();
    assert_eq!(play.case.failed_coordinations, 0);
    play.office("supervisor", convene("failed")).unwrap();
    assert_eq!(play.case.failed_coordinations, 1);
    let empty = Act::Convene {
        units: Vec::new(),
        outcome: "failed".to_owned(),
        text: text("无人到会"),
    };
    let refusal = refused(play.office("supervisor", empty), "refusal-field-missing", "SQ-20");
    assert_eq!(arg(&refusal, "field"), "units");
    refused(
        play.office("dispatcher", convene("agreed")),
        "refusal-not-yours",
        "SQ-20",
    );
}

#[test]
fn sq_20_the_lead_unit_that_was_designated_leads_and_no_other() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    play.office("supervisor", designate("river")).unwrap();
    let refusal = refused(
        play.office("dispatcher", dispatch(&[part("water", true, false)])),
        "refusal-other-lead-designated",
        "SQ-20",
    );
    assert_eq!(
        (arg(&refusal, "unit"), arg(&refusal, "designated")),
        ("water", "river")
    );
    let right = dispatch(&[part("river", true, false), part("water", false, false)]);
    play.office("dispatcher", right).unwrap();
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let silent = Act::Designate {
        unit: play::unit("river"),
        reason: text(""),
    };
    refused(
        play.office("supervisor", silent),
        "refusal-field-missing",
        "SQ-20",
    );
}

#[test]
fn sq_20_designated_while_others_are_at_work_the_lead_passes_on() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let both = dispatch(&[part("water", true, false), part("river", false, false)]);
    play.office("dispatcher", both).unwrap();
    play.office("supervisor", designate("river")).unwrap();
    assert_eq!(
        play.told(),
        [
            ("dispatcher".to_owned(), "designated"),
            ("water".to_owned(), "designated"),
            ("river".to_owned(), "designated")
        ]
    );
    let leads: Vec<bool> = play.case.orders.iter().map(|o| o.lead).collect();
    assert_eq!(leads, [false, true]);
    play.office("supervisor", designate("county-a")).unwrap();
    let missing = play.office("dispatcher", dispatch(&[part("roads", false, false)]));
    refused(missing, "refusal-field-missing", "SQ-8");
    play.office("dispatcher", dispatch(&[part("county-a", true, false)]))
        .unwrap();
}
