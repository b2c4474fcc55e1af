//! Setting up: the rules that a jurisdiction adopts. What runs is the adopted copy; upgrading the program never changes
//! it. What people bring is checked first, see [`crate::adopt`].

use crate::rules::Adoption;
use crate::{Office, Problem};
use calendar::Calendar;
use jiff::civil::Date;
use store::{Append, Commit, NewEvent};

/// The stream in which adoptions stand.
pub const STREAM: &str = "adopted";

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
        self.adopt(j, Adoption::of_procedure(&read, text, from).by(PROGRAM))
            .await
    }

    /// Adopts a calendar, in force from the first day of its table.
    ///
    /// # Errors
    /// [`Problem::Corrupt`] where the text cannot be read.
    pub async fn adopt_calendar(&self, j: &str, text: &str, in_force: Date) -> Result<(), Problem> {
        let read = Calendar::from_toml(text).map_err(|f| Problem::Corrupt(f.to_string()))?;
        self.adopt(j, Adoption::of_calendar(&read, text, in_force).by(PROGRAM))
            .await
    }

    /// One text as event and row; what was adopted before stays as it is.
    async fn adopt(&self, j: &str, adoption: Adoption) -> Result<(), Problem> {
        if self.store().adopted(j, &adoption.hash).await?.is_some() {
            return Ok(());
        }
        self.adopt_all(j, vec![adoption]).await
    }

    /// Several texts that belong together, in one commit.
    pub(crate) async fn adopt_all(&self, j: &str, adoptions: Vec<Adoption>) -> Result<(), Problem> {
        self.adopt_with(j, adoptions, None).await
    }

    /// The same with the event of another stream that decided it.
    pub(crate) async fn adopt_with(
        &self,
        j: &str,
        adoptions: Vec<Adoption>,
        decision: Option<(&str, NewEvent)>,
    ) -> Result<(), Problem> {
        let now = self.now();
        let mut commit = Commit::new(j, now);
        let mut events = Vec::with_capacity(adoptions.len());
        for adoption in adoptions {
            events.push(NewEvent {
                kind: adoption.word(),
                version: 1,
                at: now,
                bytes: serde_json::to_vec(&adoption)?,
            });
            commit.changes.push(adoption.row(now)?);
        }
        commit.streams.push(Append {
            stream: STREAM.to_owned(),
            expected: self.store().last_seq(j, STREAM).await?,
            events,
        });
        if let Some((stream, event)) = decision {
            commit.streams.push(Append {
                stream: stream.to_owned(),
                expected: self.store().last_seq(j, stream).await?,
                events: vec![event],
            });
        }
        self.commit(commit).await?;
        self.parts().recent.forget();
        Ok(())
    }
}

/// Who adopts what the program itself sets up: the first run, the demo.
const PROGRAM: &str = "system";
