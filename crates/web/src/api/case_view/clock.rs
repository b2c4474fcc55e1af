//! Clocks, with the clause and how their due time was counted.

use crate::api::named::{BasisView, Both};
use crate::api::time::Time;
use calendar::{Calendar, DayKind, Due, Lang};
use office::view::ClockView;
use procedure::vocabulary::word;
use procedure::{Basis, Procedure, Ruled};
use serde::Serialize;
use utoipa::ToSchema;

/// A clock.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clock)]
pub(crate) struct ClockBody {
    /// Id in the procedure.
    id: String,
    /// Name.
    name: Option<Both>,
    /// The work order, if it is one's.
    order: Option<u16>,
    /// On what the limit stands.
    basis: Option<BasisView>,
    /// `running`, `paused`, `overdue`, `met`, `met-late` or `withdrawn`.
    standing: String,
    /// A right that expires, not a duty that can be overdue.
    right: bool,
    /// From when it counts.
    from: Time,
    /// The limit before extensions, such as `5 workdays`.
    limit: Option<String>,
    /// Extensions granted.
    extended: Vec<String>,
    /// The first moment that is too late.
    due: Time,
    /// The due times before another calendar came into force, the first one first.
    recounted: Vec<RecountedBody>,
    /// Whether a year without announced holidays was counted.
    provisional: bool,
    /// Since when it pauses.
    paused: Option<Time>,
    /// Met.
    met: Option<Time>,
    /// Lapsed, as recorded.
    lapsed: Option<Time>,
    /// Ended without being met.
    withdrawn: Option<Time>,
    /// How the due time before extensions was counted.
    counting: Option<Counting>,
}

/// A due time that a clock had before it was counted anew.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Recounted)]
pub(crate) struct RecountedBody {
    /// The due time before.
    was: Time,
    /// When it was counted anew.
    at: Time,
    /// Whether a lapse recorded at it was withdrawn.
    lapse_withdrawn: bool,
}

/// How a due time was counted; limits in minutes and hours run through and count no days.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Counting {
    /// The due time before extensions.
    due: Time,
    /// The days that count.
    counted: Vec<Day>,
    /// The days passed over.
    skipped: Vec<Day>,
}

/// A day of a counting.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Day {
    /// The day.
    #[schema(format = Date)]
    date: String,
    /// Why it does not count: `first-day`, `weekend`, `holiday`, `outside-office-hours`.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// The holiday that it belongs to, or makes up for.
    #[serde(skip_serializing_if = "Option::is_none")]
    holiday: Option<Both>,
}

impl ClockBody {
    /// Of a clock.
    pub(super) fn of(procedure: &Procedure, calendar: &Calendar, view: &ClockView) -> Self {
        let clock = &view.clock;
        let rule = procedure.clock(&clock.id);
        let at = |at| Time::maybe(calendar, at);
        Self {
            id: clock.id.clone(),
            name: rule.map(|r| Both::of(&r.name)),
            order: clock.order,
            basis: match (&clock.clause, rule) {
                (Some(clause), _) => Some(BasisView::of(&Basis::Clause(clause.clone()))),
                (None, rule) => rule.map(|r| BasisView::of(&r.basis())),
            },
            paused: at(clock.paused),
            standing: word(view.standing),
            right: view.right,
            from: Time::of(calendar, clock.from),
            limit: clock.limit.map(|l| l.to_string()),
            extended: clock.extended.iter().map(ToString::to_string).collect(),
            due: Time::of(calendar, clock.due),
            recounted: clock
                .recounted
                .iter()
                .map(|one| RecountedBody {
                    was: Time::of(calendar, one.was),
                    at: Time::of(calendar, one.at),
                    lapse_withdrawn: one.lapse_withdrawn,
                })
                .collect(),
            provisional: clock.provisional,
            met: at(clock.met),
            lapsed: at(clock.lapsed),
            withdrawn: at(clock.withdrawn),
            counting: view.due.as_ref().map(|due| counting(calendar, due)),
        }
    }
}

fn counting(calendar: &Calendar, due: &Due) -> Counting {
    let counted = due.counted.iter().map(|d| day(d.date.to_string(), None, &d.kind));
    let skipped = due
        .skipped
        .iter()
        .map(|d| day(d.date.to_string(), Some(word(d.why)), &d.kind));
    Counting {
        due: Time::of(calendar, due.due),
        counted: counted.collect(),
        skipped: skipped.collect(),
    }
}

fn day(date: String, why: Option<String>, kind: &DayKind) -> Day {
    let holiday = match kind {
        DayKind::Holiday(holiday) | DayKind::MakeUp(holiday) => {
            Some(Both::new(holiday.text(Lang::Zh), holiday.text(Lang::En)))
        }
        _ => None,
    };
    Day { date, why, holiday }
}
