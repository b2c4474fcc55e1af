//! Times as people write them: the wall clock of the calendar's zone, with 24:00 for the end of a day.

use calendar::{Calendar, Instant};
use jiff::civil::DateTime;

/// Reads `2025-03-10 09:00`, with seconds where they matter, and `2025-03-10 24:00` for the next midnight.
/// `None` where there is no such time.
pub(crate) fn read(text: &str, calendar: &Calendar) -> Option<Instant> {
    let (date, time) = text.trim().split_once(' ')?;
    let midnight = time == "24:00";
    let time = if midnight { "00:00" } else { time };
    let local: DateTime = format!("{date}T{time}").parse().ok()?;
    let local = if midnight {
        local.date().tomorrow().ok()?.into()
    } else {
        local
    };
    calendar.instant(local).ok()
}

/// A due time as `then` writes it: midnight is the end of the day before.
pub(crate) fn due(at: Instant, calendar: &Calendar) -> String {
    let local = calendar.local(at);
    if local.time() == jiff::civil::Time::midnight() {
        return format!("{} 24:00", calendar.local(at.plus_ms(-1)).date());
    }
    let whole_minute = local.second() == 0 && local.subsec_nanosecond() == 0;
    if whole_minute {
        format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute())
    } else {
        local.to_string().replace('T', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_is_the_end_of_a_day() {
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        let midnight = read("2024-02-29 24:00", &calendar).unwrap();
        assert_eq!(calendar.rfc3339(midnight), "2024-03-01T00:00:00+08:00");
        assert_eq!(due(midnight, &calendar), "2024-02-29 24:00");
        assert_eq!(
            due(read("2024-02-29 09:59:59", &calendar).unwrap(), &calendar),
            "2024-02-29 09:59:59"
        );
        for wrong in [
            "2025-02-29 09:00",
            "2025-03-03",
            "2025-03-03 24:01",
            "2025-03-03T09:00",
            "morgen 9:00",
        ] {
            assert_eq!(read(wrong, &calendar), None, "{wrong}");
        }
    }
}
