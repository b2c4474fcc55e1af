//! What people need and no text names: withdrawing, adding, correcting, taking back, reopening. 本单位规定.

use crate::play;

use case::act::Correctable;
use case::{Act, Effect, Standing, rows};
use play::{
    Play, add, arg, at, close, dispatch, part, pass, receive, refuse, refused, reopen, report, rules,
    take_back, text, withdraw,
};

#[test]
fn the_citizen_withdraws_and_work_orders_and_clocks_end() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.unit(1, play::ask_extension("1 day")).unwrap();
    play.citizen(withdraw()).unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("withdrawn", "ended")
    );
    assert!(!play.case.order(1).unwrap().is_open());
    assert!(play.case.clocks.iter().all(|c| !c.is_open()));
    assert_eq!(play.told(), [("water".to_owned(), "withdrawn")]);
    play.later("2025-04-03T09:00:00");
    assert!(play.timer().is_empty(), "nothing lapses any more");
    assert!(play.case.open_request(1, false).is_none());
    let row = rows::rows(&rules(), &play.case, &"1".into()).unwrap().case;
    assert_eq!((row.ended, row.due), (true, None));
    refused(play.citizen(add()), "refusal-wrong-step", "house");
}

#[test]
fn an_operator_withdraws_for_the_citizen_with_a_reason() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let silent = Act::Withdraw { reason: text("") };
    let refusal = refused(play.office("operator", silent), "refusal-field-missing", "house");
    assert_eq!(arg(&refusal, "field"), "reason");
    play.office("operator", withdraw()).unwrap();
}

#[test]
fn the_citizen_adds_and_the_message_itself_stays_as_it_was() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    let original = play.case.text.clone();
    play.later("2025-03-03T10:00:00").citizen(add()).unwrap();
    assert_eq!(play.case.text, original);
    assert_eq!(play.case.complained, Some(at("2025-03-03T10:00:00")));
    assert_eq!(play.told(), [("water".to_owned(), "added")]);
}

fn correction(field: Correctable, old: Option<&str>, new: &str) -> Act {
    Act::Correct {
        field,
        old: old.map(text),
        new: text(new),
        reason: text("听错了"),
    }
}

#[test]
fn a_mistyped_field_is_corrected_with_old_new_and_reason() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    for (field, old) in [
        (Correctable::Title, Some("路灯不亮")),
        (Correctable::Name, Some("王小明")),
        (Correctable::Phone, Some("13800138000")),
        (Correctable::IdNumber, None),
        (Correctable::Address, None),
    ] {
        play.office("operator", correction(field, old, "更正")).unwrap();
    }
    let citizen = play.case.citizen.as_ref().unwrap();
    assert_eq!(play.case.title, Some(text("更正")));
    assert_eq!([&citizen.name, &citizen.phone], [&text("更正"), &text("更正")]);
    assert_eq!(
        [&citizen.id_number, &citizen.address],
        [&Some(text("更正")), &Some(text("更正"))]
    );
    let silent = Act::Correct {
        field: Correctable::Title,
        old: Some(text("更正")),
        new: text("再更正"),
        reason: text(""),
    };
    refused(play.office("operator", silent), "refusal-field-missing", "house");
}

#[test]
fn a_correction_of_nothing_by_nothing_or_of_what_changed_meanwhile_is_refused() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let blank = correction(Correctable::Title, Some("路灯不亮"), "");
    refused(
        play.office("operator", blank),
        "refusal-correction-empty",
        "house",
    );
    for old in [None, Some("路灯不量")] {
        let other = correction(Correctable::Title, old, "路灯");
        refused(
            play.office("operator", other),
            "refusal-corrected-meanwhile",
            "house",
        );
    }
    let mut unknown = receive(true);
    if let Act::Receive { citizen, .. } = &mut unknown {
        *citizen = None;
    }
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(unknown).unwrap();
    let nobody = correction(Correctable::Name, None, "王小明");
    refused(
        play.office("operator", nobody),
        "refusal-nothing-to-correct",
        "house",
    );
}

#[test]
fn a_wrong_dispatch_is_taken_back_before_it_is_signed_for_and_not_after() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.office_on("dispatcher", 1, take_back()).unwrap();
    assert_eq!(
        (play.case.step.as_str(), play.order_step(1)),
        ("accepted", "taken-back")
    );
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::Withdrawn));
    assert_eq!(play.told(), [("water".to_owned(), "taken-back")]);
    play.later("2025-03-03T09:30:00")
        .office("dispatcher", dispatch(&[part("roads", true, false)]))
        .unwrap();
    assert_eq!(play.due("sign", Some(2)), "2025-03-03T10:30:00+08:00");
    play.unit(2, Act::SignFor).unwrap();
    refused(
        play.office_on("dispatcher", 2, take_back()),
        "refusal-wrong-step",
        "house",
    );
}

#[test]
fn one_of_several_taken_back_leaves_the_others_at_work() {
    let mut play = Play::accepted("2025-03-03T09:00:00");
    let both = dispatch(&[part("water", true, false), part("roads", false, false)]);
    play.office("dispatcher", both).unwrap();
    play.office_on("dispatcher", 2, take_back()).unwrap();
    assert_eq!(play.case.step, "handling");
    play.unit(1, Act::SignFor).unwrap();
    play.unit(1, report("已办")).unwrap();
    play.office_on("reviewer", 1, pass()).unwrap();
    assert_eq!(play.case.step, "to-reply");
}

#[test]
fn a_closed_case_is_opened_again_and_the_citizens_clock_goes_on_as_it_was() {
    let mut play = Play::closed("2025-03-03T09:00:00");
    assert_eq!(play.standing("matter", None), Some(Standing::Met));
    play.later("2025-03-05T09:00:00")
        .office("duty-manager", reopen())
        .unwrap();
    assert_eq!((play.case.step.as_str(), play.case.closed), ("accepted", None));
    assert_eq!(
        play.due("matter", None),
        "2025-03-10T00:00:00+08:00",
        "no new time"
    );
    assert_eq!(play.standing("matter", None), Some(Standing::Running));
    let headless = play.office("dispatcher", dispatch(&[part("roads", false, false)]));
    let refusal = refused(headless, "refusal-field-missing", "SQ-8");
    assert_eq!(arg(&refusal, "field"), "lead", "the old lead's work is done");
    play.office("dispatcher", dispatch(&[part("roads", true, false)]))
        .unwrap();
    play.unit(2, Act::SignFor).unwrap();
    play.unit(2, report("已办")).unwrap();
    play.office_on("reviewer", 2, pass()).unwrap();
    play.office("reviewer", play::reply()).unwrap();
    play.dissatisfied_twice();
    assert_eq!(
        play.case.step, "rectifying",
        "a new round has its own first visit"
    );
    assert_eq!(
        (play.order_step(1), play.order_step(2)),
        ("done", "order-rectifying")
    );
}

#[test]
fn an_archived_a_refused_and_a_withdrawn_case_can_be_opened_again() {
    let mut play = Play::closed("2025-03-03T09:00:00");
    play.office("visitor", Act::Archive).unwrap();
    play.office("supervisor", reopen()).unwrap();
    assert_eq!(play.case.step, "accepted");
    let mut play = Play::new("2025-03-03T09:00:00");
    play.citizen(receive(true)).unwrap();
    play.office("operator", refuse("7-1")).unwrap();
    play.office("supervisor", reopen()).unwrap();
    assert_eq!((play.case.step.as_str(), play.case.refused), ("received", None));
    assert_eq!(play.standing("matter", None), Some(Standing::Running));
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    play.citizen(withdraw()).unwrap();
    refused(play.office("operator", reopen()), "refusal-not-yours", "house");
    play.office("supervisor", reopen()).unwrap();
    assert_eq!(play.case.step, "accepted");
    assert!(
        play.events
            .last()
            .unwrap()
            .effects
            .iter()
            .any(|e| matches!(e, Effect::RunAgain { .. }))
    );
}

#[test]
fn nothing_happens_to_a_closed_case_but_what_the_rules_say() {
    let mut play = Play::closed("2025-03-03T09:00:00");
    refused(play.citizen(withdraw()), "refusal-wrong-step", "house");
    refused(
        play.office("dispatcher", dispatch(&[part("roads", true, false)])),
        "refusal-wrong-step",
        "SQ-8",
    );
    refused(
        play.office("visitor", close("solved")),
        "refusal-wrong-step",
        "SQ-10(5)",
    );
}
