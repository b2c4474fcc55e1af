//! Which limits of a procedure a ledger of messages and replies is measured by.

use calendar::{Counting, Limit, Unit};
use jiff::civil::Date;
use procedure::{ClauseId, ClockRule, Condition, Moment, Procedure, Ruled as _};

/// One limit, or the choice among the limits of one clock by the kind of each message.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// Which of the procedures it belongs to, from 0.
    pub of: usize,
    /// The clock.
    pub clock: &'a ClockRule,
    /// How it counts: the procedure's way, with the clock's own first day.
    pub counting: Counting,
    /// Which of the clock's limits.
    pub limited: Limited<'a>,
}

/// Which limit of a clock a column goes by.
#[derive(Debug, Clone, PartialEq)]
pub enum Limited<'a> {
    /// This one, for every message.
    By {
        /// The limit.
        limit: Limit,
        /// Whether it is the clock's own, taken where no other of its limits is.
        own: bool,
        /// What must hold for it to be the one; nothing for the clock's own.
        only_if: &'a [Condition],
        /// First and last day on which a clock that starts takes it. Replay ignores them.
        dates: [Option<Date>; 2],
        /// The clause that sets it; none where the office set it itself.
        clause: Option<&'a ClauseId>,
    },
    /// The one that the kind of each message decides; messages whose kind decides nothing are not in it.
    ByKind,
}

/// A clock that no ledger of messages and replies can measure.
#[derive(Debug, Clone, Copy)]
pub struct LeftOut<'a> {
    /// Which of the procedures it belongs to, from 0.
    pub of: usize,
    /// The clock.
    pub clock: &'a ClockRule,
    /// Why not.
    pub why: Why,
}

/// Why a clock is not measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It begins only after an answer or result.
    AfterTheAnswer,
    /// The act that starts it names its limit.
    SetByAct,
    /// It is due at a fixed time of the day.
    AtARound,
    /// It is counted back from another clock.
    BeforeAnother,
}

/// The limits that end with the answer or the result as a whole, each a column, and the clocks of that sort
/// that cannot be measured. Rights that expire and clocks of steps on the way are neither.
pub fn columns<'a>(of: usize, procedure: &'a Procedure) -> (Vec<Column<'a>>, Vec<LeftOut<'a>>) {
    let (mut columns, mut left_out) = (Vec::new(), Vec::new());
    for clock in procedure
        .clocks
        .iter()
        .filter(|clock| ends_with_the_answer(clock))
    {
        if let Some(why) = unmeasurable(clock) {
            left_out.push(LeftOut { of, clock, why });
            continue;
        }
        let counting = Counting {
            start: clock.start,
            ..procedure.head.counting()
        };
        let column = |limited| Column {
            of,
            clock,
            counting,
            limited,
        };
        columns.extend(limits(clock).map(column));
        if decides(clock) {
            columns.push(column(Limited::ByKind));
        }
    }
    (columns, left_out)
}

/// The limits of a clock, in the order in which they are asked.
pub(crate) fn limits(clock: &ClockRule) -> impl Iterator<Item = Limited<'_>> {
    let others = clock.limits.iter().map(|other| Limited::By {
        limit: other.limit,
        own: false,
        only_if: &other.only_if,
        dates: [other.from, other.until],
        clause: other.clause.as_ref().or(clock.clause()),
    });
    let own = clock.limit.map(|limit| Limited::By {
        limit,
        own: true,
        only_if: &[],
        dates: [None, None],
        clause: clock.clause(),
    });
    others.chain(own)
}

/// Why a clock cannot be measured from message to reply, if it cannot.
fn unmeasurable(clock: &ClockRule) -> Option<Why> {
    if clock.starts_on.iter().all(|moment| follows_an_answer(*moment)) {
        Some(Why::AfterTheAnswer)
    } else if limits(clock).next().is_some() {
        None
    } else if clock.before.is_some() {
        Some(Why::BeforeAnother)
    } else if clock.round.is_some() {
        Some(Why::AtARound)
    } else {
        Some(Why::SetByAct)
    }
}

impl Column<'_> {
    /// What it counts in; nothing where its limits are counted in different units.
    pub fn unit(&self) -> Option<Unit> {
        if let Limited::By { limit, .. } = self.limited {
            return Some(limit.unit);
        }
        let mut units = limits(self.clock).filter_map(|limited| match limited {
            Limited::By { limit, .. } => Some(limit.unit),
            Limited::ByKind => None,
        });
        let first = units.next()?;
        units.all(|unit| unit == first).then_some(first)
    }
}

/// Whether anything about a message decides which limit it falls under, or whether it does at all.
fn decides(clock: &ClockRule) -> bool {
    !clock.only_if.is_empty() || limits(clock).count() > 1
}

/// A duty that is met when the citizen is answered or the result stands.
fn ends_with_the_answer(clock: &ClockRule) -> bool {
    let ends = |moment: &Moment| {
        matches!(
            moment,
            Moment::Replied | Moment::Answered | Moment::Passed | Moment::Reported | Moment::Solved
        )
    };
    !clock.right && clock.met_by.iter().any(ends)
}

/// Moments that there are only once an answer or a result was given.
fn follows_an_answer(moment: Moment) -> bool {
    matches!(
        moment,
        Moment::Answered
            | Moment::Reported
            | Moment::Passed
            | Moment::Returned
            | Moment::Replied
            | Moment::VisitAnswered
            | Moment::Visited
            | Moment::Unreached
            | Moment::Solved
            | Moment::Unsolved
            | Moment::RectificationOrdered
            | Moment::Closed
            | Moment::Reopened
            | Moment::Archived
    )
}
