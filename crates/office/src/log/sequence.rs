//! Takes events into the log: one process at a time, under a lease, in the order in which they were stored. No commit
//! waits for it, and what a turn costs hangs on the new events alone.

use super::key::Log;
use crate::{Office, Problem};
use calendar::Instant;
use proof::{Edge, Head};
use std::collections::BTreeMap;
use store::{LogLeaf, Sequenced, StoredHead, Unsequenced};

/// Events taken in with one transaction.
const AT_ONCE: u32 = 1024;
/// Transactions in one turn. No head is signed while more waits.
const BATCHES: usize = 64;
/// A process that is not heard of again holds the log up for so long: less than was promised to citizens.
const LEASE_MS: i64 = 20_000;
/// The lease is renewed when so much of it has gone by.
const RENEW_MS: i64 = 5_000;
const LEASE: &str = "log";

/// What a turn took in.
struct Taken {
    events: u64,
    /// Whether that was everything that waited.
    all: bool,
}

/// A log to which leaves are being appended.
struct Growing {
    log: Log,
    edge: Edge,
}

impl Office {
    /// Takes in what waits and, once nothing waits, signs a head of each log that has grown, and publishes one for each
    /// day. Gives the number of events taken in by this call; none where another process is at it.
    ///
    /// # Errors
    /// The store's. What was taken in before the error stays.
    pub async fn run_log(&self) -> Result<u64, Problem> {
        let mark = self.store().log_mark().await?;
        let waiting = !self.store().unsequenced(mark, 1).await?.is_empty();
        let unsigned = self.unsigned_logs().await?;
        if !waiting && unsigned.is_empty() {
            return Ok(0);
        }
        let holder = self.chance().token();
        if !self.hold_log(&holder).await? {
            return Ok(0);
        }
        let taken = self.take_in_waiting(&holder).await;
        let all = taken.as_ref().is_ok_and(|taken| taken.all);
        let signed = if all { self.sign_heads().await } else { Ok(()) };
        self.let_log_go(holder).await?;
        signed?;
        Ok(taken?.events)
    }

    /// The first head of a log: signed once all that waits is taken in, as one over a part of it would make the rest look
    /// dated back. `None` where that is for another turn, or another process.
    pub(super) async fn first_head(&self, j: &str) -> Result<Option<Head>, Problem> {
        let (office, j) = (self.clone(), j.to_owned());
        // Whoever asks may go away; the turn ends all the same, so that its lease is free.
        let turn = tokio::spawn(async move { office.begin_log(&j).await });
        turn.await.map_err(|error| Problem::Corrupt(error.to_string()))?
    }

    async fn begin_log(&self, j: &str) -> Result<Option<Head>, Problem> {
        let holder = self.chance().token();
        if !self.hold_log(&holder).await? {
            return Ok(self.log_of(j).await?.head);
        }
        let head = self.take_in_and_sign(&holder, j).await;
        self.let_log_go(holder).await?;
        head
    }

    async fn take_in_and_sign(&self, holder: &str, j: &str) -> Result<Option<Head>, Problem> {
        if !self.take_in_waiting(holder).await?.all {
            return Ok(None);
        }
        // Another process may have signed one meanwhile.
        let log = self.log_of(j).await?;
        match log.head {
            Some(head) => Ok(Some(head)),
            None => self.sign_head(j, None).await.map(Some),
        }
    }

    async fn let_log_go(&self, holder: String) -> Result<(), Problem> {
        let released = self
            .store()
            .release_lease(String::new(), LEASE.to_owned(), holder);
        Ok(released.await?)
    }

    async fn hold_log(&self, holder: &str) -> Result<bool, Problem> {
        let now = self.now();
        let until = now.plus_ms(LEASE_MS);
        let held = self
            .store()
            .claim_lease(String::new(), LEASE.to_owned(), holder.to_owned(), now, until);
        Ok(held.await?)
    }

    async fn take_in_waiting(&self, holder: &str) -> Result<Taken, Problem> {
        let mut growing: BTreeMap<String, Growing> = BTreeMap::new();
        let mut mark = self.store().log_mark().await?;
        let mut taken = Taken {
            events: 0,
            all: false,
        };
        let mut held = self.now();
        for _ in 0..BATCHES {
            let (found, all) = self.next_in_order(mark).await?;
            let Some(last) = found.last() else {
                taken.all = all;
                break;
            };
            if self.now().ms() - held.ms() > RENEW_MS {
                if !self.hold_log(holder).await? {
                    break;
                }
                held = self.now();
            }
            let mut batch = Sequenced {
                mark: last.position,
                ..Sequenced::default()
            };
            for one in &found {
                let log = self.growing(&mut growing, &one.jurisdiction).await?;
                let commitment = log.log.commitment(&one.event);
                batch.leaves.push(LogLeaf {
                    jurisdiction: one.jurisdiction.clone(),
                    leaf: log.edge.size(),
                    stream: one.event.stream.clone(),
                    seq: one.event.seq,
                    commitment,
                });
                let nodes = log.edge.push(&commitment);
                let nodes = nodes.into_iter().map(|node| (one.jurisdiction.clone(), node));
                batch.nodes.extend(nodes);
            }
            mark = batch.mark;
            self.store().append_log(batch).await?;
            taken.events += found.len() as u64;
            if all {
                taken.all = true;
                break;
            }
        }
        Ok(taken)
    }

    /// The next events without a leaf, none of which another can still come to stand before, and whether they are all
    /// that wait.
    async fn next_in_order(&self, mark: i64) -> Result<(Vec<Unsequenced>, bool), Problem> {
        let mut found = self.store().unsequenced(mark, AT_ONCE).await?;
        let without_gap = (found.iter().zip(mark + 1..))
            .take_while(|(one, position)| one.position == *position)
            .count();
        if without_gap > 0 || found.is_empty() {
            let all = found.len() < AT_ONCE as usize && found.len() == without_gap;
            found.truncate(without_gap);
            return Ok((found, all));
        }
        // Somebody is storing what stands in the gap just now, or it failed and never will.
        let settled = self.store().settled_position().await?;
        let mut found = self.store().unsequenced(mark, AT_ONCE).await?;
        // What came behind that came just now.
        let all = found.len() < AT_ONCE as usize;
        found.retain(|one| one.position <= settled);
        Ok((found, all))
    }

    async fn growing<'a>(
        &self,
        growing: &'a mut BTreeMap<String, Growing>,
        j: &str,
    ) -> Result<&'a mut Growing, Problem> {
        use std::collections::btree_map::Entry;
        match growing.entry(j.to_owned()) {
            Entry::Occupied(there) => Ok(there.into_mut()),
            Entry::Vacant(free) => {
                let log = self.log_of(j).await?;
                let edge = self.edge(&log).await?;
                Ok(free.insert(Growing { log, edge }))
            }
        }
    }

    /// The right edge of a log as it stands.
    async fn edge(&self, log: &Log) -> Result<Edge, Problem> {
        let size = self.store().log_size(&log.j).await?;
        let nodes = self.log_nodes(&log.j, log.hash, &Edge::wanted(size)).await?;
        let mut read = |level, index| nodes.get(&(level, index)).copied();
        Ok(Edge::resume(log.hash, size, &mut read)?)
    }

    /// Logs that have grown since their last head, or have none for today.
    async fn unsigned_logs(&self) -> Result<Vec<(String, Option<String>)>, Problem> {
        let mut unsigned = Vec::new();
        for jurisdiction in self.store().jurisdictions().await? {
            let j = jurisdiction.id;
            let day = crate::directory::day_of(self.now()).to_string();
            let published = self.store().published_head(&j, &day).await?.is_some();
            let size = self.store().log_size(&j).await?;
            let last = self.store().tree_head(&j).await?.map(|head| head.size);
            if !published || last != Some(size) {
                unsigned.push((j, (!published).then_some(day)));
            }
        }
        Ok(unsigned)
    }

    /// Signs a head of each log that needs one.
    async fn sign_heads(&self) -> Result<(), Problem> {
        for (j, day) in self.unsigned_logs().await? {
            self.sign_head(&j, day).await?;
        }
        Ok(())
    }

    /// Signs a head of a log as it stands; `day` publishes it.
    async fn sign_head(&self, j: &str, day: Option<String>) -> Result<Head, Problem> {
        let log = self.log_of(j).await?;
        let edge = self.edge(&log).await?;
        let last = log.head.as_ref().map_or(i64::MIN, |head| head.time);
        let at = Instant::from_ms(self.now().ms().max(last));
        let head = Head::sign(&log.signing, j, log.hash, edge.size(), edge.root(), at.ms())?;
        let leaving = match &day {
            Some(day) => self.publication(j, day, &head).await?,
            None => Vec::new(),
        };
        let stored = StoredHead {
            size: head.size,
            at,
            text: head.text(),
            day,
        };
        self.store().put_head(j.to_owned(), stored, leaving).await?;
        Ok(head)
    }
}
