//! The steps of a scenario, and the courses that many of them begin with.

use super::Reader;
use crate::act::Given;
use crate::table::{Notes, Table};
use crate::{Fault, Seen, Step};
use calendar::Instant;
use case::Actor;
use serde_json::Map;

/// The keys of a step that are not the act's own.
const OF_STEP: [&str; 6] = ["at", "who", "do", "order", "seen", "seen_at"];

/// `[course.NAME]`: what several scenarios begin with.
pub(super) struct Courses<'a>(Vec<(&'a str, Course<'a>)>);

struct Course<'a> {
    from: Option<(usize, &'a str)>,
    steps: Vec<Table<'a>>,
}

impl<'a> Courses<'a> {
    pub(super) fn read(root: &Table<'a>, notes: &mut Notes) -> Self {
        let table = root
            .get("course", notes)
            .and_then(|value| value.table("course", notes));
        let entries = table.map(|table| table.entries(notes)).unwrap_or_default();
        let mut courses = Vec::new();
        for (name, value) in entries {
            if let Some(table) = value.table(name, notes) {
                table.only(&["from", "steps"], notes);
                let course = Course {
                    from: table.may("from", notes),
                    steps: table.tables("steps", notes),
                };
                courses.push((name, course));
            }
        }
        Self(courses)
    }

    /// The steps of a course with those that it comes from, or the name that does not exist.
    fn steps(&self, line: usize, name: &str, depth: usize) -> Result<Vec<Table<'a>>, Fault> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        // a chain longer than there are courses runs in a circle
        let Some((_, course)) = found.filter(|_| depth <= self.0.len()) else {
            let known: Vec<&str> = self.0.iter().map(|(known, _)| *known).collect();
            let fault = Fault::new(line, "scenario-unknown-course").with("course", name);
            return Err(fault.with("known", known.join(", ")));
        };
        let mut all = match course.from {
            Some((line, from)) => self.steps(line, from, depth + 1)?,
            None => Vec::new(),
        };
        all.extend(course.steps.iter().copied());
        Ok(all)
    }
}

impl Reader<'_> {
    pub(super) fn course(
        &self,
        line: usize,
        name: &str,
        now: &mut Option<Instant>,
        notes: &mut Notes,
    ) -> Vec<Step> {
        match self.courses.steps(line, name, 0) {
            Ok(tables) => self.steps(&tables, now, notes),
            Err(fault) => {
                notes.add(fault);
                Vec::new()
            }
        }
    }

    /// Reads steps; one without a time happens at the time of the one before.
    pub(super) fn steps(
        &self,
        tables: &[Table<'_>],
        now: &mut Option<Instant>,
        notes: &mut Notes,
    ) -> Vec<Step> {
        let mut steps = Vec::new();
        for table in tables {
            if let Some((line, text)) = table.may("at", notes) {
                let at = self.time(line, text, notes);
                if at.is_some() && at < *now {
                    notes.add(Fault::new(line, "scenario-time-goes-back").with("text", text));
                }
                *now = at.or(*now);
            }
            match *now {
                Some(at) => steps.extend(self.step(table, at, notes)),
                None => notes.add(Fault::new(table.line, "scenario-missing-key").with("key", "at")),
            }
        }
        steps
    }

    fn step(&self, table: &Table<'_>, at: Instant, notes: &mut Notes) -> Option<Step> {
        let word = table.may("do", notes);
        let who = match (table.may("who", notes), word) {
            (Some((line, text)), _) => self.who(line, text, notes),
            (None, Some(_)) => {
                notes.add(Fault::new(table.line, "scenario-missing-key").with("key", "who"));
                return None;
            }
            (None, None) => Actor::System,
        };
        let order = table
            .get("order", notes)
            .and_then(|value| value.number("order", notes));
        let seen = self.seen(table, notes);
        let mut fields = Map::new();
        for (key, value) in table.entries(notes) {
            if !OF_STEP.contains(&key) {
                fields.insert(key.to_owned(), value.data());
            }
        }
        let act = match word {
            Some((_, word)) => {
                let given = Given {
                    line: table.line,
                    word,
                    fields,
                    who: &who,
                    at,
                };
                match self.maker.act(given) {
                    Ok(act) => Some((word.to_owned(), act)),
                    Err(fault) => {
                        notes.add(fault);
                        return None;
                    }
                }
            }
            None => {
                table.only(&OF_STEP, notes);
                None
            }
        };
        Some(Step {
            line: table.line,
            at,
            who,
            act,
            order,
            seen,
        })
    }

    fn seen(&self, table: &Table<'_>, notes: &mut Notes) -> Seen {
        if let Some((line, text)) = table.may("seen_at", notes) {
            return self.time(line, text, notes).map_or(Seen::Latest, Seen::At);
        }
        match table.get("seen", notes) {
            None => Seen::Latest,
            Some(value) if value.value.get_ref().as_bool() == Some(false) => Seen::Nothing,
            Some(value) if value.value.get_ref().as_bool() == Some(true) => Seen::Latest,
            Some(value) => {
                value.wrong("seen", "false", notes);
                Seen::Latest
            }
        }
    }
}
