//! SQ-8: the work goes to whoever is in charge; one who cannot decide passes it up.

use crate::play;

use case::Act;
use play::{Play, accept, arg, dispatch, part, receive, refuse, refused, text};

fn passed_up() -> Play {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    let up = Act::PassUp {
        reason: text("职责不清"),
    };
    play.office("operator", up).unwrap();
    play
}

#[test]
fn sq_8_one_who_cannot_decide_passes_it_up_and_a_superior_decides() {
    let mut play = passed_up();
    assert_eq!(play.case.step, "passed-up");
    assert_eq!(play.told(), [("duty-manager".to_owned(), "passed-up")]);
    refused(
        play.office("operator", accept("6-2")),
        "refusal-not-yours",
        "SQ-8",
    );
    refused(
        play.office("operator", refuse("7-1")),
        "refusal-not-yours",
        "SQ-8",
    );
    play.office("duty-manager", accept("6-2")).unwrap();
    assert_eq!(play.case.step, "accepted");
    let mut play = passed_up();
    play.office("supervisor", refuse("7-1")).unwrap();
    assert_eq!(play.case.step, "refused");
}

#[test]
fn sq_8_passing_up_needs_a_reason_and_is_for_the_first_taker() {
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    let silent = || Act::PassUp { reason: text("") };
    let refusal = refused(play.office("operator", silent()), "refusal-field-missing", "SQ-8");
    assert_eq!(arg(&refusal, "field"), "reason");
    refused(play.office("dispatcher", silent()), "refusal-not-yours", "SQ-8");
}

#[test]
fn sq_8_a_dispatch_names_at_least_one_unit_and_just_one_lead() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let none = refused(
        play.office("dispatcher", dispatch(&[])),
        "refusal-field-missing",
        "SQ-8",
    );
    assert_eq!(arg(&none, "field"), "units");
    let headless = dispatch(&[part("water", false, false)]);
    let refusal = refused(
        play.office("dispatcher", headless),
        "refusal-field-missing",
        "SQ-8",
    );
    assert_eq!(arg(&refusal, "field"), "lead");
    let two = dispatch(&[part("water", true, false), part("roads", true, false)]);
    refused(play.office("dispatcher", two), "refusal-field-missing", "SQ-8");
    let twice = dispatch(&[part("water", true, false), part("water", false, false)]);
    refused(play.office("dispatcher", twice), "refusal-unit-twice", "SQ-8");
    let both = dispatch(&[part("water", true, false), part("roads", false, false)]);
    play.office("dispatcher", both).unwrap();
    assert_eq!(
        play.told(),
        [
            ("water".to_owned(), "dispatched"),
            ("roads".to_owned(), "dispatched")
        ]
    );
}

#[test]
fn sq_8_while_a_lead_unit_is_at_work_others_only_assist() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let refusal = refused(
        play.office("dispatcher", dispatch(&[part("roads", true, false)])),
        "refusal-second-lead",
        "SQ-8",
    );
    assert_eq!(arg(&refusal, "unit"), "water");
    let again = dispatch(&[part("water", false, false)]);
    refused(play.office("dispatcher", again), "refusal-unit-twice", "SQ-8");
    play.office("dispatcher", dispatch(&[part("roads", false, false)]))
        .unwrap();
    assert_eq!(play.case.orders.len(), 2);
}

#[test]
fn sq_4_units_act_on_their_own_work_orders_only() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let stranger = play::staff("handler", Some("roads"));
    refused(
        play.give(&stranger, Some(1), Act::SignFor),
        "refusal-not-yours",
        "SQ-10(3)",
    );
    refused(
        play.office("operator", Act::SignFor),
        "refusal-order-missing",
        "SQ-10(3)",
    );
    refused(
        play.office_on("operator", 2, Act::SignFor),
        "refusal-no-such-order",
        "no-such-order",
    );
    play.unit(1, Act::SignFor).unwrap();
}

#[test]
fn sq_8_the_reply_waits_until_every_unit_is_done() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let both = dispatch(&[part("water", true, false), part("roads", false, false)]);
    play.office("dispatcher", both).unwrap();
    for order in [1, 2] {
        play.unit(order, Act::SignFor).unwrap();
        play.unit(order, play::report("已办")).unwrap();
    }
    play.office_on("reviewer", 2, play::pass()).unwrap();
    assert_eq!(play.case.step, "handling");
    play.office_on("reviewer", 1, play::pass()).unwrap();
    assert_eq!(play.case.step, "to-reply");
}

#[test]
fn sq_8_without_a_lead_the_case_goes_back_to_dispatch_and_not_to_the_reply() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let both = dispatch(&[part("water", true, false), part("roads", false, false)]);
    play.office("dispatcher", both).unwrap();
    play.unit(1, play::ask_send_back()).unwrap();
    play.office_on("dispatcher", 1, play::rule_send_back(true))
        .unwrap();
    assert_eq!(play.case.step, "handling", "the assisting unit is still at work");
    play.unit(2, Act::SignFor).unwrap();
    play.unit(2, play::report("已办")).unwrap();
    play.office_on("reviewer", 2, play::pass()).unwrap();
    assert_eq!(play.case.step, "accepted", "nobody leads");
    let refusal = refused(
        play.office("dispatcher", dispatch(&[part("river", false, false)])),
        "refusal-field-missing",
        "SQ-8",
    );
    assert_eq!(arg(&refusal, "field"), "lead");
    play.office("dispatcher", dispatch(&[part("river", true, false)]))
        .unwrap();
}
