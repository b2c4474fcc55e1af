//! Adopted rules: the copies in the database, read once and kept, because they never change.

use crate::{Office, Problem};
use calendar::{Calendar, Instant};
use case::Rules;
use procedure::Procedure;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use store::Kind;

/// A procedure and a calendar as adopted.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// The procedure.
    pub procedure: Arc<Procedure>,
    /// The calendar.
    pub calendar: Arc<Calendar>,
}

impl Adopted {
    /// As the engine takes them.
    pub fn rules(&self) -> Rules<'_> {
        Rules {
            procedure: &self.procedure,
            calendar: &self.calendar,
        }
    }
}

/// Adopted texts by hash. Immutable, so nothing in here can be out of date.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    procedures: RwLock<HashMap<String, Arc<Procedure>>>,
    calendars: RwLock<HashMap<String, Arc<Calendar>>>,
}

fn kept<T>(map: &RwLock<HashMap<String, Arc<T>>>, hash: &str) -> Option<Arc<T>> {
    map.read().ok()?.get(hash).cloned()
}

fn keep<T>(map: &RwLock<HashMap<String, Arc<T>>>, hash: &str, value: T) -> Arc<T> {
    let value = Arc::new(value);
    if let Ok(mut map) = map.write() {
        map.insert(hash.to_owned(), value.clone());
    }
    value
}

impl Office {
    /// The rules that a case runs under, by the hashes in its events.
    pub(crate) async fn adopted(&self, j: &str, procedure: &str, calendar: &str) -> Result<Adopted, Problem> {
        Ok(Adopted {
            procedure: self.procedure_by_hash(j, procedure).await?,
            calendar: self.calendar_by_hash(j, calendar).await?,
        })
    }

    async fn text(&self, j: &str, hash: &str) -> Result<String, Problem> {
        let found = self.store().adopted(j, hash).await?.ok_or(Problem::NoProcedure)?;
        String::from_utf8(found.text).map_err(|_| Problem::Corrupt(format!("adopted text {hash}")))
    }

    async fn procedure_by_hash(&self, j: &str, hash: &str) -> Result<Arc<Procedure>, Problem> {
        if let Some(found) = kept(&self.parts().adopted.procedures, hash) {
            return Ok(found);
        }
        let text = self.text(j, hash).await?;
        let read = procedure::read(&text).map_err(|fault| Problem::Corrupt(fault.what))?;
        Ok(keep(&self.parts().adopted.procedures, hash, read))
    }

    async fn calendar_by_hash(&self, j: &str, hash: &str) -> Result<Arc<Calendar>, Problem> {
        if let Some(found) = kept(&self.parts().adopted.calendars, hash) {
            return Ok(found);
        }
        let text = self.text(j, hash).await?;
        let read = Calendar::from_toml(&text).map_err(|fault| Problem::Corrupt(fault.to_string()))?;
        Ok(keep(&self.parts().adopted.calendars, hash, read))
    }

    /// The rules in force at `at`. The first day that any calendar has decides which day that is.
    ///
    /// # Errors
    /// [`Problem::NoProcedure`] where nothing is in force.
    pub async fn in_force(&self, j: &str, at: Instant) -> Result<Adopted, Problem> {
        // China's one zone: the day is found before the calendar that is in force on it.
        let day = jiff::Timestamp::from_millisecond(at.ms())
            .map_err(|_| Problem::NoProcedure)?
            .to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(8)))
            .date();
        let (recent, now) = (&self.parts().recent, self.now());
        if let Some((procedure, calendar)) = recent.in_force(j, day, now) {
            return self.adopted(j, &procedure, &calendar).await;
        }
        let kind_hash = async |kind| -> Result<String, Problem> {
            self.store()
                .in_force_hash(j, kind, day)
                .await?
                .ok_or(Problem::NoProcedure)
        };
        let procedure = kind_hash(Kind::Procedure).await?;
        let calendar = kind_hash(Kind::Calendar).await?;
        recent.keep_in_force(j, now, (day, procedure.clone(), calendar.clone()));
        self.adopted(j, &procedure, &calendar).await
    }
}
