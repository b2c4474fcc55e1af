//! How much time is left, or how long it has been too late, in the two largest units.

use super::piece;
use crate::shell::T;
use askama::Template;
use calendar::Instant;

/// What is left of a clock, in words that count down while the page stays open.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/left.html")]
pub struct Left {
    /// In words, at the time of the page.
    says: String,
    /// Due, as the element `time` wants it.
    due: String,
    /// From when the time counts, UTC milliseconds: tells when little is left. Absent for what makes nobody late.
    from: Option<i64>,
}
piece!(Left);

impl Left {
    /// Of a duty that began at `from`, at `now`.
    pub fn of(t: T, from: Instant, due: Instant, now: Instant) -> Self {
        Self {
            from: Some(from.ms()),
            ..Self::of_right(t, due, now)
        }
    }

    /// Of a right that expires.
    pub fn of_right(t: T, due: Instant, now: Instant) -> Self {
        let stamp = jiff::Timestamp::from_millisecond(due.ms()).unwrap_or_default();
        Self {
            says: left(t, due, now),
            due: stamp.to_string(),
            from: None,
        }
    }
}

/// Such as `还剩 2 小时 10 分`. A due time is the first instant that is too late.
pub fn left(t: T, due: Instant, now: Instant) -> String {
    let ms = due.ms().saturating_sub(now.ms());
    let span = length(t, ms.unsigned_abs() / 60_000);
    if ms > 0 {
        t.args("shell-left", &[("span", span)])
    } else {
        t.args("shell-over", &[("span", span)])
    }
}

/// A length of time in minutes, such as `2 小时 10 分`.
pub(crate) fn length(t: T, minutes: u64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let n = |n: u64| n.to_string();
    if days > 0 {
        t.args("shell-days-hours", &[("days", n(days)), ("hours", n(hours))])
    } else if hours > 0 {
        t.args(
            "shell-hours-minutes",
            &[("hours", n(hours)), ("minutes", n(rest))],
        )
    } else {
        t.args("shell-minutes", &[("minutes", n(rest))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calendar::Lang;

    #[test]
    fn it_tells_the_script_until_when_and_from_when() {
        let at = Instant::from_ms;
        let left = Left::of(T::new(Lang::En), at(0), at(60_000), at(0));
        assert_eq!(
            left.to_string(),
            "<time data-clock=\"0\" datetime=\"1970-01-01T00:01:00Z\">1 minute left</time>"
        );
        let right = Left::of_right(T::new(Lang::En), at(60_000), at(0));
        assert!(right.to_string().contains("data-clock=\"\""), "{right}");
    }

    #[test]
    fn two_units_are_enough() {
        let (zh, en) = (T::new(Lang::Zh), T::new(Lang::En));
        let now = Instant::from_ms(0);
        let at = |minutes: i64| Instant::from_ms(minutes * 60_000);
        assert_eq!(left(zh, at(130), now), "还剩 2 小时 10 分");
        assert_eq!(left(zh, at(3 * 1440 + 65), now), "还剩 3 天 1 小时");
        assert_eq!(left(en, at(1), now), "1 minute left");
        assert_eq!(left(en, at(-61), now), "1 hour 1 minute over");
        assert_eq!(left(zh, at(0), now), "已超 0 分钟");
    }
}
