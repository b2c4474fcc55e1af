//! The workbench: what waits by when it is due, and what stands beside each line.

use super::lists::{Page, QueueLine};
use crate::{Office, Problem};
use calendar::{Calendar, Instant};
use case::access::Wish;
use case::rows::CaseRow;
use case::{Actor, CaseNumber, UnitId};
use jiff::ToSpan;
use procedure::{Do, Of, StepEnd};
use store::{DueBounds, DueGroup, Narrow, OrderAfter, QueueOf};

/// How many of the next workdays are near.
const NEAR: u8 = 3;
/// Work orders are looked through in portions of so many.
const PORTION: u32 = 500;

/// What stands beside a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The unit that has it, the one that leads first: Chinese and English name.
    pub units: Vec<(String, String)>,
    /// The clock that runs out first, by its id in the procedure.
    pub clock: Option<String>,
}

/// Where today ends, and the last of the next workdays.
pub fn due_bounds(calendar: &Calendar, now: Instant) -> DueBounds {
    let today = calendar.local(now).date();
    let mut last = today;
    let mut left = NEAR;
    while left > 0 {
        let Ok(next) = last.tomorrow() else { break };
        last = next;
        left -= u8::from(calendar.day(last).kind.works());
    }
    let end = |day: jiff::civil::Date| {
        let midnight = day.saturating_add(1.day()).at(0, 0, 0, 0);
        calendar.instant(midnight).unwrap_or(now)
    };
    DueBounds {
        now,
        today: end(today),
        soon: end(last),
    }
}

impl Office {
    /// How many cases of a queue are due when, as [`DueGroup::ALL`] names the groups; without those that are in no list
    /// of this person. For people of the office.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn queue_due_counts(
        &self,
        j: &str,
        who: &Actor,
        of: &QueueOf,
        bounds: DueBounds,
    ) -> Result<[u64; 5], Problem> {
        self.may_queue(j, who, of).await?;
        let mut counts = self.store().queue_due_counts(j, of, bounds).await?;
        let accusing = self.store().queue_accusing(j, of).await?;
        let due: Vec<_> = accusing.iter().map(|row| (row, row.due)).collect();
        self.without_hidden(j, who, &mut counts, &due, bounds).await?;
        Ok(counts)
    }

    /// Open work orders of the person's units, of these only what is looked for, what is due first on top.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people without a unit.
    pub async fn unit_bench(
        &self,
        j: &str,
        who: &Actor,
        narrow: &Narrow,
        after: Option<&OrderAfter>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        let units = self.own_units(j, who).await?;
        let (mut page, mut after) = (Page::of(limit), after.cloned());
        loop {
            let found = self
                .store()
                .unit_bench(j, &units, narrow, after.as_ref(), limit)
                .await?;
            after = found.last().map(|q| OrderAfter {
                due: q.order.due,
                number: q.order.number.clone(),
                order: q.order.order,
            });
            let rows = found.into_iter().map(|q| (q.case, Some(q.order))).collect();
            if page.fill(self, j, who, rows).await? {
                return Ok(page.lines);
            }
        }
    }

    /// How many of them are due when.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people without a unit.
    pub async fn unit_due_counts(
        &self,
        j: &str,
        who: &Actor,
        narrow: &Narrow,
        bounds: DueBounds,
    ) -> Result<[u64; 5], Problem> {
        let units = self.own_units(j, who).await?;
        let mut counts = self.store().unit_due_counts(j, &units, narrow, bounds).await?;
        let accusing = Narrow {
            accusing: true,
            ..narrow.clone()
        };
        let mut after = None;
        loop {
            let found = self
                .store()
                .unit_bench(j, &units, &accusing, after.as_ref(), PORTION)
                .await?;
            let due: Vec<_> = found.iter().map(|q| (&q.case, q.order.due)).collect();
            self.without_hidden(j, who, &mut counts, &due, bounds).await?;
            let Some(last) = found.last().filter(|_| found.len() == PORTION as usize) else {
                return Ok(counts);
            };
            after = Some(OrderAfter {
                due: last.order.due,
                number: last.order.number.clone(),
                order: last.order.order,
            });
        }
    }

    async fn own_units(&self, j: &str, who: &Actor) -> Result<Vec<UnitId>, Problem> {
        self.may_list(j, who, Wish::ListUnit).await?;
        match who {
            Actor::Staff { posts, .. } => Ok(posts.iter().filter_map(|p| p.unit.clone()).collect()),
            _ => Err(Problem::Forbidden),
        }
    }

    /// A number that is larger than the list would tell that there is something.
    async fn without_hidden(
        &self,
        j: &str,
        who: &Actor,
        counts: &mut [u64; 5],
        accusing: &[(&CaseRow, Option<Instant>)],
        bounds: DueBounds,
    ) -> Result<(), Problem> {
        let rows: Vec<&CaseRow> = accusing.iter().map(|(row, _)| *row).collect();
        let listed = self.listed_among(j, who, &rows).await?;
        for ((_, due), _) in accusing.iter().zip(listed).filter(|(_, listed)| !listed) {
            let group = bounds.group(*due);
            let counted = DueGroup::ALL.iter().zip(counts.iter_mut());
            for (_, count) in counted.filter(|(one, _)| **one == group) {
                *count = count.saturating_sub(1);
            }
        }
        Ok(())
    }

    /// The steps of work orders out of which an act leads that is this person's to do in their unit: a result to report,
    /// a signature to give. Empty for people without a unit.
    ///
    /// # Errors
    /// The store's.
    pub async fn own_order_steps(&self, j: &str, who: &Actor) -> Result<Vec<String>, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let Actor::Staff { posts, .. } = who else {
            return Ok(Vec::new());
        };
        let rules = &adopted.procedure;
        let mut steps: Vec<String> = Vec::new();
        for post in posts.iter().filter(|post| post.unit.is_some()) {
            let own = rules.acts.iter().filter(|rule| rule.by.contains(&post.role));
            let own = own.filter(|rule| !matches!(rule.does, Do::Withdraw | Do::TakeBack | Do::AskSendBack));
            for rule in own {
                for step in rule.in_steps.iter().filter_map(|id| rules.step(id)) {
                    let onward = rule.to.as_ref().is_some_and(|to| *to != step.id);
                    let open = step.of == Of::Order && step.end == StepEnd::No;
                    if onward && open && !steps.contains(&step.id) {
                        steps.push(step.id.clone());
                    }
                }
            }
        }
        Ok(steps)
    }

    /// What stands beside lines that this person was given.
    ///
    /// # Errors
    /// The store's.
    pub async fn beside_lines(&self, j: &str, lines: &[QueueLine]) -> Result<Vec<Beside>, Problem> {
        let numbers: Vec<CaseNumber> = lines.iter().map(|line| line.row.number.clone()).collect();
        let held = self.store().holding(j, &numbers).await?;
        let running = self.store().running(j, &numbers).await?;
        let today = crate::directory::day_of(self.now());
        let units = self.store().units(j, today).await?;
        let named = |id: &UnitId| {
            let unit = units.iter().find(|unit| unit.id == *id);
            unit.map_or_else(
                || (id.to_string(), id.to_string()),
                |unit| (unit.zh.clone(), unit.en.clone()),
            )
        };
        let of = |line: &QueueLine| {
            let number = &line.row.number;
            let due = line.order.as_ref().map_or(line.row.due, |order| order.due);
            let own = |order: Option<u16>| line.order.as_ref().is_none_or(|o| Some(o.order) == order);
            let mut clocks = running.iter().filter(|clock| clock.number == *number);
            let clock = clocks.find(|clock| Some(clock.due) == due && own(clock.order));
            let units: Vec<_> = match &line.order {
                Some(order) => vec![named(&order.unit)],
                None => {
                    let of_case = held.iter().filter(|held| held.number == *number);
                    of_case.map(|held| named(&held.unit)).collect()
                }
            };
            Beside {
                units,
                clock: clock.map(|clock| clock.clock.clone()),
            }
        };
        Ok(lines.iter().map(of).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The Thursday before the Qingming holiday of 2025, Friday to Sunday: the third workday after it is the Wednesday.
    #[test]
    fn near_are_the_next_workdays_not_the_next_days() {
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        let at = |day: jiff::civil::Date, hour: i8| calendar.instant(day.at(hour, 0, 0, 0)).unwrap();
        let bounds = due_bounds(&calendar, at(date(2025, 4, 3), 15));
        assert_eq!(bounds.today, at(date(2025, 4, 4), 0));
        assert_eq!(bounds.soon, at(date(2025, 4, 10), 0));
    }
}
