//! Adopting what somebody brings: checked first, from a day that can count, never twice, and with who did it.

use crate::rules::Adoption;
use crate::{Office, Problem};
use calendar::{Calendar, SHIPPED};
use case::Actor;
use jiff::civil::Date;
use procedure::check::{Finding, Severity};
use procedure::{Find, OwnEnded, OwnRules, Procedure, Wanted, own_rules};
use std::sync::Arc;
use store::Kind;

/// A text to adopt.
#[derive(Clone, Copy)]
pub struct Bringing<'a> {
    /// A procedure, a unit's own rules, or a calendar.
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
    /// Procedure, own rules or calendar.
    pub kind: Kind,
    /// Id that its text gives.
    pub id: String,
    /// First day in force.
    pub from: Date,
    /// The unit whose own rules these are, where the directory does not have it on that day: until it does, they hold for
    /// nobody.
    pub unknown_unit: Option<String>,
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
        let own = own_rules(brought.text);
        let unit = own.as_ref().map(|own| own.unit.clone());
        let adoptions = match (Calendar::from_toml(brought.text), own) {
            (Ok(calendar), _) => {
                let from = brought.from.ok_or(NotAdopted::NoDay)?;
                vec![Adoption::of_calendar(&calendar, brought.text, from)]
            }
            (_, Some(own)) => self.own(j, &own, brought).await?,
            _ => self.procedure(j, brought).await?,
        };
        for adoption in &adoptions {
            self.can_count(j, adoption).await?;
        }
        let first = adoptions.first().ok_or(NotAdopted::NoDay)?;
        let (from, mut unknown_unit) = (first.in_force, None);
        if let Some(unit) = unit {
            let known = self.store().unit(j, &unit.as_str().into(), from).await?;
            unknown_unit = known.is_none().then_some(unit);
        }
        let done = Brought {
            kind: first.kind()?,
            id: first.id.clone(),
            from,
            unknown_unit,
        };
        let by = |adoption: Adoption| adoption.by(brought.by);
        self.adopt_all(j, adoptions.into_iter().map(by).collect()).await?;
        Ok(done)
    }

    /// A procedure; where units have own rules, the whole with these in it.
    async fn procedure(&self, j: &str, brought: Bringing<'_>) -> Result<Vec<Adoption>, NotAdopted> {
        let (text, read) = self.checked(j, brought.text, brought.find).await?;
        let base = Adoption::of_procedure(&read, &text, brought.from);
        let latest = self.latest(j, &read.head.id).await?;
        let own = latest
            .map(|latest| latest.head.own_rules.clone())
            .unwrap_or_default();
        if own.is_empty() {
            return Ok(vec![base]);
        }
        let whole = self.whole(j, &text, &own, None).await?;
        let (text, read) = self.checked(j, &whole, brought.find).await?;
        Ok(vec![
            Adoption::of_procedure(&read, &text, Some(base.in_force)),
            base.into_parent(),
        ])
    }

    /// A unit's own rules: the procedure that they extend as it is adopted, with them and those of other units in it.
    async fn own(&self, j: &str, own: &OwnRules, brought: Bringing<'_>) -> Result<Vec<Adoption>, NotAdopted> {
        let Some(latest) = self.latest(j, &own.extends).await? else {
            let line = brought
                .text
                .lines()
                .position(|l| l.trim_start().starts_with("extends"));
            let fault = Finding::no_parent(line.unwrap_or(0) + 1, &own.extends);
            return Err(NotAdopted::Faulty(vec![fault]));
        };
        let parent = latest.head.parent.as_ref().unwrap_or(&latest.hash);
        let parent = self.text(j, parent).await?;
        // By themselves first: what is wrong with them is told with their own lines.
        let find = |wanted: Wanted<'_>| matches!(wanted, Wanted::Procedure(_)).then(|| parent.clone());
        self.checked(j, brought.text, &find).await?;
        let whole = self
            .whole(j, &parent, &latest.head.own_rules, Some((own, brought.text)))
            .await?;
        let (text, read) = self.checked(j, &whole, brought.find).await?;
        let from = brought.from.unwrap_or(own.in_force);
        Ok(vec![
            Adoption::of_own(own, brought.text, from),
            Adoption::of_procedure(&read, &text, Some(from)),
        ])
    }

    /// The version of a procedure that was adopted last.
    async fn latest(&self, j: &str, id: &str) -> Result<Option<Arc<Procedure>>, Problem> {
        let heads = self.store().adopted_heads(j, Kind::Procedure).await?;
        for head in heads.iter().rev() {
            let procedure = self.procedure_by_hash(j, &head.hash).await?;
            if procedure.head.id == id {
                return Ok(Some(procedure));
            }
        }
        Ok(None)
    }

    /// The version adopted last that holds own rules of a unit, and these.
    pub(crate) async fn with_own_rules_of(
        &self,
        j: &str,
        unit: &str,
    ) -> Result<Option<(Arc<Procedure>, OwnRules)>, Problem> {
        let heads = self.store().adopted_heads(j, Kind::Procedure).await?;
        let mut later: Vec<String> = Vec::new();
        for head in heads.iter().rev() {
            let procedure = self.procedure_by_hash(j, &head.hash).await?;
            // of each procedure the version adopted last
            if later.contains(&procedure.head.id) {
                continue;
            }
            let own = procedure.own().iter().find(|own| own.unit == unit).cloned();
            if let Some(own) = own {
                return Ok(Some((procedure, own)));
            }
            later.push(procedure.head.id.clone());
        }
        Ok(None)
    }

    /// The adoption of a procedure without own rules that end.
    pub(crate) async fn without(
        &self,
        j: &str,
        latest: &Procedure,
        ended: &OwnEnded,
    ) -> Result<Adoption, NotAdopted> {
        let parent = latest.head.parent.as_ref().unwrap_or(&latest.hash);
        let parent = self.text(j, parent).await?;
        let mut texts = Vec::new();
        for own in latest.own().iter().filter(|own| own.unit != ended.unit) {
            texts.push(self.text(j, &own.hash).await?);
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let whole = procedure::compose_ending(&parent, &texts, Some(ended)).map_err(NotAdopted::Faulty)?;
        let (text, read) = self.checked(j, &whole.text, &|_| None).await?;
        let adoption = Adoption::of_procedure(&read, &text, Some(ended.from));
        self.can_count(j, &adoption).await?;
        Ok(adoption)
    }

    /// A procedure with the own rules of units, those that come in place of the ones of the same unit.
    async fn whole(
        &self,
        j: &str,
        parent: &str,
        known: &[OwnRules],
        new: Option<(&OwnRules, &str)>,
    ) -> Result<String, NotAdopted> {
        let mut texts = Vec::with_capacity(known.len() + 1);
        for own in known
            .iter()
            .filter(|own| new.is_none_or(|(new, _)| new.unit != own.unit))
        {
            texts.push(self.text(j, &own.hash).await?);
        }
        texts.extend(new.map(|(_, text)| text.to_owned()));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let whole = procedure::compose(parent, &texts).map_err(NotAdopted::Faulty)?;
        Ok(whole.text)
    }

    /// A text without faults, put together, and read.
    async fn checked(&self, j: &str, text: &str, find: Find<'_>) -> Result<(String, Procedure), NotAdopted> {
        let known = self.calendar_ids(j).await?;
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let report = procedure::check_file(text, find, &known);
        let clean = report.is_clean();
        match report.procedure {
            Some(read) if clean => Ok((report.text, read)),
            _ => Err(NotAdopted::Faulty(faults(report.findings))),
        }
    }

    /// Whether a text is new and would come into force at all.
    async fn can_count(&self, j: &str, adoption: &Adoption) -> Result<(), NotAdopted> {
        if let Some(before) = self.store().adopted(j, &adoption.hash).await? {
            return Err(NotAdopted::Already(before.in_force));
        }
        // What is in force is the procedure that holds them; by itself neither own rules nor their parent have a turn.
        if matches!(adoption.kind()?, Kind::OwnRules | Kind::Parent) {
            return Ok(());
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
