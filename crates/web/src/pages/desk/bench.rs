//! What the workbench shows of one queue: how much is due when, what is looked for, the lines by group, and what may be
//! done with several at once.

use super::Line;
use super::ledger::{day, list, list_in_groups};
use crate::parts::{Field, note};
use crate::shell::{Entry, T};
use procedure::{Of, Procedure};
use store::{DueBounds, DueGroup};

/// One queue.
#[derive(Debug, Default)]
pub struct Bench {
    /// How much is due when.
    pub(crate) dues: Vec<DueTab>,
    /// What can be looked for.
    pub(crate) filters: Filters,
    /// To keep what is looked for now.
    pub(crate) save: Option<SaveForm>,
    /// Acts on several cases at once: word and name.
    pub(crate) bulk: Vec<(String, String)>,
    /// The same page with every line chosen, or with none where all are.
    pub(crate) tick: String,
    /// Whether every line is chosen.
    pub(crate) ticked: bool,
    /// Lines by when they are due.
    pub(crate) groups: Vec<Group>,
    /// Filters that the person keeps.
    pub(crate) saved: Vec<Entry>,
    /// The address of what is shown.
    pub(crate) address: String,
}

/// One group with how much it holds.
#[derive(Debug)]
pub(crate) struct DueTab {
    pub(crate) href: String,
    pub(crate) chosen: bool,
    pub(crate) class: &'static str,
    pub(crate) label: String,
    pub(crate) count: u64,
}

/// The form of what is looked for.
#[derive(Debug, Default)]
pub(crate) struct Filters {
    pub(crate) fields: Vec<Field>,
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) open: bool,
}

/// To keep a filter under a name, or to give it up.
#[derive(Debug)]
pub(crate) struct SaveForm {
    pub(crate) wanted: String,
    /// The name under which it is kept.
    pub(crate) kept: Option<String>,
    pub(crate) typed: String,
    pub(crate) fault: Option<String>,
}

/// Lines that are due at about the same time.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) group: DueGroup,
    pub(crate) label: String,
    /// How many there are, on other pages too.
    pub(crate) count: u64,
    pub(crate) lines: Vec<Line>,
}

impl Group {
    /// With its first line.
    pub(crate) fn of(t: T, group: DueGroup, counts: [u64; 5], line: Line) -> Self {
        let mut counted = DueGroup::ALL.into_iter().zip(counts);
        let count = counted.find(|(one, _)| *one == group);
        Self {
            group,
            label: Self::label(t, group),
            count: count.map_or(0, |(_, count)| count),
            lines: vec![line],
        }
    }

    /// What it is called.
    pub(crate) fn label(t: T, group: DueGroup) -> String {
        match group {
            DueGroup::Overdue => t.say("bench-overdue"),
            DueGroup::Today => t.say("bench-today"),
            DueGroup::Soon => t.say("bench-soon"),
            DueGroup::Later => t.say("bench-later"),
            DueGroup::Never => t.say("bench-never"),
        }
    }
}

/// What stands in the address, by the name of the filter, and what is wrong with which.
type Was<'a> = (&'a dyn Fn(&str) -> String, &'a [(String, String)]);

impl Filters {
    /// The filters of a procedure; units only for those who see all. `kept` is asked for again with whatever is chosen.
    pub(crate) fn of(
        t: T,
        rules: &Procedure,
        units: &[(String, String)],
        (was, wrong): Was<'_>,
        kept: Vec<(&'static str, String)>,
    ) -> Self {
        let named = |all: Vec<(&String, &procedure::Words)>| -> Vec<(String, String)> {
            let one = |(id, name): (&String, &procedure::Words)| (id.clone(), t.text(name).to_owned());
            all.into_iter().map(one).collect()
        };
        let steps = |of: Of| {
            let steps = rules.steps.iter().filter(|step| step.of == of);
            named(steps.map(|s| (&s.id, &s.name)).collect())
        };
        let steps = [("flow-of-cases", Of::Case), ("flow-of-orders", Of::Order)]
            .map(|(key, of)| (t.say(key), steps(of)));
        let channels = rules.channels.iter().map(|c| (&c.id, &c.name)).collect();
        let categories: Vec<_> = rules.categories.iter().map(|c| (&c.id, &c.name)).collect();
        let mut fields = vec![list_in_groups(t, "step", t.say("desk-step"), steps.into(), was)];
        if !units.is_empty() {
            fields.push(list(t, "unit", t.say("desk-unit-any"), units.to_vec(), was));
        }
        fields.push(list(t, "channel", t.say("desk-channel"), named(channels), was));
        if !categories.is_empty() {
            fields.push(list(
                t,
                "category",
                t.say("desk-category"),
                named(categories),
                was,
            ));
        }
        fields.push(day(t, "from", t.say("desk-day-from"), was));
        fields.push(day(t, "to", t.say("desk-day-to"), was));
        note(&mut fields, wrong);
        let open = fields.iter().any(|field| !was(&field.name).is_empty());
        Self {
            fields,
            hidden: kept.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            open,
        }
    }

    /// Whether something that was asked for cannot be.
    pub(crate) fn faulty(&self) -> bool {
        self.fields.iter().any(|field| field.fault.is_some())
    }
}

impl Bench {
    /// With the lines of one page, what is due first on top; `counts` is how many there are of each group on all pages.
    pub fn with_lines(mut self, t: T, bounds: DueBounds, counts: [u64; 5], lines: Vec<Line>) -> Self {
        for line in lines {
            let group = bounds.group(line.at);
            match self.groups.last_mut().filter(|last| last.group == group) {
                Some(last) => last.lines.push(line),
                None => self.groups.push(Group::of(t, group, counts, line)),
            }
        }
        self
    }

    /// Whether something on it is to be mended.
    pub(crate) fn at_fault(&self) -> bool {
        let unsaved = self.save.as_ref().is_some_and(|save| save.fault.is_some());
        unsaved || self.filters.faulty()
    }

    /// How many lines the page has.
    pub(crate) fn shown(&self) -> usize {
        self.groups.iter().map(|group| group.lines.len()).sum()
    }

    /// Whether several lines can be chosen.
    pub(crate) fn picks(&self) -> bool {
        !self.bulk.is_empty() && !self.groups.is_empty()
    }
}
