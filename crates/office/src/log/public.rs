//! What anybody may have of a log: entries, heads, and the proofs that lead from one to the other. An entry is a salted
//! commitment and its place; of whose case it is, and whom that accuses (PL-18), it tells nobody.

use crate::{Office, Problem};
use proof::{Digest, Head, Leaf, Line, Opening};

/// Entries in one part of the file.
pub const PART: u64 = 20_000;
/// Among how many entries a commitment is looked for: more than any office records in the minute that was promised.
const AMONG: u64 = 65_536;

/// Which entry a proof is wanted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The one in this place, from 0.
    Leaf(u64),
    /// The one with this commitment, sought from the place `from` on.
    Commitment {
        /// The commitment.
        commitment: Digest,
        /// The size of the head that the receipt names, for one.
        from: u64,
    },
}

/// A proof that an entry is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// Its place, from 0.
    pub leaf: u64,
    /// The commitment there.
    pub commitment: Digest,
    /// Of how many entries the tree is to whose root the path leads.
    pub size: u64,
    /// From the entry to the root.
    pub path: Vec<Digest>,
    /// The last signed head.
    pub head: Head,
}

/// A proof that the log of one size begins with that of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consistency {
    /// Entries of the smaller.
    pub from: u64,
    /// Entries of the larger.
    pub to: u64,
    /// The hashes that prove it.
    pub path: Vec<Digest>,
    /// The last signed head.
    pub head: Head,
}

/// Some entries in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries {
    /// Place and commitment.
    pub entries: Vec<(u64, Digest)>,
    /// Where it goes on, where more is signed.
    pub next: Option<u64>,
    /// The last signed head.
    pub head: Head,
}

/// A part of the file that `wenzheng verify` reads; one behind the other they are the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPart {
    /// Its lines.
    pub text: String,
    /// With which entry the next part begins, where there is one.
    pub next: Option<u64>,
}

/// Asked for what is not signed yet.
fn beyond(field: &str) -> Problem {
    Problem::field(field, "log-beyond")
}

impl Office {
    /// The last signed head of a log.
    ///
    /// # Errors
    /// [`Problem::NotFound`] while there is none.
    pub async fn log_head(&self, j: &str) -> Result<Head, Problem> {
        let log = self.log_of(j).await?;
        self.newest_head(&log).await
    }

    /// Heads that were published, each with its day, the newest first; only for days before `day`, where one is named.
    ///
    /// # Errors
    /// The store's.
    pub async fn log_heads(
        &self,
        j: &str,
        day: Option<&str>,
        limit: u32,
    ) -> Result<Vec<(String, Head)>, Problem> {
        let stored = self.store().heads_before(j, day, limit).await?;
        let one = |stored: store::StoredHead| Ok((stored.day.unwrap_or_default(), Head::read(&stored.text)?));
        stored.into_iter().map(one).collect()
    }

    /// Entries from one on, as far as they are signed.
    ///
    /// # Errors
    /// `log-beyond` where so many are not signed.
    pub async fn log_entries(&self, j: &str, from: u64, limit: u32) -> Result<Entries, Problem> {
        let head = self.log_head(j).await?;
        if from > head.size {
            return Err(beyond("from"));
        }
        let behind = head.size.min(from.saturating_add(u64::from(limit)));
        Ok(Entries {
            entries: self.store().commitments(j, from, behind).await?,
            next: (behind < head.size).then_some(behind),
            head,
        })
    }

    /// The proof that an entry is in the log of `size` entries, or in the one that was signed last.
    ///
    /// # Errors
    /// `log-beyond` where so many are not signed; [`Problem::NotFound`] where the commitment is not among the entries
    /// from the place on, or the proof cannot be made.
    pub async fn log_inclusion(
        &self,
        j: &str,
        wanted: Wanted,
        size: Option<u64>,
    ) -> Result<Inclusion, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let size = size.unwrap_or(head.size);
        if size > head.size {
            return Err(beyond("size"));
        }
        let leaf = match wanted {
            Wanted::Leaf(leaf) if leaf >= size => return Err(beyond("leaf")),
            Wanted::Leaf(leaf) => leaf,
            Wanted::Commitment { from, .. } if from > size => return Err(beyond("from")),
            Wanted::Commitment { commitment, from } => {
                let behind = size.min(from.saturating_add(AMONG));
                let found = self.store().leaf_of(j, &commitment, from, behind).await?;
                found.ok_or(Problem::NotFound)?
            }
        };
        let found = self.store().commitments(j, leaf, leaf + 1).await?;
        let (_, commitment) = found.into_iter().next().ok_or(Problem::NotFound)?;
        let path = self.path(&log, leaf, size).await?;
        // Only a log of one entry proves it by nothing.
        if size > 1 && path.is_empty() {
            return Err(Problem::NotFound);
        }
        Ok(Inclusion {
            leaf,
            commitment,
            size,
            path,
            head,
        })
    }

    /// The proof that the log of `to` entries, or the one that was signed last, begins with that of `from` entries.
    ///
    /// # Errors
    /// `log-beyond` where so many are not signed, or `from` is more than `to`; [`Problem::NotFound`] where the proof cannot
    /// be made.
    pub async fn log_consistency(&self, j: &str, from: u64, to: Option<u64>) -> Result<Consistency, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let to = to.unwrap_or(head.size);
        if to > head.size {
            return Err(beyond("to"));
        }
        if from > to {
            return Err(beyond("from"));
        }
        let path = self.extension(&log, from, to).await?;
        // Nodes are missing: nothing is no proof, and must not look like one that is wrong.
        if from > 0 && from < to && path.is_empty() {
            return Err(Problem::NotFound);
        }
        Ok(Consistency { from, to, path, head })
    }

    /// A part of the public file, from an entry on, with at most so many entries: the first part from 0, each other one from
    /// where the one before ended.
    ///
    /// # Errors
    /// `log-beyond` where so many are not signed.
    pub async fn log_part(&self, j: &str, from: u64, most: u64) -> Result<LogPart, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        if from > head.size {
            return Err(beyond("from"));
        }
        let behind = head.size.min(from.saturating_add(most));
        let mut text = String::new();
        let mut line = |line: &Line| -> Result<(), Problem> {
            text += &serde_json::to_string(line)?;
            text.push('\n');
            Ok(())
        };
        // Heads of as many entries as the part before had stand at its end.
        let mut above = i64::try_from(from).unwrap_or(i64::MAX);
        if from == 0 {
            line(&Line::Opening(Opening::new(j, log.signing.public(), log.hash)))?;
            above = -1;
        }
        let heads = self.store().heads_between(j, above, behind).await?;
        let mut heads = heads.into_iter().peekable();
        let entries = self.store().commitments(j, from, behind).await?;
        for (leaf, commitment) in entries {
            while let Some(head) = heads.next_if(|head| head.size <= leaf) {
                line(&Line::Head { head: head.text })?;
            }
            line(&Line::Leaf(Leaf {
                leaf,
                commitment,
                stream: None,
                seq: None,
                event: None,
            }))?;
        }
        for head in heads {
            line(&Line::Head { head: head.text })?;
        }
        let next = (behind < head.size).then_some(behind);
        Ok(LogPart { text, next })
    }
}
