//! How late a moment was, counted by hand and for every limit.

use std::sync::LazyLock;

use calendar::{Calendar, Counting, Instant, Limit, SHIPPED, Unit};
use proptest::prelude::*;

static CN: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_toml(SHIPPED).unwrap());

fn late(from: &str, limit: &str, at: &str) -> u32 {
    let (from, at) = (Instant::parse(from).unwrap(), Instant::parse(at).unwrap());
    let (limit, counting) = (limit.parse().unwrap(), Counting::default());
    let due = CN.due(from, limit, counting).unwrap().due;
    CN.late_by(due, limit, at, counting).unwrap()
}

#[test]
fn the_last_moment_of_the_last_day_is_in_time_and_the_next_is_one_workday_late() {
    // Monday 3 March 2025 and five workdays: Monday 10 March, to its end
    let from = "2025-03-03T14:53:00+08:00";
    assert_eq!(late(from, "5 workdays", "2025-03-10T23:59:59.999+08:00"), 0);
    assert_eq!(late(from, "5 workdays", "2025-03-11T00:00:00+08:00"), 1);
    assert_eq!(late(from, "5 workdays", "2025-03-12T09:00:00+08:00"), 2);
}

#[test]
fn free_days_between_make_nobody_later() {
    // Thursday 18 September 2025 and five workdays: Thursday 25 September; then 26, Sunday 28 (made up), 29, 30
    let from = "2025-09-18T10:00:00+08:00";
    assert_eq!(late(from, "5 workdays", "2025-09-27T10:00:00+08:00"), 2);
    assert_eq!(late(from, "5 workdays", "2025-09-30T10:00:00+08:00"), 4);
    // the first workday after the holiday is 9 October, and an answer within the holiday is one of that day's
    assert_eq!(late(from, "5 workdays", "2025-10-03T10:00:00+08:00"), 5);
    assert_eq!(late(from, "5 workdays", "2025-10-09T10:00:00+08:00"), 5);
    // Saturday 11 October is made up
    assert_eq!(late(from, "5 workdays", "2025-10-11T10:00:00+08:00"), 7);
}

#[test]
fn hours_and_days_run_through() {
    let from = "2025-10-01T08:00:00+08:00";
    assert_eq!(late(from, "12 hours", "2025-10-01T19:59:59+08:00"), 0);
    assert_eq!(late(from, "12 hours", "2025-10-01T20:00:00+08:00"), 1);
    assert_eq!(late(from, "12 hours", "2025-10-01T21:00:00+08:00"), 2);
    assert_eq!(late(from, "6 days", "2025-10-08T00:00:00+08:00"), 1);
    assert_eq!(late(from, "6 days", "2025-10-10T00:00:00+08:00"), 3);
    assert_eq!(late(from, "1 month", "2025-12-01T12:00:00+08:00"), 1);
}

#[test]
fn more_than_ten_years_are_not_counted() {
    let (from, at) = ("2010-03-03T14:53:00+08:00", "2026-03-10T23:59:00+08:00");
    assert_eq!(late(from, "5 workdays", at), 2500);
}

proptest! {
    #[test]
    fn it_is_the_least_extension_that_would_have_done(
        from in 1_262_304_000_000_i64..1_861_920_000_000,
        amount in 1_u32..40,
        unit in prop::sample::select(vec![
            Unit::Minutes, Unit::Hours, Unit::Workhours, Unit::Days, Unit::Workdays, Unit::Months,
        ]),
        more in -20 * 86_400_000_i64..90 * 86_400_000,
    ) {
        let (limit, counting) = (Limit { amount, unit }, Counting::default());
        let due = CN.due(Instant::from_ms(from), limit, counting).unwrap().due;
        let at = due.plus_ms(more);
        let late = CN.late_by(due, limit, at, counting).unwrap();
        let under = |amount| CN.extend(due, limit, Limit { amount, unit }, counting).unwrap().due;
        prop_assert_eq!(late == 0, at < due);
        if late > 0 {
            prop_assert!(under(late) > at);
            prop_assert!(late == 1 || under(late - 1) <= at);
        }
    }
}
