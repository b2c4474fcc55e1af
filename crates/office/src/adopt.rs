//! Adopting what somebody brings: checked first, from a day that can count, never twice, and with who did it.

use crate::rules::Adoption;
use crate::{Office, Problem};
use calendar::{Calendar, SHIPPED};
use case::Actor;
use jiff::civil::Date;
use procedure::Find;
use procedure::check::{Finding, Severity};
use store::Kind;

/// A text to adopt.
#[derive(Clone, Copy)]
pub struct Bringing<'a> {
    /// A procedure or a calendar.
    pub text: &'a str,
    /// First day in force; the day that the file names where absent.
    pub from: Option<Date>,
    /// Who adopts it: a person's id, or where it comes from.
    pub by: &'a str,
    /// Gives what the file names.
    pub find: Find<'a>,
}

/// What was adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Procedure or calendar.
    pub kind: Kind,
    /// Id that its text gives.
    pub id: String,
    /// First day in force.
    pub from: Date,
}

/// Why it was not adopted. Nothing has changed then.
#[derive(Debug)]
pub enum NotAdopted {
    /// The file has faults.
    Faulty(Vec<Finding>),
    /// The same text is adopted already, in force from this day.
    Already(Date),
    /// Of two in force the later one counts, so an earlier one never would.
    TooEarly {
        /// From when it was to be in force.
        from: Date,
        /// What is in force from later on, or from the same day.
        adopted: String,
        /// From when.
        since: Date,
    },
    /// Neither file nor command say from when it is in force.
    NoDay,
    /// Anything else.
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for NotAdopted {
    fn from(error: E) -> Self {
        Self::Problem(error.into())
    }
}

impl Office {
    /// Adopts what a member of staff brings.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; else as [`Office::bring`].
    pub async fn bring_as(&self, j: &str, who: &Actor, brought: Bringing<'_>) -> Result<Brought, NotAdopted> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden.into());
        };
        let by = person.as_str();
        self.bring(j, Bringing { by, ..brought }).await
    }

    /// Adopts a text after checking it.
    ///
    /// # Errors
    /// The faults of the file, or why it cannot come into force from that day.
    pub async fn bring(&self, j: &str, brought: Bringing<'_>) -> Result<Brought, NotAdopted> {
        let adoption = match Calendar::from_toml(brought.text) {
            Ok(calendar) => {
                let from = brought.from.ok_or(NotAdopted::NoDay)?;
                Adoption::of_calendar(&calendar, brought.text, from)
            }
            Err(_) => {
                let known = self.calendar_ids(j).await?;
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let report = procedure::check_file(brought.text, brought.find, &known);
                let clean = report.is_clean();
                match report.procedure {
                    Some(read) if clean => Adoption::of_procedure(&read, &report.text, brought.from),
                    _ => return Err(NotAdopted::Faulty(faults(report.findings))),
                }
            }
        };
        self.can_count(j, &adoption).await?;
        let done = Brought {
            kind: adoption.kind()?,
            id: adoption.id.clone(),
            from: adoption.in_force,
        };
        self.adopt(j, adoption.by(brought.by)).await?;
        Ok(done)
    }

    /// Whether a text is new and would come into force at all.
    async fn can_count(&self, j: &str, adoption: &Adoption) -> Result<(), NotAdopted> {
        if let Some(before) = self.store().adopted(j, &adoption.hash).await? {
            return Err(NotAdopted::Already(before.in_force));
        }
        let all = self.store().all_adopted(j, adoption.kind()?).await?;
        let latest = all.into_iter().max_by_key(|adopted| adopted.in_force);
        match latest {
            Some(latest) if latest.in_force >= adoption.in_force => Err(NotAdopted::TooEarly {
                from: adoption.in_force,
                adopted: latest.id,
                since: latest.in_force,
            }),
            _ => Ok(()),
        }
    }

    /// Ids of the calendars adopted, and of the shipped one.
    async fn calendar_ids(&self, j: &str) -> Result<Vec<String>, Problem> {
        let adopted = self.store().all_adopted(j, Kind::Calendar).await?;
        let shipped = Calendar::from_toml(SHIPPED).map(|calendar| calendar.id().to_owned());
        Ok(adopted.into_iter().map(|a| a.id).chain(shipped).collect())
    }
}

fn faults(findings: Vec<Finding>) -> Vec<Finding> {
    let fault = |finding: &Finding| finding.severity == Severity::Fault;
    findings.into_iter().filter(fault).collect()
}
