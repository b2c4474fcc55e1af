//! What anybody can ask of the log: whether a receipt is kept, and what stands in it of a case. Proofs are checked here
//! as a stranger would check them, from the signed head and nothing else.

use super::key::Log;
use crate::{Office, Problem};
use case::CaseNumber;
use procedure::Words;
use proof::{Algorithm, Digest, Head, Kept, Receipt, consistency, extends, includes, inclusion, wanted};
use store::case_stream;

/// An event with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventProof {
    /// Position in the stream.
    pub seq: u64,
    /// When it was recorded, UTC milliseconds.
    pub recorded: i64,
    /// The commitment that it gives.
    pub commitment: Digest,
    /// Its leaf; `None` while it waits to be taken in.
    pub leaf: Option<u64>,
    /// From the leaf to the root of the head.
    pub path: Vec<Digest>,
    /// Whether leaf and path lead to the root.
    pub proved: bool,
}

/// What the log has of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The stream.
    pub stream: String,
    /// The head against which everything is proved.
    pub head: Head,
    /// The events.
    pub events: Vec<EventProof>,
}

/// How a receipt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The receipt.
    pub receipt: Receipt,
    /// How its promise stands.
    pub kept: Kept,
    /// The leaf that keeps it.
    pub leaf: Option<u64>,
    /// From the leaf to the root.
    pub path: Vec<Digest>,
    /// The head of today against which it is proved.
    pub head: Head,
    /// Hashes that show that today's log extends the one of the receipt.
    pub extension: Vec<Digest>,
    /// Whether it does.
    pub extends: bool,
    /// Whose it is, where it is whole and not ours.
    pub elsewhere: Option<Elsewhere>,
}

/// Another office, by a receipt that it signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// What its log is called.
    pub log: String,
    /// Its name and where it checks its receipts, for one of this installation, whose signature it is.
    pub site: Option<(Words, String)>,
}

impl Office {
    /// What the log has of a case, for whoever holds number and check code.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] and [`Problem::Throttled`] as [`Office::follow`].
    pub async fn log_history(
        &self,
        j: &str,
        number: &str,
        code: &str,
        address: &str,
    ) -> Result<(CaseNumber, History), Problem> {
        let number = self.checked_number(j, number, code, address).await?;
        let history = self.history_of(j, &number).await?;
        Ok((number, history))
    }

    async fn history_of(&self, j: &str, number: &CaseNumber) -> Result<History, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let stream = case_stream(number);
        let stored = self.store().events(j, &stream).await?;
        let leaves = self.store().leaves_of(j, &stream).await?;
        let mut events = Vec::with_capacity(stored.len());
        for event in &stored {
            let commitment = log.commitment(event);
            let leaf = leaves.iter().find(|leaf| leaf.seq == event.seq);
            let leaf = leaf.map(|leaf| leaf.leaf).filter(|leaf| *leaf < head.size);
            let path = match leaf {
                Some(leaf) => self.path(&log, leaf, head.size).await?,
                None => Vec::new(),
            };
            let proved =
                leaf.is_some_and(|leaf| includes(log.hash, &commitment, leaf, head.size, &path, &head.root));
            events.push(EventProof {
                seq: event.seq,
                recorded: event.recorded.ms(),
                commitment,
                leaf,
                path,
                proved,
            });
        }
        Ok(History { stream, head, events })
    }

    /// Judges a receipt: whether it is ours, whether its event is in the log, whether today's log extends the one that it
    /// names.
    ///
    /// # Errors
    /// The store's.
    pub async fn judge_receipt(&self, j: &str, receipt: Receipt) -> Result<Judged, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let ours = receipt.log == j && receipt.key == log.signing.public() && receipt.is_signed();
        let mut judged = Judged {
            kept: Kept::NotOurs,
            leaf: None,
            path: Vec::new(),
            extension: Vec::new(),
            extends: false,
            head,
            receipt,
            elsewhere: None,
        };
        if !ours {
            judged.elsewhere = self.elsewhere(j, &judged.receipt).await?;
            return Ok(judged);
        }
        let (receipt, head) = (&judged.receipt, &judged.head);
        let leaves = self.store().leaves_of(j, &receipt.stream).await?;
        let leaf = leaves.iter().find(|leaf| leaf.seq == receipt.seq);
        let leaf = leaf.map(|leaf| leaf.leaf).filter(|leaf| *leaf < head.size);
        let path = match leaf {
            Some(leaf) => self.path(&log, leaf, head.size).await?,
            None => Vec::new(),
        };
        let proved = leaf
            .is_some_and(|leaf| includes(log.hash, &receipt.commitment, leaf, head.size, &path, &head.root));
        let extension = self.extension(&log, receipt.head.size, head.size).await?;
        let old = (receipt.head.size, &receipt.head.root);
        judged.extends = extends(log.hash, old, (head.size, &head.root), &extension);
        judged.kept = if proved {
            Kept::InLog
        } else if leaf.is_some() || head.time > receipt.until() {
            // Another event stands in its place, or none though its time has come.
            Kept::Broken
        } else {
            Kept::NotYet
        };
        (judged.leaf, judged.path, judged.extension) = (leaf, path, extension);
        Ok(judged)
    }

    /// Whose receipt it is; nobody's where something in it was changed, or where it takes up a name of this installation.
    async fn elsewhere(&self, j: &str, receipt: &Receipt) -> Result<Option<Elsewhere>, Problem> {
        if receipt.log == j || !receipt.is_signed() {
            return Ok(None);
        }
        let mut elsewhere = Elsewhere {
            log: receipt.log.clone(),
            site: None,
        };
        let all = self.jurisdictions().await?;
        if let Some(sister) = all.iter().find(|one| one.id == receipt.log) {
            if receipt.key != self.log_of(&sister.id).await?.signing.public() {
                return Ok(None);
            }
            let name = Words {
                zh: sister.zh.clone(),
                en: sister.en.clone(),
            };
            elsewhere.site = Some((name, format!("{}/verify", self.url_of(&sister.id).await?)));
        }
        Ok(Some(elsewhere))
    }

    /// The last head; the first one is signed where there is none yet.
    ///
    /// # Errors
    /// [`Problem::NotFound`] while too much waits for a first head, or another process is at it.
    pub(super) async fn newest_head(&self, log: &Log) -> Result<Head, Problem> {
        match &log.head {
            Some(head) => Ok(head.clone()),
            None => self.first_head(&log.j).await?.ok_or(Problem::NotFound),
        }
    }

    pub(super) async fn path(&self, log: &Log, leaf: u64, size: u64) -> Result<Vec<Digest>, Problem> {
        let runs = wanted(|read| inclusion(log.hash, leaf, size, read));
        let nodes = self.log_nodes(&log.j, log.hash, &runs).await?;
        // What is missing makes no proof, and that is said.
        let mut read = |level, index| nodes.get(&(level, index)).copied();
        Ok(inclusion(log.hash, leaf, size, &mut read).unwrap_or_default())
    }

    pub(super) async fn extension(&self, log: &Log, old: u64, new: u64) -> Result<Vec<Digest>, Problem> {
        let hash: Algorithm = log.hash;
        let runs = wanted(|read| consistency(hash, old, new, read));
        let nodes = self.log_nodes(&log.j, hash, &runs).await?;
        let mut read = |level, index| nodes.get(&(level, index)).copied();
        Ok(consistency(hash, old, new, &mut read).unwrap_or_default())
    }
}
