//! What acts are made of: citizens, units, files, earlier cases.

use crate::{CaseNumber, PersonId, UnitId};
use calendar::{Instant, Limit};
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};

/// The citizen as registered. All of it sealed under the person's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citizen {
    /// Key of the person.
    pub key: KeyId,
    /// Name.
    pub name: Sealed,
    /// Phone.
    pub phone: Sealed,
    /// Resident id number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<Sealed>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Sealed>,
    /// How the real name was verified, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<Verified>,
}

/// How and when a real name was verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// The verifier, such as `phone-code`.
    pub by: String,
    /// When, UTC milliseconds.
    pub at: Instant,
}

/// A file that came along. Its content lies in the attachment store, its digest is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Name in the attachment store; says nothing about the content.
    pub id: String,
    /// File name as given.
    pub name: Sealed,
    /// SHA-256 of the content, in hex.
    pub digest: Sealed,
    /// Length in bytes.
    pub bytes: u64,
    /// Media type as checked by content.
    pub media: String,
}

/// A unit as it stood when it was named: kept in the event, so old cases keep theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRef {
    /// Which.
    pub id: UnitId,
    /// Name at that time.
    pub name: String,
    /// Kind at that time, as the procedure's personal rules name it.
    pub kind: String,
    /// The units above it, the nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<UnitId>,
    /// Code of its administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Its duties: ids of categories and marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
}

impl UnitRef {
    /// A unit of which no more is known than its name and kind.
    pub fn new(id: UnitId, name: impl Into<String>, kind: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            kind: kind.into(),
            above: Vec::new(),
            territory: None,
            duties: Vec::new(),
        }
    }

    /// Whether it is this unit or stands under it.
    pub fn within(&self, unit: &UnitId) -> bool {
        self.id == *unit || self.above.contains(unit)
    }
}

/// One unit's part in a dispatch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The unit.
    pub unit: UnitRef,
    /// Lead (主办) or assisting (协办).
    pub lead: bool,
    /// Whether the unit can answer directly, without investigation.
    pub direct: bool,
    /// Who is on duty there now, from the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_duty: Option<OnDuty>,
}

/// Who is on duty, as the dispatch names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnDuty {
    /// The person.
    pub person: PersonId,
    /// Name of the member of staff.
    pub name: String,
}

/// The earlier case of a repeat complaint, as loaded when the person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its number; the case's own where the citizen complains again in the same case.
    pub number: CaseNumber,
    /// When this citizen first complained of the matter; `None` where it was another citizen.
    pub first_complaint: Option<Instant>,
    /// When its closing reply went out, if one did.
    pub replied: Option<Instant>,
    /// Whether the citizen called it solved.
    pub solved: bool,
    /// When the complaint came again.
    pub again: Instant,
}

/// The field that a correction mends. The text of a message is never corrected; it can be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correctable {
    /// Name of the citizen.
    Name,
    /// Phone of the citizen.
    Phone,
    /// Resident id number.
    IdNumber,
    /// Address.
    Address,
    /// The line that says what it is about.
    Title,
}

/// What is known on receipt beside the message itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// When it was posted where it was found, UTC milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<Instant>,
    /// Code of the administrative division it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<String>,
    /// Mark ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    /// Units that the message accuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused: Vec<UnitRef>,
    /// Members of staff whom it accuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accused_people: Vec<PersonId>,
    /// Whom it accuses, in the words of whoever sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accused_named: Option<Sealed>,
}

impl Origin {
    /// Whether the message accuses somebody.
    pub fn accuses(&self) -> bool {
        !self.accused.is_empty() || !self.accused_people.is_empty() || self.accused_named.is_some()
    }
}

/// The terms of a dispatch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The limit that whoever assigns it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// Way id: how the papers went to the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// What the dispatch catalogue said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogued: Option<Catalogued>,
}

/// An entry of the dispatch catalogue that fits the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogued {
    /// The entry.
    pub entry: String,
    /// The unit it names as lead.
    pub unit: UnitId,
    /// Kind of that unit.
    pub kind: String,
    /// The member of the leading group in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<PersonId>,
}

/// What stands behind a result.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backing {
    /// Gate ids confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<String>,
    /// Outcome id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// How a visit went beyond solved and satisfied.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visited {
    /// Way id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// Answers to the questions of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

/// The answer to a question of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Question id.
    pub question: String,
    /// Yes or no.
    pub yes: bool,
}

macro_rules! empty {
    ($($name:ty),+) => { $(
        impl $name {
            /// Whether nothing of it is known.
            pub fn is_empty(&self) -> bool { *self == Self::default() }
        }
    )+ };
}
empty!(Origin, Terms, Backing, Visited);

/// By which calendar clocks are counted anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recounting {
    /// Id of the calendar.
    pub calendar: String,
    /// Hash of the calendar adopted now.
    pub hash: String,
    /// Hash of the calendar by which the case was counted before.
    pub was: String,
}
