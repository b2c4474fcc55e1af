//! Who of the staff is told: found out when the message leaves, as rosters and posts stand then.

use crate::load::Loaded;
use crate::{Office, Problem};
use case::UnitId;
use case::access::KEEPER;
use case::event::Whom;
use procedure::{Procedure, Seat};
use store::Person;

impl Office {
    /// The people meant, each once, the one on duty first.
    pub(super) async fn people_told(
        &self,
        j: &str,
        loaded: &Loaded,
        whom: &Whom,
    ) -> Result<Vec<Person>, Problem> {
        let meant = match whom {
            Whom::Citizen => Vec::new(),
            Whom::Unit(unit) => self.handlers(j, loaded, unit).await?,
            Whom::Role { role, unit } => {
                let day = Self::day(&loaded.adopted.calendar, self.now());
                self.store().holders(j, role, unit.as_ref(), day).await?
            }
        };
        let all = meant.len();
        let told = self.those_not_accused(j, loaded, meant).await?;
        if told.is_empty() && all > 0 && matches!(whom, Whom::Role { unit: None, .. }) {
            // where the whole office is accused, a keeper sees to it that somebody looks into it
            let day = Self::day(&loaded.adopted.calendar, self.now());
            let keepers = self.store().holders(j, KEEPER, None, day).await?;
            return self.those_not_accused(j, loaded, keepers).await;
        }
        Ok(told)
    }

    /// Whoever is accused is told of nothing, on whatever duty they are.
    async fn those_not_accused(
        &self,
        j: &str,
        loaded: &Loaded,
        meant: Vec<Person>,
    ) -> Result<Vec<Person>, Problem> {
        let mut told = Vec::with_capacity(meant.len());
        for person in meant {
            if self.may_be_told(j, loaded, &person.id).await? {
                told.push(person);
            }
        }
        Ok(told)
    }

    /// The handlers of a unit, after the one on duty. Where nobody handles, everybody who holds a post there.
    async fn handlers(&self, j: &str, loaded: &Loaded, unit: &UnitId) -> Result<Vec<Person>, Problem> {
        let now = self.now();
        let day = Self::day(&loaded.adopted.calendar, now);
        let mut people = Vec::new();
        if let Some(on_duty) = self.store().on_duty(j, unit, now).await? {
            people.extend(self.store().person(j, &on_duty.person).await?);
        }
        let (leaders, handlers) = unit_roles(&loaded.adopted.procedure);
        for roles in [handlers, leaders] {
            for role in roles {
                let holders = self.store().holders(j, role, Some(unit), day).await?;
                for holder in holders {
                    if people.iter().all(|p: &Person| p.id != holder.id) {
                        people.push(holder);
                    }
                }
            }
            if !people.is_empty() {
                break;
            }
        }
        Ok(people)
    }
}

/// The roles seated in units: those that repeat complaints name as leaders, and the others, who handle.
fn unit_roles(procedure: &Procedure) -> (Vec<&str>, Vec<&str>) {
    let roles = procedure.roles.iter().filter(|r| r.seat == Seat::Unit);
    roles
        .map(|r| r.id.as_str())
        .partition(|id| procedure.personal.iter().any(|p| p.role == *id))
}
