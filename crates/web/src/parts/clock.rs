//! One clock: what is due when, how it stands, on which clause, and how the due time was counted.

use super::notes::span;
use super::{Cited, Left, Tag, Tone, piece};
use crate::shell::T;
use askama::Template;
use calendar::{Calendar, DayKind, Due, Instant, Lang, Why, show_day_short};
use case::{Clock, Standing};
use procedure::{Basis, Procedure, Ruled};

/// A clock as a row.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/clock.html")]
pub struct ClockRow {
    t: T,
    name: String,
    whose: Option<String>,
    tag: Tag,
    due: String,
    /// The due time before another calendar came into force.
    was: Option<String>,
    left: Option<Left>,
    cited: Cited,
    counted: Vec<String>,
    provisional: bool,
}
piece!(ClockRow);

impl ClockRow {
    /// Of a clock at `now`, with how it was counted before extensions. `whose` is the unit of its work order; `page` the address of the procedure's page.
    /// `None` where the procedure does not know the clock.
    pub fn of(
        t: T,
        procedure: &Procedure,
        calendar: &Calendar,
        (clock, due): (&Clock, Option<&Due>),
        whose: Option<String>,
        now: Instant,
        page: &str,
    ) -> Option<Self> {
        let rule = procedure.clock(&clock.id)?;
        let lang = t.lang();
        let from = ("from", calendar.show(clock.from, lang));
        let mut counted = vec![match (clock.limit, &rule.round, &rule.before) {
            (Some(limit), ..) => t.args("shell-clock-from", &[from, ("limit", span(t, limit))]),
            (None, Some(round), _) => {
                let round = procedure.round(round).map(|r| t.text(&r.name).to_owned());
                t.args("shell-clock-round", &[from, ("round", round.unwrap_or_default())])
            }
            (None, None, Some(before)) => {
                let other = procedure.clock(&before.clock);
                let other = other.map(|c| t.text(&c.name).to_owned()).unwrap_or_default();
                t.args(
                    "shell-clock-before",
                    &[from, ("clock", other), ("by", span(t, before.by))],
                )
            }
            (None, None, None) => t.args("shell-clock-began", &[from]),
        }];
        counted.extend(due.into_iter().flat_map(|due| days(t, due)));
        for more in &clock.extended {
            counted.push(t.args("shell-clock-extended", &[("limit", span(t, *more))]));
        }
        let pauses = clock.pauses.iter().map(|(from, to)| (*from, Some(*to)));
        for (from, to) in pauses.chain(clock.paused.map(|from| (from, None))) {
            let from = ("from", calendar.show(from, lang));
            counted.push(match to {
                Some(to) => t.args("shell-clock-paused", &[from, ("to", calendar.show(to, lang))]),
                None => t.args("shell-clock-pauses", &[from]),
            });
        }
        for before in &clock.recounted {
            let args = [
                ("at", calendar.show(before.at, lang)),
                ("was", calendar.show_due_short(before.was, lang)),
            ];
            counted.push(t.args("shell-clock-recounted", &args));
            if before.lapse_withdrawn {
                counted.push(t.say("shell-clock-lapse-withdrawn"));
            }
        }
        let waits = clock.standing(now) == Standing::Paused;
        // an alternative of the limit may stand in a clause of its own
        let basis = clock.clause.clone().map_or_else(|| rule.basis(), Basis::Clause);
        let was = clock.recounted.first().filter(|first| first.was != clock.due);
        Some(Self {
            t,
            name: t.text(&rule.name).to_owned(),
            whose,
            tag: if rule.right {
                Tag::of_right(t, clock, now)
            } else {
                Tag::of_clock(t, clock, now)
            },
            due: calendar.show_due_short(clock.due, lang),
            was: was.map(|first| calendar.show_due_short(first.was, lang)),
            // nobody is late with a right that is over
            left: match (clock.is_open() && !waits, rule.right) {
                (false, _) => None,
                (true, true) => (now < clock.due).then(|| Left::of_right(t, clock.due, now)),
                (true, false) => Some(Left::of(t, clock.from, clock.due, now)),
            },
            cited: Cited::of(t, &basis, page),
            counted,
            provisional: clock.provisional,
        })
    }
}

impl ClockRow {
    /// As it looks, for the page that shows the design language.
    pub(crate) fn shown(t: T, name: String, tone: Tone, due: String, left: Option<Left>) -> Self {
        Self {
            t,
            name,
            whose: None,
            tag: Tag::of_tone(t, tone),
            due,
            was: None,
            left,
            cited: Cited::of(t, &Basis::House, ""),
            counted: vec![t.say("calendar-by-the-clock")],
            provisional: false,
        }
    }
}

/// A day and why it was counted or not.
fn because(day: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{day}（{why}）"),
        Lang::En => format!("{day} ({why})"),
    }
}

/// The days counted and the days passed over; hours run through.
pub(crate) fn days(t: T, due: &Due) -> Vec<String> {
    if due.counted.is_empty() {
        return vec![t.say("calendar-by-the-clock")];
    }
    let lang = t.lang();
    let counted = due.counted.iter().map(|day| match &day.kind {
        DayKind::MakeUp(holiday) => {
            let why = t.args("calendar-make-up", &[("holiday", holiday.text(lang).to_owned())]);
            because(&show_day_short(day.date, lang), &why, lang)
        }
        _ => show_day_short(day.date, lang),
    });
    let skipped = due.skipped.iter().map(|day| {
        let why = match (day.why, &day.kind) {
            (Why::Holiday, DayKind::Holiday(holiday)) => holiday.text(lang).to_owned(),
            (Why::FirstDay, _) => t.say("calendar-first-day"),
            (Why::OutsideOfficeHours, _) => t.say("calendar-outside-office-hours"),
            _ => t.say("calendar-weekend"),
        };
        because(&show_day_short(day.date, lang), &why, lang)
    });
    let join = |days: Vec<String>| t.list(days);
    let (counted, skipped): (Vec<_>, Vec<_>) = (counted.collect(), skipped.collect());
    let mut lines = vec![t.args("shell-clock-counted", &[("days", join(counted))])];
    if !skipped.is_empty() {
        lines.push(t.args("shell-clock-skipped", &[("days", join(skipped))]));
    }
    lines
}
