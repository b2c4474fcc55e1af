//! What stands beside the course of a case: publicity, instructions, records, documents, other lines.

use crate::act::DocumentPart;
use crate::{Case, OrderNo};
use calendar::Instant;
use seal::Sealed;

/// Whether a message is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Publicity {
    /// Nobody decided yet.
    #[default]
    Undecided,
    /// Public since.
    Public(Instant),
    /// Decided not to be.
    Withheld(Instant),
    /// Was public, and is hidden since.
    Hidden(Instant),
}

/// An instruction of a leader.
#[derive(Debug, Clone, PartialEq)]
pub struct Instruction {
    /// When it was entered.
    pub at: Instant,
    /// The leader's rank, where the file knows ranks.
    pub rank: Option<String>,
    /// Which leader, where another entered it.
    pub leader: Option<Sealed>,
    /// Its text.
    pub text: Sealed,
}

/// A record of a kind that the file names.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Record id.
    pub record: String,
    /// Of which work order.
    pub order: Option<OrderNo>,
    /// When it was done.
    pub at: Instant,
    /// The case's round.
    pub round: u32,
    /// Its text, where the file does not give the words.
    pub text: Option<Sealed>,
    /// Channel on which it was done.
    pub channel: Option<String>,
}

/// A document of the case.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Document id.
    pub document: String,
    /// Of which work order.
    pub order: Option<OrderNo>,
    /// When it was written.
    pub at: Instant,
    /// Sequence number of the event that wrote it.
    pub seq: u64,
    /// The case's round.
    pub round: u32,
    /// Its typed parts.
    pub parts: Vec<DocumentPart>,
    /// The finding.
    pub outcome: Option<String>,
    /// To whom it was delivered, and when.
    pub delivered: Vec<(String, Instant)>,
}

/// Another line on which the same case runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Channel id.
    pub channel: String,
    /// Number there.
    pub number: String,
    /// When it was claimed there.
    pub claimed: Option<Instant>,
}

/// One return visit with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// When.
    pub at: Instant,
    /// The case's round.
    pub round: u32,
    /// By a person, or the answer to a message.
    pub by_person: bool,
    /// Whether the citizen was reached.
    pub reached: bool,
    /// Solved?
    pub solved: bool,
    /// Satisfied?
    pub satisfied: bool,
    /// In the citizen's words.
    pub text: Option<Sealed>,
}

impl Case {
    /// Whether the message accuses somebody (PL-18): units, members of staff, or whom its sender named in their own words.
    pub fn accuses(&self) -> bool {
        !self.accused.is_empty()
            || !self.accused_people.is_empty()
            || self.accused_named.is_some()
            || !self.accused_also.is_empty()
    }

    /// Whether the message is public now.
    pub fn is_public(&self) -> bool {
        matches!(self.publicity, Publicity::Public(_))
    }

    /// Whether it is public, or was and is hidden.
    pub fn was_public(&self) -> bool {
        matches!(self.publicity, Publicity::Public(_) | Publicity::Hidden(_))
    }

    /// The last document of this kind, of this work order or of the case.
    pub fn paper(&self, document: &str, order: Option<OrderNo>) -> Option<&Paper> {
        let of = |p: &&Paper| p.document == document && p.order == order && p.round == self.round;
        self.papers.iter().rev().find(of)
    }
}
