//! The end of the log as this process read it last, for all who listen. It is read again at most once a second, however
//! many they are; other processes have their own, and what is true stands in the database.

use crate::{Office, Problem};
use calendar::Instant;
use case::CaseNumber;
use std::collections::BTreeMap;
use store::CaseNews;
use tokio::sync::Mutex;

/// How long it is good.
const GOOD_MS: u64 = 1_000;
/// Events that are kept. Whoever listens since before is told of these at least.
const KEPT: usize = 2_000;
/// So many of them a look at the database brings at most.
const MOST: u32 = 2_000;
/// Of several that are being stored just now the first number may come last: the end is read again so far back.
const AGAIN: i64 = 64;
/// At most so many different cases are looked at for one queue: what is said is "so many have news", and more than that
/// many nobody reads one by one.
const CASES: usize = 500;

#[derive(Debug, Default)]
struct End {
    read: Option<Instant>,
    /// From behind this position on all events of cases are here.
    from: i64,
    events: BTreeMap<i64, (String, CaseNumber)>,
    /// The highest position that was seen.
    upto: i64,
}

/// The end of the log.
#[derive(Debug, Default)]
pub(crate) struct Tail(Mutex<End>);

impl End {
    fn take(&mut self, found: Vec<CaseNews>) {
        if found.len() >= MOST as usize {
            // there is more than was brought: what lies between is not known
            self.from = found.last().map_or(self.from, |oldest| oldest.position - 1);
            self.events.clear();
        }
        for news in found {
            self.upto = self.upto.max(news.position);
            self.events
                .insert(news.position, (news.jurisdiction, news.number));
        }
        while self.events.len() > KEPT {
            if let Some((position, _)) = self.events.pop_first() {
                self.from = position;
            }
        }
    }

    /// The cases of a jurisdiction with events behind a position, the one with the newest first.
    fn since(&self, j: &str, after: i64) -> Vec<(i64, CaseNumber)> {
        let mut found: Vec<(i64, CaseNumber)> = Vec::new();
        for (position, (of, number)) in self.events.range(after.saturating_add(1)..).rev() {
            if of == j && !found.iter().any(|(_, known)| known == number) {
                found.push((*position, number.clone()));
            }
            if found.len() == CASES {
                break;
            }
        }
        found
    }
}

impl Office {
    /// The cases of a jurisdiction with events behind a position of the log, each with the position of its newest.
    pub(crate) async fn moved_since(&self, j: &str, after: i64) -> Result<Vec<(i64, CaseNumber)>, Problem> {
        let now = self.now();
        let mut end = self.parts().tail.0.lock().await;
        let known = end.read.is_some();
        if end
            .read
            .is_none_or(|read| read.ms().abs_diff(now.ms()) >= GOOD_MS)
        {
            let from = if known {
                end.from.max(end.upto.saturating_sub(AGAIN))
            } else {
                // the first who listens wants what came since their page, and nobody anything before
                // (a page cannot have seen what is not there yet, whatever it says)
                end.from = after.clamp(0, self.log_position().await?);
                end.upto = end.from;
                end.from
            };
            let found = self.store().cases_moved(from, MOST).await?;
            end.take(found);
            end.read = Some(now);
        }
        if after >= end.from {
            return Ok(end.since(j, after));
        }
        drop(end);
        // a page from before this process began to listen
        let mut alone = End::default();
        alone.take(self.store().cases_moved(after, MOST).await?);
        Ok(alone.since(j, after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(position: i64, j: &str, number: &str) -> CaseNews {
        CaseNews {
            position,
            jurisdiction: j.to_owned(),
            number: number.into(),
        }
    }

    #[test]
    fn each_case_is_named_once_with_its_newest_event() {
        let mut end = End::default();
        end.take(vec![
            news(4, "a", "1"),
            news(3, "b", "2"),
            news(2, "a", "1"),
            news(1, "a", "3"),
        ]);
        assert_eq!(end.since("a", 0), [(4, "1".into()), (1, "3".into())]);
        assert_eq!(end.since("a", 1), [(4, "1".into())]);
        assert_eq!(end.since("b", 3), []);
    }

    #[test]
    fn what_came_late_is_found_the_next_time() {
        let mut end = End::default();
        end.take(vec![news(9, "a", "1")]);
        // number 8 was drawn before 9 and stored after it
        end.take(vec![news(9, "a", "1"), news(8, "a", "2")]);
        assert_eq!(end.since("a", 7), [(9, "1".into()), (8, "2".into())]);
    }

    #[test]
    fn a_flood_leaves_the_newest_and_says_from_where_on_they_are() {
        let mut end = End::default();
        let flood: Vec<CaseNews> = (0..i64::from(MOST)).map(|n| news(5_000 - n, "a", "1")).collect();
        end.take(flood);
        assert_eq!(end.from, 5_000 - i64::from(MOST));
        end.take((5_001..5_011).map(|n| news(n, "a", "2")).collect());
        assert_eq!(end.events.len(), KEPT);
        assert_eq!(end.from, 5_010 - KEPT as i64);
    }
}
