//! One line of a queue or of the ledger.

use crate::parts::{Left, Tag, Tone, grouped, soon};
use crate::shell::T;
use calendar::Instant;
use office::Adopted;
use office::view::QueueLine;

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
        }
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
