//! What a queue is narrowed to: of what waits, only what somebody looks for.

use crate::places::Places;
use crate::put_case::NEVER;
use calendar::Instant;
use case::UnitId;

/// When something is due, seen from a day of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueGroup {
    /// It was due already.
    Overdue,
    /// Within today.
    Today,
    /// Within the next workdays.
    Soon,
    /// Later.
    Later,
    /// Never: nothing runs.
    Never,
}

impl DueGroup {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::Today, Self::Soon, Self::Later, Self::Never];
}

/// Where one group ends and the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueBounds {
    /// Now, UTC milliseconds: what is due at it is overdue.
    pub now: Instant,
    /// The end of today: what is due at it is due today.
    pub today: Instant,
    /// The end of the last of the next workdays.
    pub soon: Instant,
}

impl DueBounds {
    /// The group of a due time.
    pub fn group(&self, due: Option<Instant>) -> DueGroup {
        match due {
            None => DueGroup::Never,
            Some(due) if due <= self.now => DueGroup::Overdue,
            Some(due) if due <= self.today => DueGroup::Today,
            Some(due) if due <= self.soon => DueGroup::Soon,
            Some(_) => DueGroup::Later,
        }
    }

    /// The first that is in a group, and the first that is in none before the next.
    fn span(&self, group: DueGroup) -> (i64, i64) {
        let [now, today, soon] = self.ends();
        match group {
            DueGroup::Overdue => (i64::MIN, now),
            DueGroup::Today => (now, today),
            DueGroup::Soon => (today.max(now), soon),
            DueGroup::Later => (soon.max(today).max(now), NEVER),
            DueGroup::Never => (NEVER, NEVER),
        }
    }

    /// The first instants behind the groups that end.
    pub(crate) fn ends(&self) -> [i64; 3] {
        [self.now, self.today, self.soon].map(|at| at.ms().saturating_add(1))
    }
}

/// What a queue is narrowed to; nothing by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Only what stands in this step: the case, or a work order of it.
    pub step: Option<String>,
    /// Only cases that came through this channel.
    pub channel: Option<String>,
    /// Only cases of this kind.
    pub category: Option<String>,
    /// Only cases with an open work order of this unit.
    pub unit: Option<UnitId>,
    /// Received at or after, UTC milliseconds.
    pub from: Option<Instant>,
    /// Received before, UTC milliseconds.
    pub to: Option<Instant>,
    /// Only what is due in this group.
    pub due: Option<(DueGroup, DueBounds)>,
    /// Work orders in one of these steps only, in the queue of a unit; any where none is named.
    pub order_steps: Vec<String>,
    /// Only cases that accuse somebody.
    pub accusing: bool,
}

/// What the tables of a query are called.
pub(crate) struct Called {
    /// Columns of the case begin with this.
    pub(crate) case: &'static str,
    /// The order by what is due.
    pub(crate) due: &'static str,
    /// The step of the work order, where the query is about one.
    pub(crate) order_step: Option<&'static str>,
}

/// Of a query on `case_row` alone.
pub(crate) const CASES: Called = Called {
    case: "",
    due: "due_order",
    order_step: None,
};
/// Of a query on `order_row o` with its case `c`.
pub(crate) const ORDERS: Called = Called {
    case: "c.",
    due: "o.due_order",
    order_step: Some("o.step"),
};

impl Narrow {
    /// The condition, behind others; then [`Narrow::texts`] and [`Narrow::numbers`] are bound, in this order.
    pub(crate) fn condition(&self, called: &Called, places: &mut Places) -> String {
        let case = called.case;
        let open = "SELECT number FROM order_row WHERE jurisdiction = $1 AND ended = 0";
        let mut text = String::new();
        if self.step.is_some() {
            let step = places.next();
            text += &match called.order_step {
                Some(column) => format!(" AND {column} = {step}"),
                None => format!(" AND (step = {step} OR number IN ({open} AND step = {step}))"),
            };
        }
        if self.channel.is_some() {
            text += &format!(" AND {case}channel = {}", places.next());
        }
        if self.category.is_some() {
            text += &format!(" AND {case}category = {}", places.next());
        }
        if self.unit.is_some() {
            text += &format!(" AND {case}number IN ({open} AND unit = {})", places.next());
        }
        if let (Some(column), false) = (called.order_step, self.order_steps.is_empty()) {
            text += &format!(" AND {column} IN {}", places.list(self.order_steps.len()));
        }
        if self.from.is_some() {
            text += &format!(" AND {case}received >= {}", places.next());
        }
        if self.to.is_some() {
            text += &format!(" AND {case}received < {}", places.next());
        }
        match self.due {
            None => {}
            Some((DueGroup::Never, _)) => text += &format!(" AND {} = {}", called.due, places.next()),
            Some(_) => {
                let (from, before) = (places.next(), places.next());
                text += &format!(" AND {0} >= {from} AND {0} < {before}", called.due);
            }
        }
        if self.accusing {
            text += &format!(" AND {case}accused = 1");
        }
        text
    }

    /// Texts that the condition asks for.
    pub(crate) fn texts(&self, called: &Called) -> Vec<String> {
        let unit = self.unit.as_ref().map(ToString::to_string);
        let one = [&self.step, &self.channel, &self.category];
        let mut texts: Vec<String> = one.into_iter().flatten().cloned().chain(unit).collect();
        if called.order_step.is_some() {
            texts.extend(self.order_steps.iter().cloned());
        }
        texts
    }

    /// Numbers that the condition asks for.
    pub(crate) fn numbers(&self) -> Vec<i64> {
        let received = [self.from, self.to].into_iter().flatten();
        let mut numbers: Vec<i64> = received.map(Instant::ms).collect();
        match self.due {
            None => {}
            Some((DueGroup::Never, _)) => numbers.push(NEVER),
            Some((group, bounds)) => {
                let (from, before) = bounds.span(group);
                numbers.extend([from, before]);
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every due time is in one group, whichever side asks: the page by `group`, the database by `span`.
    #[test]
    fn a_due_time_is_in_one_group() {
        let at = Instant::from_ms;
        let bounds = DueBounds {
            now: at(100),
            today: at(200),
            soon: at(300),
        };
        for due in [0, 99, 100, 101, 199, 200, 201, 300, 301, 9_999] {
            let group = bounds.group(Some(at(due)));
            for other in DueGroup::ALL {
                let (from, before) = bounds.span(other);
                assert_eq!((from..before).contains(&due), other == group, "{due} {other:?}");
            }
        }
        assert_eq!(bounds.group(None), DueGroup::Never);
    }
}
