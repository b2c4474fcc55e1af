//! Setting up: a jurisdiction and the rules it adopts. What runs is the adopted copy; upgrading the program never
//! changes it.

use crate::{Office, Problem};
use calendar::Calendar;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{Adopted, Append, Commit, Kind, NewEvent, RowChange};

/// The stream in which adoptions stand.
pub const STREAM: &str = "adopted";

/// The event of an adoption, version 1.
#[derive(Debug, Serialize, Deserialize)]
struct Adoption {
    kind: String,
    id: String,
    version: String,
    hash: String,
    in_force: Date,
    text: String,
    /// Who adopted it: a person's id, or where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

impl Office {
    /// Adopts a procedure for a jurisdiction from the day that its file names. A text adopted before changes nothing.
    ///
    /// # Errors
    /// [`Problem::Corrupt`] where the text cannot be read; check it first.
    pub async fn adopt_procedure(&self, j: &str, text: &str) -> Result<(), Problem> {
        self.adopt_procedure_from(j, text, None).await
    }

    /// Adopts a procedure from another day than its file names, because an office takes it over later.
    ///
    /// # Errors
    /// As [`Office::adopt_procedure`].
    pub async fn adopt_procedure_from(&self, j: &str, text: &str, from: Option<Date>) -> Result<(), Problem> {
        let read =
            procedure::read(text).map_err(|f| Problem::Corrupt(format!("line {}: {}", f.line, f.what)))?;
        let adoption = Adoption {
            kind: "procedure".to_owned(),
            id: read.head.id.clone(),
            version: read.head.version.clone(),
            hash: read.hash.clone(),
            in_force: from.unwrap_or(read.head.in_force),
            text: text.to_owned(),
            by: None,
        };
        self.adopt(j, adoption).await
    }

    /// Adopts a calendar, in force from the first day of its table.
    ///
    /// # Errors
    /// [`Problem::Corrupt`] where the text cannot be read.
    pub async fn adopt_calendar(&self, j: &str, text: &str, in_force: Date) -> Result<(), Problem> {
        let read = Calendar::from_toml(text).map_err(|f| Problem::Corrupt(f.to_string()))?;
        let adoption = Adoption {
            kind: "calendar".to_owned(),
            id: read.id().to_owned(),
            version: read.hash().chars().take(12).collect(),
            hash: read.hash().to_owned(),
            in_force,
            text: text.to_owned(),
            by: None,
        };
        self.adopt(j, adoption).await
    }

    async fn adopt(&self, j: &str, adoption: Adoption) -> Result<(), Problem> {
        if self.store().adopted(j, &adoption.hash).await?.is_some() {
            return Ok(());
        }
        let now = self.now();
        let expected = self.store().last_seq(j, STREAM).await?;
        let mut commit = Commit::new(j, now);
        let event = NewEvent {
            kind: format!("adopt-{}", adoption.kind),
            version: 1,
            at: now,
            bytes: serde_json::to_vec(&adoption)?,
        };
        commit.streams.push(Append {
            stream: STREAM.to_owned(),
            expected,
            events: vec![event],
        });
        commit.changes.push(row(adoption, now)?);
        self.store().commit(commit).await?;
        self.parts().recent.forget();
        Ok(())
    }
}

fn row(adoption: Adoption, at: calendar::Instant) -> Result<RowChange, Problem> {
    let kind = match adoption.kind.as_str() {
        "procedure" => Kind::Procedure,
        "calendar" => Kind::Calendar,
        other => return Err(Problem::Corrupt(format!("kind {other}"))),
    };
    Ok(RowChange::Adopt(Adopted {
        hash: adoption.hash,
        kind,
        id: adoption.id,
        version: adoption.version,
        in_force: adoption.in_force,
        text: adoption.text.into_bytes(),
        adopted_at: at,
        adopted_by: adoption.by.unwrap_or_default(),
    }))
}

#[cfg(test)]
mod tests {
    use super::{Adoption, row};
    use calendar::Instant;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_an_adoption_is_read() {
        for line in include_str!("../samples/adopted-1.jsonl").lines() {
            let adoption: Adoption = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&adoption).unwrap(), line);
            row(adoption, Instant::from_ms(0)).unwrap();
        }
    }
}
