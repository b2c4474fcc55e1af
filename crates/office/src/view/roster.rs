//! Who is on duty: now and in the days ahead, unit by unit.

use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use case::access::{Subject, Wish, may};
use store::Unit;

/// How far ahead.
const AHEAD_MS: i64 = 7 * 24 * 3_600_000;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyLine {
    /// Whose.
    pub name: String,
    /// Their login.
    pub login: String,
    /// From, UTC milliseconds.
    pub from: Instant,
    /// The first instant no more.
    pub to: Instant,
}

/// A unit with its duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    /// The unit.
    pub unit: Unit,
    /// Who is told now.
    pub now: Option<String>,
    /// What is entered from now on, the first first.
    pub duties: Vec<DutyLine>,
}

impl Office {
    /// The roster of all units from now on. For those who have a queue of any kind, and administrators.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn roster(&self, j: &str, who: &Actor) -> Result<Vec<RosterLine>, Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        let any = [Wish::ListAll, Wish::ListUnit, Wish::Administer];
        let may = |wish| may(&adopted.procedure, who, wish, &Subject::default());
        if !any.into_iter().any(may) {
            return Err(Problem::Forbidden);
        }
        let mut lines = Vec::new();
        let mut on_duty = self.store().all_on_duty(j, now).await?;
        for unit in self.store().units(j, crate::directory::day_of(now)).await? {
            let mut duties = Vec::new();
            let ahead = now.plus_ms(AHEAD_MS);
            for duty in self.store().roster(j, &unit.id, now, ahead).await? {
                let person = self.store().person(j, &duty.person).await?;
                if let Some(person) = person.filter(|person| person.active) {
                    duties.push(DutyLine {
                        name: person.name,
                        login: person.login,
                        from: duty.from,
                        to: duty.to,
                    });
                }
            }
            lines.push(RosterLine {
                now: on_duty.remove(&unit.id).map(|duty| duty.name),
                unit,
                duties,
            });
        }
        Ok(lines)
    }
}
