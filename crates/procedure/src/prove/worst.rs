//! The worst date for the longest way: the day of the calendar's years on which it takes the most natural days.

use super::longest::{Longest, Span};
use crate::model::Procedure;
use calendar::{Calendar, Counting, DueError, Instant, Limit, Unit};
use jiff::civil::{Date, date};

/// The day on which the longest way takes longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worst {
    /// The day of the receipt, from its first minute.
    pub from: Instant,
    /// The last moment in time, as a due time.
    pub due: Instant,
    /// How many natural days lie between, begun ones included.
    pub days: i64,
}

impl Longest {
    /// The worst day among the calendar's years. `None` where the way has no limit, or one that only an act names.
    pub fn worst(&self, procedure: &Procedure, calendar: &Calendar) -> Option<Worst> {
        let spans: Vec<(Limit, &Span, Counting)> = self
            .spans
            .iter()
            .map(|span| {
                let start = procedure.clock(&span.clock).map(|c| c.start).unwrap_or_default();
                let counting = Counting {
                    start,
                    ..procedure.head.counting()
                };
                Some((span.limit?, span, counting))
            })
            .collect::<Option<_>>()?;
        let natural = |limit: Limit| matches!(limit.unit, Unit::Minutes | Unit::Hours | Unit::Days);
        let same_always = spans
            .iter()
            .all(|(limit, span, _)| natural(*limit) && span.more.is_none_or(natural));
        let (first, last) = calendar.years();
        let mut day = date(first, 1, 1);
        // the last year holds no way that goes on beyond it
        let end = if same_always {
            date(first, 1, 2)
        } else {
            date(last, 10, 1)
        };
        let mut worst: Option<Worst> = None;
        while !spans.is_empty() && day < end {
            if let Ok(found) = on(calendar, day, &spans)
                && worst
                    .is_none_or(|worst| found.due.ms() - found.from.ms() > worst.due.ms() - worst.from.ms())
            {
                worst = Some(found);
            }
            day = day.tomorrow().ok()?;
        }
        worst
    }
}

fn on(calendar: &Calendar, day: Date, spans: &[(Limit, &Span, Counting)]) -> Result<Worst, DueError> {
    let from = calendar.instant(day.at(0, 0, 0, 0))?;
    let mut at = from;
    for (limit, span, counting) in spans {
        at = calendar.due(at, *limit, *counting)?.due;
        if let Some(more) = span.more {
            at = calendar.extend(at, *limit, more, *counting)?.due;
        }
    }
    let days = (at.ms() - from.ms() + 86_399_999) / 86_400_000;
    Ok(Worst { from, due: at, days })
}
