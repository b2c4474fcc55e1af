//! Units named in acts: as they stand today, with those above them and what they are there for.

use crate::draft::PartDraft;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Instant;
use case::act::{Assignment, OnDuty, UnitRef};
use case::{Actor, UnitId};
use jiff::civil::Date;
use procedure::{Do, Procedure};

/// How many units can stand above one: a chain that is longer runs in a circle.
const LEVELS: usize = 16;

impl Office {
    /// A unit as it stands today, with all that stand above it.
    pub(crate) async fn unit_ref(
        &self,
        j: &str,
        loaded: &Loaded,
        field: &str,
        id: &str,
        now: Instant,
    ) -> Result<UnitRef, Problem> {
        let day = Self::day(&loaded.adopted.calendar, now);
        self.unit_today(j, field, id, day).await
    }

    /// A unit as it stands on a day, with all that stand above it.
    pub(crate) async fn unit_today(
        &self,
        j: &str,
        field: &str,
        id: &str,
        day: Date,
    ) -> Result<UnitRef, Problem> {
        let found = self.store().unit(j, &id.into(), day).await?;
        let unit = found.ok_or_else(|| Problem::field(field, "field-no-such-unit"))?;
        self.named_unit(j, unit, day).await
    }

    /// The parts of a dispatch, each with who is on duty there now.
    pub(super) async fn assignments(
        &self,
        j: &str,
        loaded: &Loaded,
        to: &[PartDraft],
        now: Instant,
    ) -> Result<Vec<Assignment>, Problem> {
        let mut parts = Vec::with_capacity(to.len());
        for part in to {
            let unit = self.unit_ref(j, loaded, "to", &part.unit, now).await?;
            let on_duty = self.store().on_duty(j, &unit.id, now).await?;
            let on_duty = on_duty.map(|d| OnDuty {
                person: d.person,
                name: d.name,
            });
            parts.push(Assignment {
                unit,
                lead: part.lead,
                direct: part.direct,
                on_duty,
            });
        }
        Ok(parts)
    }

    /// A stored unit as acts name it.
    async fn named_unit(&self, j: &str, unit: store::Unit, day: Date) -> Result<UnitRef, Problem> {
        let mut above: Vec<UnitId> = Vec::new();
        let mut next = unit.parent.clone();
        while let Some(id) = next.filter(|id| !above.contains(id) && above.len() < LEVELS) {
            next = self.store().unit(j, &id, day).await?.and_then(|u| u.parent);
            above.push(id);
        }
        Ok(UnitRef {
            above,
            territory: unit.territory,
            duties: unit.duties,
            ..UnitRef::new(unit.id, unit.zh, unit.kind)
        })
    }

    /// The unit for which a person claims: that of their post, or the one they name where they hold several.
    pub(super) async fn claiming_unit(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        named: Option<&str>,
        now: Instant,
    ) -> Result<UnitRef, Problem> {
        let Actor::Staff { posts, .. } = who else {
            return Err(Problem::field("unit", "field-no-such-unit"));
        };
        let units = claiming(who, &loaded.adopted.procedure);
        let unit = match (named.filter(|n| !crate::says_nothing(n)), units.as_slice()) {
            (Some(named), units) => units.iter().find(|u| u.as_str() == named).copied(),
            (None, [one]) => Some(*one),
            // nobody of a unit that may: the rules refuse it, with their clause
            (None, []) => posts.iter().find_map(|p| p.unit.as_ref()),
            (None, _) => return Err(Problem::field("unit", "field-which-unit")),
        };
        let unit = unit.ok_or_else(|| Problem::field("unit", "field-not-your-unit"))?;
        self.unit_ref(j, loaded, "unit", unit.as_str(), now).await
    }

    /// The units for which a person can claim, by id.
    pub fn claiming_units(&self, who: &Actor, rules: &Procedure) -> Vec<String> {
        let units = claiming(who, rules);
        units.into_iter().map(|unit| unit.as_str().to_owned()).collect()
    }
}

/// The units of a person's posts in roles that may claim.
pub(crate) fn claiming<'a>(who: &'a Actor, rules: &Procedure) -> Vec<&'a UnitId> {
    let Actor::Staff { posts, .. } = who else {
        return Vec::new();
    };
    let acts = rules.acts.iter().filter(|r| r.does == Do::Claim);
    let claims = |role: &String| acts.clone().any(|r| r.by.contains(role));
    let mut units: Vec<&UnitId> = Vec::new();
    for unit in posts
        .iter()
        .filter(|p| claims(&p.role))
        .filter_map(|p| p.unit.as_ref())
    {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}
