//! Days of a filter: whole days in the calendar's zone, or what is wrong with them.

use calendar::{Calendar, Instant};
use jiff::civil::Date;
use office::FieldFault;

/// From the beginning of one day to the end of another; blank ones bound nothing.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) from: Option<Instant>,
    pub(super) to: Option<Instant>,
}

/// The days as typed into `from` and `to`. A day that is none, and an end before the beginning, are faults: a filter that
/// was left out unnoticed would show what nobody asked for.
pub(super) fn between(from: &str, to: &str, calendar: &Calendar) -> Result<Days, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut day = |field: &str, text: &str, behind: bool| {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let found: Option<Date> = text.parse().ok();
        let found = found.and_then(|day| if behind { day.tomorrow().ok() } else { Some(day) });
        let found = found.and_then(|day| calendar.instant(day.at(0, 0, 0, 0)).ok());
        if found.is_none() {
            faults.push(FieldFault::new(field, "field-not-a-day"));
        }
        found
    };
    let days = Days {
        from: day("from", from, false),
        to: day("to", to, true),
    };
    if let (Some(from), Some(to)) = (days.from, days.to)
        && from >= to
    {
        faults.push(FieldFault::new("to", "field-days-turned"));
    }
    if faults.is_empty() { Ok(days) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::between;
    use calendar::Calendar;

    fn codes(from: &str, to: &str) -> Vec<(String, &'static str)> {
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        match between(from, to, &calendar) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|f| (f.field, f.code)).collect(),
        }
    }

    #[test]
    fn what_is_no_day_is_said_beside_its_field() {
        let wrong = |field: &str, code| (field.to_owned(), code);
        assert_eq!(codes("", ""), []);
        assert_eq!(codes("2025-03-03", "2025-03-03"), []);
        assert_eq!(codes("", " 2025-03-03 "), []);
        assert_eq!(codes("昨天", ""), [wrong("from", "field-not-a-day")]);
        assert_eq!(
            codes("2025-02-30", "2025/3/4"),
            [wrong("from", "field-not-a-day"), wrong("to", "field-not-a-day")]
        );
        assert_eq!(
            codes("2025-03-04", "2025-03-03"),
            [wrong("to", "field-days-turned")]
        );
        assert_eq!(codes("", "9999-12-31"), [wrong("to", "field-not-a-day")]);
    }
}
