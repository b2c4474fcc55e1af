//! What is written beside the course of a case: claims, marks, signatures, records, documents, other lines.

use super::{Attachment, UnitRef};
use crate::PersonId;
use calendar::Instant;
use seal::Sealed;
use serde::{Deserialize, Serialize};

/// A unit takes the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claiming {
    /// The unit.
    pub unit: UnitRef,
    /// What it says to it.
    pub note: Option<Sealed>,
}

/// What kind of matter it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Marking {
    /// Mark ids.
    pub marks: Vec<String>,
    /// Code of the administrative division it concerns.
    pub division: Option<String>,
    /// Units that the message accuses.
    pub accused: Vec<UnitRef>,
    /// Members of staff whom it accuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused_people: Vec<PersonId>,
    /// Other names under which the accused are known, or whom no list names, in the words of whoever marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accused_named: Option<Sealed>,
    /// Whether these are meant and nobody else: no name in earlier words accuses anybody any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only: bool,
    /// Why.
    pub reason: Option<Sealed>,
}

impl Marking {
    /// Whether it says that the message accuses somebody.
    pub fn accuses(&self) -> bool {
        !self.accused.is_empty() || !self.accused_people.is_empty() || self.accused_named.is_some()
    }
}

/// A leader gives an instruction. Only those who handle the case read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instructing {
    /// Outcome id: the leader's rank, where the file knows ranks.
    pub outcome: Option<String>,
    /// Which leader, where another enters the instruction.
    pub partner: Option<Sealed>,
    /// The instruction.
    pub text: Sealed,
}

/// One signatory passes or returns it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signing {
    /// Passed or returned.
    pub passed: bool,
    /// Norm ids at fault.
    pub faults: Vec<String>,
    /// What is said to it.
    pub note: Option<Sealed>,
}

/// A record of a kind that the file names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recording {
    /// Record id.
    pub record: String,
    /// The text; absent where the file gives the words.
    pub text: Option<Sealed>,
    /// With whom, or to whom.
    pub partner: Option<Sealed>,
    /// Channel or site on which it was done.
    pub channel: Option<String>,
    /// When, if not now, UTC milliseconds.
    pub when: Option<Instant>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// A document is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Writing {
    /// Document id.
    pub document: String,
    /// Its typed parts.
    pub parts: Vec<DocumentPart>,
    /// Outcome id: the finding, where the file knows findings.
    pub outcome: Option<String>,
}

/// A document was delivered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivering {
    /// Document id.
    pub document: String,
    /// A body of the file, `citizen` or `unit`.
    pub to: String,
    /// Way id.
    pub way: Option<String>,
    /// When, if not now, UTC milliseconds.
    pub when: Option<Instant>,
}

/// The number under which the same case runs on another line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Referring {
    /// Channel id of the line.
    pub channel: String,
    /// Its number there.
    pub number: String,
    /// Whether it was claimed there.
    pub claimed: bool,
}

/// The case is put before a leader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Submitting {
    /// Role id.
    pub to: String,
    /// What is said to it.
    pub text: Sealed,
}

/// The level above ruled on the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RulingAbove {
    /// Approved or returned.
    pub passed: bool,
    /// What it says.
    pub note: Option<Sealed>,
}

/// A typed part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentPart {
    /// Part id.
    pub id: String,
    /// Its text.
    pub text: Sealed,
}
