//! How much time is left, or how long it has been too late, in the two largest units.

use crate::shell::T;
use calendar::Instant;

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
