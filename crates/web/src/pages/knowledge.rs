//! The knowledge base for everybody: questions that are asked often, with the answer of the unit that answers for it.

use crate::parts::{Pager, reworded, writable};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Lang;
use office::Adopted;
use office::view::lists::UnitLine;
use store::KnowledgeRow;

/// `GET /knowledge`.
#[derive(Debug, Template)]
#[template(path = "knowledge.html")]
pub struct KnowledgeList {
    frame: Frame,
    sought: String,
    lines: Vec<Line>,
    found: Option<String>,
    write: Option<String>,
    pager: Pager,
}

/// `GET /knowledge/{id}`.
#[derive(Debug, Template)]
#[template(path = "knowledge-entry.html")]
pub struct KnowledgePage {
    frame: Frame,
    line: Line,
    text: String,
    list: String,
    write: Option<String>,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    begins: String,
    unit: String,
    topic: Option<String>,
    day: String,
}

/// How much of an answer stands in the list, in characters.
const BEGINNING: usize = 60;

impl Line {
    fn of(t: T, adopted: &Adopted, units: &[UnitLine], row: &KnowledgeRow) -> Self {
        let entry = &row.entry;
        let rules = &adopted.procedure;
        let unit = entry.unit.as_ref().map(|id| {
            let found = units.iter().find(|line| line.unit.id == *id);
            found.map_or_else(
                || id.to_string(),
                |line| {
                    let name = if t.lang() == Lang::Zh {
                        &line.unit.zh
                    } else {
                        &line.unit.en
                    };
                    name.clone()
                },
            )
        });
        let categories = rules.categories.iter().map(|c| (&c.id, &c.name));
        let mut topics = categories.chain(rules.marks.iter().map(|m| (&m.id, &m.name)));
        let topic = entry
            .topic
            .as_ref()
            .and_then(|id| topics.find(|(topic, _)| *topic == id));
        let first = entry.text.lines().next().unwrap_or_default();
        let mut begins: String = first.chars().take(BEGINNING).collect();
        if begins.len() < entry.text.len() {
            begins.push('…');
        }
        let decided = row.decided.unwrap_or(row.supplied);
        Self {
            href: format!("/knowledge/{}", row.id),
            title: entry.title.clone(),
            begins,
            unit: unit.unwrap_or_else(|| t.say("knowledge-office")),
            topic: topic.map(|(_, name)| t.text(name).to_owned()),
            day: calendar::show_day(adopted.calendar.local(decided).date(), t.lang()),
        }
    }
}

fn write(t: T, adopted: &Adopted) -> Option<String> {
    let rules = &adopted.procedure;
    writable(rules).then(|| reworded(t, rules, t.say("shell-nav-write")))
}

impl KnowledgeList {
    /// A page of the list, or what was found; `asked` is what was sought, whether this is the beginning, and the address
    /// of the page behind it.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        units: &[UnitLine],
        rows: &[KnowledgeRow],
        (sought, first, next): (&str, bool, Option<String>),
    ) -> Self {
        let t = frame.t;
        Self {
            lines: rows.iter().map(|row| Line::of(t, adopted, units, row)).collect(),
            found: (!sought.is_empty()).then(|| t.args("knowledge-found", &[("words", sought.to_owned())])),
            sought: sought.to_owned(),
            write: write(t, adopted),
            pager: Pager {
                t,
                first: (!first).then(|| "/knowledge".to_owned()),
                next,
            },
            frame,
        }
    }
}

impl KnowledgePage {
    /// Of an entry.
    pub fn of(frame: Frame, adopted: &Adopted, units: &[UnitLine], row: &KnowledgeRow) -> Self {
        let t = frame.t;
        Self {
            line: Line::of(t, adopted, units, row),
            text: row.entry.text.clone(),
            list: t.say("knowledge-public-title"),
            write: write(t, adopted),
            frame,
        }
    }
}
