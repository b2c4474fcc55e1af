//! Looking for words in titles. Titles are sealed, so no index of them exists and none is made: they are opened one after
//! another, for this person alone, within the filters, and only so many at a time (`docs/decisions`).

use super::lists::QueueLine;
use crate::access::Look;
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use case::access::Wish;
use store::{LedgerAfter, LedgerFilter};

/// How many lines are looked through at most before one is asked to go on.
pub const LOOKED_MOST: usize = 2_000;
/// How many are read at once.
const PORTION: u32 = 200;

/// What was found, and how far was looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// Lines whose title or number holds what was looked for, the newest first.
    pub lines: Vec<QueueLine>,
    /// How many lines of this person were looked through.
    pub looked: usize,
    /// When the oldest of them was received, UTC milliseconds.
    pub back_to: Option<Instant>,
    /// Where to go on; `None` where nothing is left.
    pub next: Option<LedgerAfter>,
}

impl Office {
    /// Lines of the ledger whose title or number holds `words`, from behind `after`, at most `limit` of them, among at most
    /// [`LOOKED_MOST`]. It is noted as a search.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who do not see all cases.
    pub async fn search_ledger(
        &self,
        j: &str,
        who: &Actor,
        (filter, words): (&LedgerFilter, &str),
        after: Option<&LedgerAfter>,
        limit: u32,
    ) -> Result<Searched, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        self.saw(j, who, Look::Search, None);
        let mut wanted = words.trim().to_lowercase();
        // a number as it is printed, in groups
        if wanted.chars().all(|c| c.is_ascii_digit() || " -".contains(c)) {
            wanted.retain(|c| c.is_ascii_digit());
        }
        let mut searched = Searched {
            lines: Vec::new(),
            looked: 0,
            back_to: None,
            next: after.cloned(),
        };
        loop {
            let rows = self
                .store()
                .ledger(j, filter, searched.next.as_ref(), PORTION)
                .await?;
            let last = rows.len() < PORTION as usize;
            for row in rows {
                searched.next = Some(LedgerAfter {
                    received: row.received,
                    number: row.number.clone(),
                });
                let Some(line) = self.lines(j, who, vec![(row, None)]).await?.pop() else {
                    continue;
                };
                // what one may not see is in no number, nor is it noticed by where the looking ends
                searched.looked += 1;
                searched.back_to = Some(line.row.received);
                if holds(&line, &wanted) {
                    searched.lines.push(line);
                }
                if searched.lines.len() == limit as usize || searched.looked == LOOKED_MOST {
                    return Ok(searched);
                }
            }
            if last {
                searched.next = None;
                return Ok(searched);
            }
        }
    }
}

/// Whether a line holds what is looked for, in lower case.
fn holds(line: &QueueLine, wanted: &str) -> bool {
    let row = &line.row;
    let texts = [
        line.title.as_deref(),
        Some(row.number.as_str()),
        row.external.as_deref(),
    ];
    let mut texts = texts.into_iter().flatten();
    texts.any(|text| text.to_lowercase().contains(wanted))
}
