//! Goes through an exported log line by line and names what does not fit. Trusts nobody but the key.

use crate::finding::Promised;
use crate::line::FORMAT;
use crate::{
    Algorithm, Digest, Edge, Finding, Found, Head, Kept, Leaf, Line, Opening, PublicKey, Receipt, Report,
    STEP, Unlogged,
};
use std::collections::HashMap;

/// How long an event may stand outside the log.
const PATIENCE_MS: i64 = 60_000;

/// A leaf with its event.
type Known = (u64, Option<(String, u64)>);

/// A log that is gone through.
pub struct Check {
    wanted: Option<PublicKey>,
    opening: Option<Opening>,
    /// Over the commitments as the leaves hold them.
    held: Edge,
    /// Over the commitments that the events give.
    given: Edge,
    /// The node over the last sixteen leaves, both ways, where they have one.
    completed: [Option<Digest>; 2],
    /// Leaves since the last head that fits, with what is known of them.
    since: Vec<Known>,
    /// Those of them under stored nodes that they do not give.
    narrowed: Vec<Known>,
    streams: HashMap<String, (u64, i64)>,
    last: Option<Head>,
    old: Vec<Head>,
    /// All older heads, for their times.
    shown: Vec<Head>,
    unlogged: Vec<Unlogged>,
    broken: bool,
    report: Report,
}

impl Check {
    /// Begins. `key` is the public key that the reader trusts; without it the one that the file names is taken, and the
    /// reader compares it.
    pub fn new(key: Option<PublicKey>, receipts: Vec<Receipt>, old: Vec<Head>) -> Self {
        let promised = |receipt: Receipt| Promised {
            stream: receipt.stream.clone(),
            seq: receipt.seq,
            kept: Kept::NotYet,
            leaf: None,
            receipt: Some(Box::new(receipt)),
        };
        let mut old: Vec<Head> = (receipts.iter().map(|receipt| receipt.head.clone()))
            .chain(old)
            .collect();
        old.sort_by_key(|head| head.size);
        Self {
            wanted: key,
            opening: None,
            held: Edge::new(Algorithm::default()),
            given: Edge::new(Algorithm::default()),
            completed: [None; 2],
            since: Vec::new(),
            narrowed: Vec::new(),
            streams: HashMap::new(),
            last: None,
            shown: old.clone(),
            old,
            unlogged: Vec::new(),
            broken: false,
            report: Report {
                sound: false,
                log: None,
                key: None,
                hash: None,
                leaves: 0,
                events: 0,
                heads: 0,
                covered: 0,
                until: None,
                findings: Vec::new(),
                receipts: receipts.into_iter().map(promised).collect(),
            },
        }
    }

    fn find(&mut self, found: Found, about: About<'_>) {
        self.report.findings.push(Finding {
            found,
            leaf: about.leaf,
            stream: about.event.map(|(stream, _)| stream.to_owned()),
            seq: about.event.map(|(_, seq)| seq),
            head: about.head,
        });
    }

    /// Takes the next line. An empty one says nothing.
    pub fn line(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let line = serde_json::from_str(text.trim_start_matches('\u{feff}'));
        match (line, &self.opening) {
            (Ok(Line::Opening(opening)), None) if opening.format == FORMAT => self.open(opening),
            (Err(_) | Ok(Line::Opening(_)), _) | (Ok(_), None) => {
                let leaf = Some(self.held.size());
                self.find(
                    Found::Unreadable,
                    About {
                        leaf,
                        ..About::default()
                    },
                );
            }
            (Ok(Line::Leaf(leaf)), Some(_)) => self.leaf(leaf),
            (Ok(Line::Head { head }), Some(_)) => self.head(&head),
            (Ok(Line::Node { node, hash }), Some(_)) => self.node(node, &hash),
            (Ok(Line::Unlogged { unlogged }), Some(_)) => self.unlogged.push(unlogged),
        }
    }

    fn open(&mut self, opening: Opening) {
        if self.wanted.as_ref().is_some_and(|key| *key != opening.key) {
            self.find(Found::OtherKey, About::default());
        }
        self.held = Edge::new(opening.hash);
        self.given = Edge::new(opening.hash);
        self.report.log = Some(opening.log.clone());
        self.report.key = Some(opening.key.clone());
        self.report.hash = Some(opening.hash);
        self.opening = Some(opening);
        self.compare_old();
    }

    fn leaf(&mut self, leaf: Leaf) {
        let Some(opening) = self.opening.clone() else {
            return;
        };
        let known = leaf.stream.clone().zip(leaf.seq);
        let event = known.as_ref().map(|(stream, seq)| (&stream[..], *seq));
        let about = About {
            leaf: Some(leaf.leaf),
            event,
            head: None,
        };
        if leaf.leaf != self.held.size() {
            self.find(Found::LeafNumber, about);
        }
        let mut given = leaf.commitment;
        if let Some((stream, seq)) = event {
            let mut sound = None;
            match &leaf.event {
                None => self.find(Found::Gone, about),
                Some(found) => {
                    self.report.events += 1;
                    match found.commitment(opening.hash, &opening.log, stream, seq) {
                        Some(commitment) if commitment == leaf.commitment => sound = Some(found.recorded),
                        other => {
                            given = other.unwrap_or(given);
                            self.find(Found::Altered, about);
                        }
                    }
                }
            }
            self.place(about, stream, seq, sound);
        }
        for promised in &mut self.report.receipts {
            let receipt = promised.receipt.as_ref();
            if receipt.is_some_and(|receipt| receipt.commitment == leaf.commitment) {
                promised.leaf = Some(leaf.leaf);
            }
        }
        let first = |nodes: Vec<crate::Node>| nodes.first().map(|node| node.hash);
        self.completed = [
            first(self.held.push(&leaf.commitment)),
            first(self.given.push(&given)),
        ];
        self.report.leaves += 1;
        self.since.push((leaf.leaf, known));
        self.compare_old();
    }

    /// Whether an event stands where it can, in its stream and in time; the time of one that is at fault says nothing.
    fn place(&mut self, about: About<'_>, stream: &str, seq: u64, recorded: Option<i64>) {
        let (last, at) = self.streams.get(stream).copied().unwrap_or((0, i64::MIN));
        let recorded_or_last = recorded.unwrap_or(at);
        self.streams.insert(stream.to_owned(), (seq, recorded_or_last));
        if seq != last + 1 || recorded_or_last < at {
            self.find(Found::OutOfOrder, about);
        }
        // The first head closes over what was there before the log began.
        let before = |head: &Head| recorded.is_some_and(|at| at < head.time - PATIENCE_MS);
        if self.last.as_ref().is_some_and(before) {
            self.find(Found::DatedBack, about);
        }
    }

    /// A stored node narrows down where a leaf was changed.
    fn node(&mut self, (level, index): (u8, u64), hash: &Digest) {
        let here = level == STEP && self.held.size() == (index + 1) << STEP;
        if !here || self.completed.contains(&Some(*hash)) {
            return;
        }
        let first = index << level;
        let under = self.since.iter().filter(|(leaf, _)| *leaf >= first);
        self.narrowed.extend(under.cloned());
        if self.narrowed.is_empty() {
            // A good head covers the leaves: the node itself is at fault.
            self.find(
                Found::Node,
                About {
                    leaf: Some(first),
                    ..About::default()
                },
            );
        }
    }

    fn head(&mut self, text: &str) {
        let Some(opening) = &self.opening else { return };
        let about = About {
            head: Some(self.held.size()),
            ..About::default()
        };
        let Ok(head) = Head::read(text) else {
            self.find(Found::HeadSignature, about);
            return;
        };
        let about = About {
            head: Some(head.size),
            ..about
        };
        let key = self.wanted.as_ref().unwrap_or(&opening.key);
        if head.key != *key || head.log != opening.log || head.hash != opening.hash || !head.is_signed() {
            self.find(Found::HeadSignature, about);
            return;
        }
        self.report.heads += 1;
        let earlier = |last: &Head| head.size < last.size || head.time < last.time;
        if head.size != self.held.size() || self.last.as_ref().is_some_and(earlier) {
            self.find(Found::HeadOrder, about);
        } else if head.root == self.held.root() || head.root == self.given.root() {
            if let Some((leaf, _)) = self.narrowed.first() {
                let leaf = Some(*leaf);
                self.find(Found::Node, About { leaf, ..about });
            }
        } else if !self.broken {
            // Later heads stand on the same leaves and say nothing more.
            self.broken = true;
            self.find(Found::Root, about);
            let mut suspects = std::mem::take(&mut self.narrowed);
            if suspects.is_empty() {
                suspects = std::mem::take(&mut self.since);
            }
            for (leaf, event) in &suspects {
                let event = event.as_ref().map(|(stream, seq)| (&stream[..], *seq));
                let leaf = Some(*leaf);
                self.find(Found::Suspect, About { leaf, event, ..about });
            }
        }
        self.since.clear();
        self.narrowed.clear();
        self.last = Some(head);
    }

    /// Compares the older heads that are of as many leaves as were read.
    fn compare_old(&mut self) {
        while self.old.first().is_some_and(|old| old.size <= self.held.size()) {
            let old = self.old.remove(0);
            let key = self.wanted.as_ref().or(self.report.key.as_ref());
            let ours = Some(&old.key) == key && Some(&old.log) == self.report.log.as_ref() && old.is_signed();
            if !ours || old.root != self.held.root() {
                let head = Some(old.size);
                self.find(
                    Found::NotExtended,
                    About {
                        head,
                        ..About::default()
                    },
                );
            }
        }
    }

    /// Ends; what was found.
    pub fn end(mut self) -> Report {
        let until = self.last.as_ref().map(|head| head.time);
        self.report.until = until;
        self.report.covered = self.last.as_ref().map_or(0, |head| head.size);
        if self.opening.is_none() && self.report.findings.is_empty() {
            self.find(Found::Unreadable, About::default());
        }
        if self.report.leaves > 0 && self.last.is_none() {
            self.find(Found::NoHead, About::default());
        }
        for old in std::mem::take(&mut self.old) {
            let head = Some(old.size);
            self.find(
                Found::NotExtended,
                About {
                    head,
                    ..About::default()
                },
            );
        }
        for event in std::mem::take(&mut self.unlogged) {
            if until.is_some_and(|until| event.recorded < until - PATIENCE_MS) {
                let event = Some((&event.stream[..], event.seq));
                self.find(
                    Found::NotLogged,
                    About {
                        event,
                        ..About::default()
                    },
                );
            }
        }
        let key = self.wanted.as_ref().or(self.report.key.as_ref()).cloned();
        let (log, covered) = (self.report.log.clone(), self.report.covered);
        // Whatever head is known of tells how far the log has come in time, not only those that the file shows.
        let ours = |head: &&Head| {
            Some(&head.key) == key.as_ref() && Some(&head.log) == log.as_ref() && head.is_signed()
        };
        let shown = self.shown.iter().filter(ours).map(|head| head.time);
        let newest = shown.chain(until).max();
        for promised in &mut self.report.receipts {
            let Some(receipt) = promised.receipt.take() else {
                continue;
            };
            let ours = Some(&receipt.key) == key.as_ref() && Some(&receipt.log) == log.as_ref();
            promised.kept = if !ours || !receipt.is_signed() {
                Kept::NotOurs
            } else if promised.leaf.is_some_and(|leaf| leaf < covered) {
                Kept::InLog
            } else if newest.is_some_and(|newest| newest > receipt.until()) {
                Kept::Broken
            } else {
                Kept::NotYet
            };
        }
        let stands = |promised: &Promised| matches!(promised.kept, Kept::InLog | Kept::NotYet);
        self.report.sound = self.report.findings.is_empty() && self.report.receipts.iter().all(stands);
        self.report
    }
}

/// What a finding has to do with.
#[derive(Debug, Clone, Copy, Default)]
struct About<'a> {
    leaf: Option<u64>,
    event: Option<(&'a str, u64)>,
    head: Option<u64>,
}
