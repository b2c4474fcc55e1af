//! What the knowledge base says to what somebody writes: beside the first step as they type, and on the way to the second.

use crate::parts::piece;
use crate::shell::T;
use askama::Template;
use calendar::Lang;
use office::Adopted;
use office::view::lists::UnitLine;
use store::KnowledgeRow;

/// The answers, each folded: nobody leaves the form to read one.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/answers.html")]
pub struct Answers {
    t: T,
    lines: Vec<Answer>,
}
piece!(Answers);

#[derive(Debug, Clone)]
struct Answer {
    title: String,
    text: String,
    unit: String,
    day: String,
}

impl Answers {
    /// None yet.
    pub fn nothing(t: T) -> Self {
        Self { t, lines: Vec::new() }
    }

    /// From entries that are public and hold today.
    pub fn of(t: T, adopted: &Adopted, units: &[UnitLine], rows: &[KnowledgeRow]) -> Self {
        let line = |row: &KnowledgeRow| {
            let unit = row.entry.unit.as_ref();
            let unit = unit.and_then(|id| units.iter().find(|line| line.unit.id == *id));
            let unit = unit.map(|line| match t.lang() {
                Lang::En => line.unit.en.clone(),
                Lang::Zh => line.unit.zh.clone(),
            });
            let decided = row.decided.unwrap_or(row.supplied);
            Answer {
                title: row.entry.title.clone(),
                text: row.entry.text.clone(),
                unit: unit.unwrap_or_else(|| t.say("knowledge-office")),
                day: calendar::show_day(adopted.calendar.local(decided).date(), t.lang()),
            }
        };
        Self {
            t,
            lines: rows.iter().map(line).collect(),
        }
    }
}
