//! Adopted rules: the copies in the database, read once and kept, because they never change.

use crate::rules::{Lapse, Standing, chosen};
use crate::{Office, Problem};
use calendar::{Calendar, Instant};
use case::Rules;
use jiff::civil::Date;
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

    pub(crate) async fn text(&self, j: &str, hash: &str) -> Result<String, Problem> {
        let found = self.store().adopted(j, hash).await?.ok_or(Problem::NoProcedure)?;
        String::from_utf8(found.text).map_err(|_| Problem::Corrupt(format!("adopted text {hash}")))
    }

    pub(crate) async fn procedure_by_hash(&self, j: &str, hash: &str) -> Result<Arc<Procedure>, Problem> {
        if let Some(found) = kept(&self.parts().adopted.procedures, hash) {
            return Ok(found);
        }
        let text = self.text(j, hash).await?;
        let read = procedure::read(&text).map_err(|fault| Problem::Corrupt(fault.what))?;
        Ok(keep(&self.parts().adopted.procedures, hash, read))
    }

    pub(crate) async fn calendar_by_hash(&self, j: &str, hash: &str) -> Result<Arc<Calendar>, Problem> {
        if let Some(found) = kept(&self.parts().adopted.calendars, hash) {
            return Ok(found);
        }
        let text = self.text(j, hash).await?;
        let read = Calendar::from_toml(&text).map_err(|fault| Problem::Corrupt(fault.to_string()))?;
        Ok(keep(&self.parts().adopted.calendars, hash, read))
    }

    /// The rules in force at `at`: of all versions in force by then the last that is neither repealed nor past its last
    /// day; where all are, the last one that lapsed, see [`Office::lapse`].
    ///
    /// # Errors
    /// [`Problem::NoProcedure`] where nothing is in force.
    pub async fn in_force(&self, j: &str, at: Instant) -> Result<Adopted, Problem> {
        let current = self.current(j, at).await?;
        self.adopted(j, &current.procedure, &current.calendar).await
    }

    pub(crate) async fn current(&self, j: &str, at: Instant) -> Result<Current, Problem> {
        let day = crate::directory::day_of(at);
        let (recent, now) = (&self.parts().recent, self.now());
        if let Some(current) = recent.in_force(j, day, now) {
            return Ok(current);
        }
        let mut versions = self.versions_on(j, day).await?;
        let standings: Vec<Standing> = versions.iter().map(|v| v.standing.clone()).collect();
        let index = chosen(&standings).ok_or(Problem::NoProcedure)?;
        let version = versions.swap_remove(index);
        let lapse = |last_day, decision| Lapse { last_day, decision };
        let last_day = version.procedure.head.last_day;
        let lapse = match version.standing {
            Standing::UsedOn(decision) => last_day.map(|last| lapse(last, Some(decision))),
            Standing::Lapsed => last_day.map(|last| lapse(last, None)),
            _ => None,
        };
        let calendar = self.store().in_force_hash(j, Kind::Calendar, day).await?;
        let current = Current {
            day,
            procedure: version.head.hash,
            calendar: calendar.ok_or(Problem::NoProcedure)?,
            lapse,
        };
        recent.keep_in_force(j, now, current.clone());
        Ok(current)
    }
}

/// What is in force on a day, by its hashes.
#[derive(Debug, Clone)]
pub(crate) struct Current {
    pub(crate) day: Date,
    pub(crate) procedure: String,
    pub(crate) calendar: String,
    pub(crate) lapse: Option<Lapse>,
}
