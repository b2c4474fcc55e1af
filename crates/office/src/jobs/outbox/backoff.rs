//! When a message that failed is tried again: after half a minute, then twice as long each time up to four hours, for
//! two days in all. A gateway may be out over a weekend's night; a message older than two days helps nobody unseen.

use calendar::Instant;

const FIRST_MS: i64 = 30_000;
const MOST_MS: i64 = 4 * 3_600_000;
/// Tries before the message is given up; together they span two days.
pub(super) const TRIES: u32 = 21;

/// The next try after one more failure, `failed` having gone before; `None` when it is given up.
pub(super) fn next(failed: u32, now: Instant) -> Option<Instant> {
    if failed + 1 >= TRIES {
        return None;
    }
    let wait = FIRST_MS.saturating_mul(1 << failed.min(20)).min(MOST_MS);
    Some(now.plus_ms(wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_apart_and_end_after_two_days() {
        let mut now = Instant::from_ms(0);
        let mut waits = Vec::new();
        for failed in 0.. {
            let Some(at) = next(failed, now) else { break };
            waits.push((at.ms() - now.ms()) / 1000);
            now = at;
        }
        assert_eq!(waits[..4], [30, 60, 120, 240]);
        assert_eq!(waits.len() as u32, TRIES - 1);
        assert!(waits.iter().all(|wait| *wait <= 4 * 3600));
        let days = now.ms() as f64 / 86_400_000.0;
        assert!((1.9..2.2).contains(&days), "{days} days");
    }
}
