//! One line of a queue or of the ledger.

use crate::parts::{Left, Tag, Tone, grouped, soon};
use crate::shell::T;
use calendar::{Instant, Lang};
use office::Adopted;
use office::view::QueueLine;
use office::view::bench::Beside;

/// A case in a list.
#[derive(Debug, Clone)]
pub struct Line {
    pub(crate) href: String,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) step: Tag,
    pub(crate) channel: String,
    pub(crate) category: Option<String>,
    pub(crate) received: String,
    pub(crate) due: Option<(Tag, String, Left)>,
    pub(crate) marks: Vec<String>,
    /// When it is due, UTC milliseconds.
    pub(crate) at: Option<Instant>,
    /// The unit that has it, on the workbench.
    pub(crate) unit: String,
    /// The clock that runs out first, on the workbench.
    pub(crate) clock: Option<String>,
    /// What is sent where it is chosen among several: the case, and the work order behind a point.
    pub(crate) pick: String,
}

impl Line {
    /// Of a line at `now`. In a unit's queue step and due time are the work order's.
    pub fn of(t: T, adopted: &Adopted, line: &QueueLine, now: Instant) -> Self {
        let (rules, calendar, row) = (&adopted.procedure, &adopted.calendar, &line.row);
        let (step, due, from) = match &line.order {
            Some(order) => (&order.step, order.due, order.dispatched),
            None => (&row.step, row.due, row.received),
        };
        let named = |words: Option<&procedure::Words>| words.map(|w| t.text(w).to_owned());
        let category = row.category.as_ref();
        let category = category.and_then(|id| rules.categories.iter().find(|c| c.id == *id));
        let mut marks = Vec::new();
        if row.repeat_of.is_some() {
            marks.push(t.say("desk-mark-repeat"));
        }
        if row.supervised {
            marks.push(t.say("desk-mark-supervised"));
        }
        if row.history {
            marks.push(t.say("desk-mark-history"));
        }
        Self {
            href: format!("/desk/case/{}", row.number),
            number: grouped(row.number.as_str()),
            title: line.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            step: Tag::plain(&named(rules.step(step).map(|s| &s.name)).unwrap_or_default()),
            channel: named(rules.channel(&row.channel).map(|c| &c.name)).unwrap_or_default(),
            category: named(category.map(|c| &c.name)),
            received: calendar.show(row.received, t.lang()),
            due: due.map(|due| {
                let tag = Tag::of_tone(t, tone(from, due, now));
                (
                    tag,
                    calendar.show_due_short(due, t.lang()),
                    Left::of(t, from, due, now),
                )
            }),
            marks,
            at: due,
            unit: String::new(),
            clock: None,
            pick: match &line.order {
                Some(order) => format!("{}.{}", row.number, order.order),
                None => row.number.to_string(),
            },
        }
    }

    /// With what stands beside it on the workbench.
    pub(crate) fn beside(mut self, t: T, adopted: &Adopted, beside: &Beside) -> Self {
        let zh = t.lang() == Lang::Zh;
        let name = |(cn, en): &(String, String)| if zh { cn.clone() } else { en.clone() };
        self.unit = beside.units.first().map(name).unwrap_or_default();
        if beside.units.len() > 1 {
            let more = (beside.units.len() - 1).to_string();
            self.unit = t.args("bench-more-units", &[("unit", self.unit), ("more", more)]);
        }
        let clock = beside.clock.as_ref().and_then(|id| adopted.procedure.clock(id));
        self.clock = clock.map(|clock| t.text(&clock.name).to_owned());
        self
    }
}

/// How it stands, with the whole time counted since it came.
fn tone(from: Instant, due: Instant, now: Instant) -> Tone {
    if due <= now {
        Tone::Overdue
    } else if soon(from, due, now) {
        Tone::Soon
    } else {
        Tone::Running
    }
}
