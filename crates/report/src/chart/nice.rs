//! Where an axis ends, and how a part of a whole is written.

/// The end of an axis: 2, 4, 10, 20, 40, 100, … so that its half is a whole number too.
pub(super) fn end(most: u64) -> u64 {
    let mut unit = 1_u64;
    loop {
        for step in [2, 4, 10] {
            let end = unit.saturating_mul(step);
            if end >= most || end == u64::MAX {
                return end;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// How far `part` reaches along `length`, where `whole` takes all of it.
#[allow(
    clippy::cast_precision_loss,
    reason = "a picture has no use for more than 52 bits"
)]
pub(super) fn along(part: u64, whole: u64, length: f64) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64 * length
}

/// A count as a length.
#[allow(clippy::cast_precision_loss, reason = "there are never so many of them")]
pub(super) fn len(count: usize) -> f64 {
    count as f64
}

/// Percent, rounded, where there is a whole.
pub(super) fn percent(part: u64, whole: u64) -> Option<u64> {
    let whole = u128::from(whole);
    let rounded = (u128::from(part) * 200 + whole).checked_div(whole * 2)?;
    u64::try_from(rounded).ok()
}

#[cfg(test)]
mod tests {
    use super::{end, percent};

    #[test]
    fn an_axis_ends_at_a_number_that_can_be_halved() {
        assert_eq!(
            [0, 2, 3, 5, 11, 34, 41, 100].map(end),
            [2, 2, 4, 10, 20, 40, 100, 100]
        );
        assert_eq!(end(u64::MAX), u64::MAX);
    }

    #[test]
    fn percents_are_rounded_and_nothing_is_no_percent_of_nothing() {
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(2, 3), Some(67));
        assert_eq!(percent(1, 200), Some(1));
        assert_eq!(percent(0, 0), None);
    }
}
