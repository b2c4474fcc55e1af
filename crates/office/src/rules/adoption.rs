//! The event of an adoption, and the row of the adopted copy.

use crate::Problem;
use calendar::{Calendar, Instant};
use jiff::civil::Date;
use procedure::{OwnRules, Procedure};
use serde::{Deserialize, Serialize};
use store::{Adopted, Kind, RowChange};

/// The event, version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Adoption {
    kind: String,
    pub(crate) id: String,
    version: String,
    pub(crate) hash: String,
    pub(crate) in_force: Date,
    text: String,
    /// Who adopted it: a person's id, or where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

impl Adoption {
    /// Of a procedure, from another day than its file names where one is given.
    pub(crate) fn of_procedure(read: &Procedure, text: &str, from: Option<Date>) -> Self {
        Self {
            kind: "procedure".to_owned(),
            id: read.head.id.clone(),
            version: read.head.version.clone(),
            hash: read.hash.clone(),
            in_force: from.unwrap_or(read.head.in_force),
            text: text.to_owned(),
            by: None,
        }
    }

    /// Of a unit's own rules, as they were written. In force is the procedure that holds them.
    pub(crate) fn of_own(own: &OwnRules, text: &str, in_force: Date) -> Self {
        Self {
            kind: "own-rules".to_owned(),
            id: own.id.clone(),
            version: own.version.clone(),
            hash: own.hash.clone(),
            in_force,
            text: text.to_owned(),
            by: None,
        }
    }

    /// The text that own rules extend: kept beside the whole that is in force, so that it can be extended otherwise.
    pub(crate) fn into_parent(self) -> Self {
        Self {
            kind: "parent".to_owned(),
            ..self
        }
    }

    /// Of a calendar.
    pub(crate) fn of_calendar(read: &Calendar, text: &str, in_force: Date) -> Self {
        Self {
            kind: "calendar".to_owned(),
            id: read.id().to_owned(),
            version: read.hash().chars().take(12).collect(),
            hash: read.hash().to_owned(),
            in_force,
            text: text.to_owned(),
            by: None,
        }
    }

    /// With who adopts it.
    pub(crate) fn by(self, by: &str) -> Self {
        Self {
            by: Some(by.to_owned()),
            ..self
        }
    }

    pub(crate) fn kind(&self) -> Result<Kind, Problem> {
        match self.kind.as_str() {
            "procedure" => Ok(Kind::Procedure),
            "calendar" => Ok(Kind::Calendar),
            "own-rules" => Ok(Kind::OwnRules),
            "parent" => Ok(Kind::Parent),
            other => Err(Problem::Corrupt(format!("kind {other}"))),
        }
    }

    /// The word under which the event stands in the log.
    pub(crate) fn word(&self) -> String {
        format!("adopt-{}", self.kind)
    }

    /// The adopted copy.
    pub(crate) fn row(self, at: Instant) -> Result<RowChange, Problem> {
        Ok(RowChange::Adopt(Adopted {
            kind: self.kind()?,
            hash: self.hash,
            id: self.id,
            version: self.version,
            in_force: self.in_force,
            text: self.text.into_bytes(),
            adopted_at: at,
            adopted_by: self.by.unwrap_or_default(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::Adoption;
    use calendar::Instant;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_an_adoption_is_read() {
        for line in include_str!("../../samples/adopted-1.jsonl").lines() {
            let adoption: Adoption = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&adoption).unwrap(), line);
            adoption.row(Instant::from_ms(0)).unwrap();
        }
    }
}
