//! The log as a file, line by line: for strangers commitments and heads, for auditors the events with their salts.

use super::key::entry;
use crate::{Office, Problem};
use proof::{Event, Head, Leaf, Line, Opening, STEP, Unlogged};
use std::collections::VecDeque;
use store::StoredHead;

/// Leaves read at once.
const PAGE: u32 = 1000;
/// Heads read at once.
const HEADS: u32 = 1000;

impl Office {
    /// Hands over the lines of a log, each without its line break. `with_events` is for auditors: then events stand
    /// beside their commitments, sealed as they lie in the database, and stored nodes and events without a leaf come too.
    ///
    /// # Errors
    /// The store's; whatever `write` gives.
    pub async fn export_log<E: From<Problem>>(
        &self,
        j: &str,
        with_events: bool,
        mut write: impl FnMut(String) -> Result<(), E>,
    ) -> Result<(), E> {
        let log = self.log_of(j).await?;
        let mut line = |line: &Line| write(serde_json::to_string(line).map_err(Problem::from)?);
        line(&Line::Opening(Opening::new(j, log.signing.public(), log.hash)))?;
        let mut heads = Heads::default();
        let mut from = 0;
        loop {
            // A head without leaves comes before them all.
            while let Some(head) = self.next_head(j, &mut heads, from).await? {
                line(&Line::Head { head: head.text })?;
            }
            let page = self
                .store()
                .log_page(j, from, PAGE)
                .await
                .map_err(Problem::from)?;
            let Some((last, _)) = page.last() else { break };
            let next = last.leaf + 1;
            for (leaf, event) in page {
                let after = leaf.leaf + 1;
                let salt = log.salt(&leaf.stream, leaf.seq);
                let event = event.as_ref().map(|event| Event::of(&entry(j, event), &salt));
                line(&Line::Leaf(Leaf {
                    leaf: leaf.leaf,
                    commitment: leaf.commitment,
                    stream: with_events.then_some(leaf.stream),
                    seq: with_events.then_some(leaf.seq),
                    event: event.filter(|_| with_events),
                }))?;
                if with_events && after.is_multiple_of(1 << STEP) {
                    let run = proof::Run {
                        level: STEP,
                        from: (after >> STEP) - 1,
                        count: 1,
                    };
                    let nodes = self.store().log_nodes(j, &[run]).await.map_err(Problem::from)?;
                    for (level, index, hash) in nodes {
                        line(&Line::Node {
                            node: (level, index),
                            hash,
                        })?;
                    }
                }
                while let Some(head) = self.next_head(j, &mut heads, after).await? {
                    line(&Line::Head { head: head.text })?;
                }
            }
            from = next;
        }
        // Heads of more leaves than there are: the leaves are gone.
        while let Some(head) = self.next_head(j, &mut heads, u64::MAX).await? {
            line(&Line::Head { head: head.text })?;
        }
        if with_events {
            let unlogged = self.store().unlogged(j).await.map_err(Problem::from)?;
            for (stream, seq, recorded) in unlogged {
                let recorded = recorded.ms();
                line(&Line::Unlogged {
                    unlogged: Unlogged {
                        stream,
                        seq,
                        recorded,
                    },
                })?;
            }
        }
        Ok(())
    }

    /// The next head of at most so many leaves.
    async fn next_head(&self, j: &str, heads: &mut Heads, size: u64) -> Result<Option<StoredHead>, Problem> {
        if heads.waiting.is_empty() && !heads.over {
            let found = self.store().tree_heads(j, heads.above, HEADS).await?;
            heads.over = found.len() < HEADS as usize;
            let mut found: VecDeque<StoredHead> = found.into();
            // Several heads of one size are read together or not at all.
            if !heads.over
                && let Some(last) = found.back().map(|head| head.size)
                && found.front().is_some_and(|first| first.size != last)
            {
                while found.back().is_some_and(|head| head.size == last) {
                    found.pop_back();
                }
            }
            let last = found.back().and_then(|head| i64::try_from(head.size).ok());
            heads.above = last.unwrap_or(i64::MAX);
            heads.waiting = found;
        }
        let next = heads.waiting.front().is_some_and(|head| head.size <= size);
        Ok(if next { heads.waiting.pop_front() } else { None })
    }

    /// A head that was published for a day, or the last one.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where none was.
    pub async fn published_head(&self, j: &str, day: Option<&str>) -> Result<Head, Problem> {
        match day {
            Some(day) => {
                let found = self.store().published_head(j, day).await?;
                Ok(Head::read(&found.ok_or(Problem::NotFound)?.text)?)
            }
            None => self.newest_head(&self.log_of(j).await?).await,
        }
    }
}

/// Heads that come into the file yet.
struct Heads {
    above: i64,
    waiting: VecDeque<StoredHead>,
    over: bool,
}

impl Default for Heads {
    fn default() -> Self {
        Self {
            above: -1,
            waiting: VecDeque::new(),
            over: false,
        }
    }
}
