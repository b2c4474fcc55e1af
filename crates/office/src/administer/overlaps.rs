//! Posts and shifts that would overlap with others: what was entered before is named, so that one sees which to change.

use crate::directory::{DutyEntry, PostEntry};
use crate::{FieldFault, Office, Problem};
use calendar::Instant;
use store::{Person, Unit};

/// As people read it in any language.
const MOMENT: &str = "%Y-%m-%d %H:%M";

impl Office {
    /// Refuses a post that its person holds already within these days. With the same first day it is that post, which
    /// ends on another day now.
    pub(super) async fn free_of_post(
        &self,
        j: &str,
        post: &PostEntry,
        person: &Person,
    ) -> Result<(), Problem> {
        for held in self.store().posts_ever(j, &person.id).await? {
            let unit = held.unit.as_ref().map(|unit| unit.as_str());
            let same = held.role == post.role && unit == post.unit.as_deref() && held.from != post.from;
            let begins = post.to.is_none_or(|to| held.from < to);
            if same && begins && held.to.is_none_or(|to| post.from < to) {
                let mut fault = FieldFault::new("from", "field-post-held");
                fault.args.push(("from", held.from.to_string()));
                return Err(Problem::Invalid(vec![fault]));
            }
        }
        Ok(())
    }

    /// Refuses a shift beside another one of the same unit, or of the same person elsewhere: of each case one person is
    /// told, and nobody is in two places. A shift of the same person that begins at the same time is the one that was
    /// entered, which ends at another time now.
    pub(super) async fn free_of_duty(
        &self,
        j: &str,
        duty: &DutyEntry,
        person: &Person,
    ) -> Result<(), Problem> {
        let mut units: Vec<Unit> = self.store().units_ever(j).await?;
        units.dedup_by(|one, other| one.id == other.id);
        let calendar = self.in_force(j, self.now()).await?.calendar;
        let at = |instant: Instant| calendar.local(instant).strftime(MOMENT).to_string();
        for unit in units {
            let here = unit.id.as_str() == duty.unit;
            for held in self.store().roster(j, &unit.id, duty.from, duty.to).await? {
                let theirs = held.person == person.id;
                let itself = theirs && here && held.from == duty.from;
                if itself || (!here && !theirs) {
                    continue;
                }
                let whose = self.store().person(j, &held.person).await?;
                let (field, code) = match here {
                    true => ("from", "field-duty-taken"),
                    false => ("person", "field-duty-elsewhere"),
                };
                let mut fault = FieldFault::new(field, code);
                fault.args = vec![
                    ("unit", unit.zh),
                    ("person", whose.map(|person| person.name).unwrap_or_default()),
                    ("from", at(held.from)),
                    ("to", at(held.to)),
                ];
                return Err(Problem::Invalid(vec![fault]));
            }
        }
        Ok(())
    }
}
