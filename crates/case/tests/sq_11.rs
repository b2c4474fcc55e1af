//! SQ-11: the clocks run through nights and holidays, and a dispatch names who is on duty now.

use crate::play;

use case::Standing;
use play::Play;

#[test]
fn sq_11_the_hours_run_through_the_night_of_national_day() {
    let mut play = Play::dispatched("2025-10-01T23:30:00");
    assert_eq!(play.due("sign", Some(1)), "2025-10-02T00:30:00+08:00");
    assert_eq!(play.due("handle", Some(1)), "2025-10-02T11:30:00+08:00");
    assert_eq!(
        play.due("matter", None),
        "2025-10-08T00:00:00+08:00",
        "six natural days, holidays all"
    );
    play.later("2025-10-02T00:30:00").timer();
    assert_eq!(play.standing("sign", Some(1)), Some(Standing::Overdue));
}

#[test]
fn sq_11_the_days_of_an_extension_run_through_the_holiday_too() {
    let mut play = Play::dispatched("2025-09-30T20:00:00");
    play.unit(1, play::ask_extension("6 days")).unwrap();
    play.office_on("duty-manager", 1, play::rule_extension(true))
        .unwrap();
    assert_eq!(play.due("handle", Some(1)), "2025-10-07T08:00:00+08:00");
}

#[test]
fn sq_11_the_dispatch_names_who_is_on_duty_now_and_keeps_it() {
    let play = Play::dispatched("2025-10-01T23:30:00");
    let duty = play.case.order(1).unwrap().on_duty.as_ref().unwrap();
    assert_eq!((duty.person.as_str(), duty.name.as_str()), ("duty@water", "值班"));
    assert_eq!(play.told(), [("water".to_owned(), "dispatched")]);
}

#[test]
fn sq_11_what_nobody_on_duty_signs_for_is_brought_to_the_head_of_the_unit() {
    let mut play = Play::dispatched("2025-10-01T23:30:00");
    play.later("2025-10-02T00:30:00").timer();
    assert_eq!(play.fired(), ["sign", "sign-urge", "sign-duty"]);
    let rung = play.events.last().unwrap();
    assert_eq!(rung.basis, procedure::Basis::Clause("SQ-11".into()));
    assert_eq!(
        play.told(),
        [
            ("principal@water".to_owned(), "not-signed"),
            ("county-leader@water".to_owned(), "not-signed")
        ]
    );
}
