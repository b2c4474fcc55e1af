//! The list of the knowledge base, what is to be looked at first on top.

use super::super::directory::list;
use super::{Known, OFFICE, unit_name};
use crate::parts::{Field, Input, Pager, Tag, Tone};
use crate::shell::{Entry, Frame, T};
use askama::Template;
use case::knowledge::Standing;
use office::knowledge::KnowledgeWaiting;
use store::KnowledgeRow;

/// `GET /desk/knowledge`.
#[derive(Debug, Template)]
#[template(path = "desk/knowledge.html")]
pub struct List {
    frame: Frame,
    tabs: Vec<Entry>,
    tab: String,
    show: String,
    filters: Vec<Field>,
    lines: Vec<Line>,
    found: Option<String>,
    supplies: bool,
    pager: Pager,
}

/// What was asked for.
#[derive(Debug)]
pub struct Asking<'a> {
    /// The tab.
    pub show: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// The words sought.
    pub sought: &'a str,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: String,
    words: String,
    unit: String,
    topic: Option<String>,
    public: bool,
    review: String,
    due: Option<Tag>,
}

impl Line {
    fn of(t: T, known: &Known<'_>, row: &KnowledgeRow) -> Self {
        let entry = &row.entry;
        let due = entry.is_due(known.today) && row.standing == Standing::Current;
        Self {
            href: format!("/desk/knowledge/{}", row.id),
            title: entry.title.clone(),
            words: t.list(&entry.words),
            unit: known.unit(t, entry.unit.as_ref()),
            topic: known.topic(t, entry.topic.as_ref()),
            public: entry.public,
            review: calendar::show_day(entry.review, t.lang()),
            due: due.then(|| Tag {
                tone: Tone::Overdue,
                word: t.say("knowledge-due"),
            }),
        }
    }
}

impl List {
    /// A page of the list; `further` says whether this person supplies entries, and what lies behind the page.
    pub fn of(
        frame: Frame,
        known: &Known<'_>,
        rows: &[KnowledgeRow],
        waiting: KnowledgeWaiting,
        asking: &Asking<'_>,
        (supplies, pager): (bool, Pager),
    ) -> Self {
        let t = frame.t;
        let address = |show: &str| {
            if show.is_empty() {
                "/desk/knowledge".to_owned()
            } else {
                format!("/desk/knowledge?show={show}")
            }
        };
        let tab = |show: &str, key: &str, count: u64| {
            let mut entry = Entry::new(&address(show), t.say(key));
            entry.count = u32::try_from(count).ok().filter(|count| *count > 0);
            entry
        };
        let mut tabs = vec![
            tab("", "knowledge-current", 0),
            tab("due", "knowledge-to-review", waiting.due),
        ];
        if known.confirms || !known.own.is_empty() {
            tabs.push(tab("proposed", "knowledge-proposed", waiting.proposed));
            tabs.push(tab("withdrawn", "knowledge-out", 0));
        }
        let mut units: Vec<(String, String)> = vec![(OFFICE.to_owned(), t.say("knowledge-office"))];
        let all = known.units.iter();
        units.extend(all.map(|line| (line.unit.id.to_string(), unit_name(t, line))));
        let unit = |_: &str| asking.unit.to_owned();
        let sought = Input::Line {
            value: asking.sought.to_owned(),
            kind: "search",
            autocomplete: "off",
            keyboard: "text",
            most: 60,
        };
        let searched = !asking.sought.trim().is_empty();
        Self {
            tabs,
            tab: if searched {
                String::new()
            } else {
                address(asking.show)
            },
            show: asking.show.to_owned(),
            filters: vec![
                Field::new(t, "q", t.say("knowledge-search"), sought).optional(),
                list(t, "unit", t.say("knowledge-unit"), &units, &unit).optional(),
            ],
            lines: rows.iter().map(|row| Line::of(t, known, row)).collect(),
            found: searched.then(|| t.args("knowledge-found", &[("words", asking.sought.trim().to_owned())])),
            supplies,
            pager,
            frame,
        }
    }
}
