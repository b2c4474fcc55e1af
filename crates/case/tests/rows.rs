//! The rows of queues, due list and ledger: what is due is a duty, never a right, and nothing is due at the end.

use crate::play;

use case::rows::{Rows, rows};
use case::{Act, Case};
use play::{Play, at, rules};

fn of(play: &Play) -> Rows {
    rows(&rules(), &play.case, &"2025030300000017".into()).unwrap()
}

#[test]
fn a_work_order_is_due_with_its_first_duty_and_the_case_with_the_first_of_all() {
    let mut play = Play::dispatched("2025-03-03T09:00:00");
    assert_eq!(
        of(&play).orders[0].due,
        Some(at("2025-03-03T10:00:00")),
        "sign for"
    );
    play.unit(1, Act::SignFor).unwrap();
    assert_eq!(
        of(&play).orders[0].due,
        Some(at("2025-03-03T21:00:00")),
        "the right to send back is no duty"
    );
    assert_eq!(of(&play).case.due, Some(at("2025-03-03T21:00:00")));
    play.unit(1, play::report("已办")).unwrap();
    play.office_on("reviewer", 1, play::pass()).unwrap();
    let after = of(&play);
    assert_eq!((after.orders[0].due, after.orders[0].ended), (None, true));
    assert_eq!(
        after.case.due,
        Some(at("2025-03-10T00:00:00")),
        "the citizen's six days"
    );
}

#[test]
fn a_closed_case_is_due_nowhere_and_has_no_timer() {
    let closed = of(&Play::closed("2025-03-03T09:00:00"));
    assert_eq!((closed.case.due, closed.case.ended), (None, true));
    assert!(closed.clocks.iter().all(|c| c.timer.is_none()));
}

#[test]
fn the_clock_rows_say_where_a_timer_has_to_look_next() {
    let play = Play::dispatched("2025-03-03T09:00:00");
    let timers: Vec<_> = of(&play)
        .clocks
        .into_iter()
        .map(|c| (c.clock, c.right, c.timer))
        .collect();
    assert_eq!(
        timers,
        [
            ("matter".to_owned(), false, Some(at("2025-03-09T00:00:00"))),
            ("sign".to_owned(), false, Some(at("2025-03-03T10:00:00"))),
            ("handle".to_owned(), false, Some(at("2025-03-03T19:00:00"))),
            ("send-back".to_owned(), true, Some(at("2025-03-03T21:00:00"))),
        ]
    );
}

#[test]
fn what_was_never_received_has_no_rows() {
    assert_eq!(rows(&rules(), &Case::default(), &"17".into()), None);
}
