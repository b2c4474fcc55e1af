//! What holds of every due time, from whatever moment and for whatever limit.

use std::sync::LazyLock;

use calendar::{Calendar, Counting, Due, Instant, Limit, Roll, SHIPPED, Start, Unit, Why};
use jiff::civil::Date;
use proptest::prelude::*;

static CN: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_toml(SHIPPED).unwrap());

const DAY: i64 = 86_400_000;

/// Moments from 2010 to 2028, so that some years are not announced.
fn instant() -> impl Strategy<Value = Instant> {
    (1_262_304_000_000_i64..1_861_920_000_000).prop_map(Instant::from_ms)
}

fn unit() -> impl Strategy<Value = Unit> {
    use Unit::*;
    prop::sample::select(vec![Minutes, Hours, Workhours, Days, Workdays, Months])
}

fn limit() -> impl Strategy<Value = Limit> {
    (1_u32..40, unit()).prop_map(|(amount, unit)| Limit { amount, unit })
}

fn counting() -> impl Strategy<Value = Counting> {
    let starts = vec![
        Start::NextDay,
        Start::SameDay,
        Start::NextWorkday,
        Start::SameWorkday,
    ];
    let rolls = vec![Roll::None, Roll::NextWorkday];
    (
        prop::sample::select(rolls),
        prop::sample::select(starts),
        any::<bool>(),
    )
        .prop_map(|(roll, start, close)| Counting { roll, start, close })
}

fn all_days(due: &Due) -> Vec<Date> {
    let mut days: Vec<Date> = due.counted.iter().map(|day| day.date).collect();
    days.extend(due.skipped.iter().map(|day| day.date));
    days.sort();
    days
}

/// The day that the due moment ends, or in which it falls.
fn last_day(due: Instant) -> Date {
    CN.local(due.plus_ms(-1)).date()
}

fn in_a_row(days: &[Date]) -> bool {
    days.windows(2).all(|pair| pair[0].tomorrow().unwrap() == pair[1])
}

proptest! {
    #[test]
    fn a_due_moment_is_later_than_its_start(from in instant(), limit in limit(), counting in counting()) {
        let due = CN.due(from, limit, counting).unwrap();
        prop_assert!(due.due > from);
        prop_assert_eq!((due.from, due.limit), (from, limit));
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        from in instant(), gap in 0..60 * DAY, limit in limit(), counting in counting(),
    ) {
        let later = CN.due(from.plus_ms(gap), limit, counting).unwrap();
        prop_assert!(CN.due(from, limit, counting).unwrap().due <= later.due);
    }

    #[test]
    fn more_of_a_unit_is_never_due_earlier(from in instant(), limit in limit(), counting in counting()) {
        let more = Limit { amount: limit.amount + 1, unit: limit.unit };
        let (one, two) = (CN.due(from, limit, counting).unwrap(), CN.due(from, more, counting).unwrap());
        prop_assert!(one.due <= two.due);
        if counting.roll == Roll::None {
            prop_assert!(one.due < two.due);
        }
    }

    #[test]
    fn days_counted_and_days_skipped_are_all_days_from_the_first_to_the_last(
        from in instant(), limit in limit(), counting in counting(),
    ) {
        let due = CN.due(from, limit, counting).unwrap();
        let days = all_days(&due);
        if matches!(limit.unit, Unit::Minutes | Unit::Hours) {
            prop_assert!(days.is_empty());
        } else {
            prop_assert_eq!(days[0], CN.local(from).date());
            prop_assert_eq!(*days.last().unwrap(), last_day(due.due));
            prop_assert!(in_a_row(&days));
        }
        if matches!(limit.unit, Unit::Days | Unit::Workdays) {
            prop_assert_eq!(due.counted.len(), limit.amount as usize);
        }
    }

    #[test]
    fn workdays_counted_are_workdays_and_workdays_skipped_have_another_reason(
        from in instant(), amount in 1_u32..40, counting in counting(),
    ) {
        let due = CN.due(from, Limit { amount, unit: Unit::Workdays }, counting).unwrap();
        prop_assert!(due.counted.iter().all(|day| CN.day(day.date).kind.works() && day.kind.works()));
        for day in &due.skipped {
            let free = matches!(day.why, Why::Weekend | Why::Holiday);
            prop_assert_eq!(free, !day.kind.works() && day.why != Why::FirstDay, "{:?}", day);
        }
    }

    #[test]
    fn a_last_day_that_rolls_is_a_workday_and_the_first_after_the_old_one(
        from in instant(), amount in 1_u32..40, months in any::<bool>(), counting in counting(),
    ) {
        let limit = Limit { amount, unit: if months { Unit::Months } else { Unit::Days } };
        let stays = CN.due(from, limit, Counting { roll: Roll::None, ..counting }).unwrap();
        let rolls = CN.due(from, limit, Counting { roll: Roll::NextWorkday, ..counting }).unwrap();
        let mut day = last_day(stays.due);
        while !CN.day(day).kind.works() {
            day = day.tomorrow().unwrap();
        }
        prop_assert_eq!(last_day(rolls.due), day);
    }

    #[test]
    fn office_minutes_counted_add_up(from in instant(), amount in 1_u32..200) {
        let limit = Limit { amount, unit: Unit::Workhours };
        let due = CN.due(from, limit, Counting::default()).unwrap();
        let minutes: u32 = due.counted.iter().map(|day| day.minutes.unwrap()).sum();
        prop_assert_eq!(minutes, amount * 60);
        // Back by as much, and no office hour lies between there and the start.
        let back = CN.before(due.due, limit).unwrap();
        prop_assert!(back.due >= from);
        prop_assert_eq!(CN.due(back.due, limit, Counting::default()).unwrap().due, due.due);
    }

    #[test]
    fn counted_back_so_many_days_stay_free(late in instant(), limit in limit()) {
        // Forty months back from there still lie in the years that a calendar serves.
        let due = late.plus_ms(4 * 366 * DAY);
        let back = CN.before(due, limit).unwrap();
        prop_assert!(back.due < due);
        let days: Vec<Date> = back.counted.iter().map(|day| day.date).collect();
        match limit.unit {
            Unit::Minutes | Unit::Hours | Unit::Workhours => {}
            Unit::Days | Unit::Workdays | Unit::Months => {
                prop_assert!(in_a_row(&all_days(&back)));
                prop_assert_eq!(*days.last().unwrap(), CN.local(back.due).date());
            }
        }
        if limit.unit == Unit::Workdays {
            prop_assert!(days.iter().all(|day| CN.day(*day).kind.works()));
            // From there on as many workdays, the day itself counted, end no later than the moment.
            let same = Counting { start: Start::SameDay, ..Counting::default() };
            prop_assert!(CN.due(back.due, limit, same).unwrap().due <= due);
        }
    }

    #[test]
    fn extensions_add_up(
        from in instant(), original in limit(), unit in unit(), a in 1_u32..20, b in 1_u32..20,
    ) {
        // Months do not: from 31 January, two single ones end on 28 March.
        let unit = if unit == Unit::Months { Unit::Workdays } else { unit };
        let counting = Counting::default();
        let due = CN.due(from, original, counting).unwrap().due;
        let by = |due, amount| CN.extend(due, original, Limit { amount, unit }, counting).unwrap().due;
        prop_assert_eq!(by(by(due, a), b), by(due, a + b));
        prop_assert!(by(due, a) > due);
    }

    #[test]
    fn an_extension_of_days_is_what_the_longer_limit_would_have_been(
        from in instant(), amount in 1_u32..40, more in 1_u32..20, workdays in any::<bool>(), start in counting(),
    ) {
        let counting = Counting { start: start.start, ..Counting::default() };
        let of = |amount| Limit { amount, unit: if workdays { Unit::Workdays } else { Unit::Days } };
        let due = CN.due(from, of(amount), counting).unwrap().due;
        let extended = CN.extend(due, of(amount), of(more), counting).unwrap();
        prop_assert_eq!(extended.due, CN.due(from, of(amount + more), counting).unwrap().due);
    }

    #[test]
    fn a_limit_reads_back_as_it_was_written(amount in 1_u32..=120, unit in unit()) {
        let limit = Limit { amount, unit };
        prop_assert_eq!(limit.to_string().parse(), Ok(limit));
        prop_assert_eq!(limit.zh().parse(), Ok(limit));
        let json = serde_json::to_string(&limit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Limit>(&json).unwrap(), limit);
    }

    #[test]
    fn a_moment_reads_back_as_it_was_written(at in instant()) {
        prop_assert_eq!(Instant::parse(&CN.rfc3339(at)), Ok(at));
        prop_assert_eq!(CN.instant(CN.local(at)), Ok(at));
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in "\\PC{0,40}") {
        let _ = text.parse::<Limit>();
        let _ = Instant::parse(&text);
        let _ = Calendar::from_toml(&text);
    }
}
