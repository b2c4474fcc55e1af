//! Whether one limit can end later than another: only what surely never does counts as shorter.

use calendar::{Limit, Start, Unit};

/// Whether `own` never ends later than `other`, both from the same moment. `start` is the first day that counts.
pub(super) fn never_longer(own: Limit, other: Limit, start: Start) -> bool {
    if own.unit == other.unit {
        return own.amount <= other.amount;
    }
    match (rough(own), least(other, start)) {
        (Some(most), Some(least)) if other.unit != Unit::Workhours => most <= least,
        // An office hour is an hour, and a workday a day, with others between them.
        (Some(most), _) => most <= i64::from(other.amount) * 60,
        (None, _) => {
            own.unit == Unit::Workdays && other.unit == Unit::Months && own.amount <= other.amount * 18
        }
    }
}

/// The most minutes that a limit takes, where that is known: no holiday makes it longer.
fn rough(limit: Limit) -> Option<i64> {
    let amount = i64::from(limit.amount);
    match limit.unit {
        Unit::Minutes => Some(amount),
        Unit::Hours => Some(amount * 60),
        // to the end of the last day, whenever it began
        Unit::Days => Some(amount * DAY),
        Unit::Workhours | Unit::Workdays | Unit::Months => None,
    }
}

/// The fewest minutes that a limit takes, of which days are compared with days.
fn least(limit: Limit, start: Start) -> Option<i64> {
    let amount = i64::from(limit.amount);
    // Where the first day counts itself, hardly anything of it may be left.
    let days = match start {
        Start::SameDay | Start::SameWorkday => amount - 1,
        Start::NextDay | Start::NextWorkday => amount,
    };
    match limit.unit {
        Unit::Minutes => Some(amount),
        Unit::Hours => Some(amount * 60),
        Unit::Days | Unit::Workdays => Some(days * DAY),
        Unit::Months => Some(amount * 28 * DAY),
        Unit::Workhours => None,
    }
}

const DAY: i64 = 24 * 60;

#[cfg(test)]
mod tests {
    use super::never_longer;
    use calendar::Start;

    #[test]
    fn only_what_surely_ends_no_later_is_shorter() {
        let shorter = [
            ("3 workdays", "5 workdays"),
            ("5 workdays", "5 workdays"),
            ("5 days", "5 workdays"),
            ("24 hours", "1 workday"),
            ("30 minutes", "1 hour"),
            ("2 hours", "2 workhours"),
            ("20 days", "1 month"),
        ];
        let longer = [
            ("6 workdays", "5 workdays"),
            ("5 workdays", "5 days"),
            ("1 workday", "24 hours"),
            ("25 hours", "1 day"),
            ("1 month", "20 workdays"),
            ("2 workhours", "2 hours"),
        ];
        let never = |(own, other): (&str, &str)| {
            never_longer(own.parse().unwrap(), other.parse().unwrap(), Start::NextDay)
        };
        for pair in shorter {
            assert!(never(pair), "{pair:?}");
        }
        for pair in longer {
            assert!(!never(pair), "{pair:?}");
        }
    }
}
