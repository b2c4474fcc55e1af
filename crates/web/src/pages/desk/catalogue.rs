//! The dispatch catalogue, for the administrator: what stands in it, and the form for a new entry.

use super::directory::{list, typed};
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Lang;
use case::catalogue::Entry;
use jiff::civil::Date;
use office::administer::PersonLine;
use office::view::lists::UnitLine;
use procedure::Procedure;

/// `GET /desk/catalogue`; the form sends to `POST /desk/catalogue`.
#[derive(Debug, Template)]
#[template(path = "desk/catalogue.html")]
pub struct Catalogue {
    frame: Frame,
    lines: Vec<Line>,
    past: Vec<Line>,
    fields: Vec<Field>,
    open: bool,
}

#[derive(Debug)]
struct Line {
    id: String,
    matter: String,
    division: String,
    lead: String,
    assisting: String,
    member: String,
    basis: String,
    days: String,
}

/// What was typed: a value by name, and the assisting units.
pub type Typed<'a> = (&'a dyn Fn(&str) -> String, &'a [&'a str]);

/// What the page is made from.
#[derive(Debug)]
pub struct Known<'a> {
    /// The rules in force.
    pub procedure: &'a Procedure,
    /// Units of today.
    pub units: &'a [UnitLine],
    /// Who works here.
    pub people: &'a [PersonLine],
    /// Today.
    pub today: Date,
}

impl Known<'_> {
    fn unit(&self, t: T, id: &str) -> String {
        let found = self.units.iter().find(|line| line.unit.id.as_str() == id);
        found.map_or_else(|| id.to_owned(), |line| unit_name(t, line))
    }

    fn topics(&self, t: T) -> Vec<(String, String)> {
        let categories = self.procedure.categories.iter().map(|c| (&c.id, &c.name));
        let marks = self.procedure.marks.iter().map(|m| (&m.id, &m.name));
        let all = categories.chain(marks);
        all.map(|(id, name)| (id.clone(), t.text(name).to_owned()))
            .collect()
    }
}

fn unit_name(t: T, line: &UnitLine) -> String {
    if t.lang() == Lang::Zh {
        line.unit.zh.clone()
    } else {
        line.unit.en.clone()
    }
}

impl Line {
    fn of(t: T, known: &Known<'_>, entry: &Entry) -> Self {
        let topics = known.topics(t);
        let topic = entry.topic.as_ref().map(|id| {
            let found = topics.iter().find(|(topic, _)| topic == id);
            found.map_or_else(|| id.clone(), |(_, name)| name.clone())
        });
        let words = (!entry.words.is_empty())
            .then(|| t.args("catalogue-words-of", &[("words", t.list(&entry.words))]));
        let matter: Vec<String> = topic.into_iter().chain(words).collect();
        let member = entry.member.as_ref().map(|id| {
            let found = known.people.iter().find(|line| line.person.id == *id);
            found.map_or_else(|| id.to_string(), |line| line.person.name.clone())
        });
        let assisting: Vec<String> = entry
            .assisting
            .iter()
            .map(|unit| known.unit(t, unit.as_str()))
            .collect();
        let from = ("from", calendar::show_day(entry.from, t.lang()));
        let days = match entry.to {
            Some(to) => t.args(
                "catalogue-days",
                &[from, ("to", calendar::show_day(to, t.lang()))],
            ),
            None => t.args("catalogue-days-on", &[from]),
        };
        Self {
            id: entry.id.clone(),
            matter: matter.join(" · "),
            division: entry
                .division
                .as_ref()
                .map(|code| t.args("catalogue-division-of", &[("code", code.clone())]))
                .unwrap_or_default(),
            lead: known.unit(t, entry.lead.as_str()),
            assisting: assisting.join(" · "),
            member: member.unwrap_or_default(),
            basis: entry.basis.clone(),
            days,
        }
    }
}

impl Catalogue {
    /// From the entries; `was` and `boxes` are what was typed, with what is wrong with it.
    pub fn of(
        frame: Frame,
        known: &Known<'_>,
        entries: &[Entry],
        (was, boxes): Typed<'_>,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let ended = |entry: &&Entry| entry.to.is_some_and(|to| to <= known.today);
        let line = |entry: &Entry| Line::of(t, known, entry);
        let mut fields = fields(t, known, was, boxes);
        for field in &mut fields {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            lines: entries.iter().filter(|entry| !ended(entry)).map(line).collect(),
            past: entries.iter().filter(ended).map(line).collect(),
            fields,
            open: !faults.is_empty() || entries.is_empty(),
            frame,
        }
    }
}

fn fields(t: T, known: &Known<'_>, was: &dyn Fn(&str) -> String, boxes: &[&str]) -> Vec<Field> {
    let units: Vec<(String, String)> = known
        .units
        .iter()
        .map(|line| (line.unit.id.to_string(), unit_name(t, line)))
        .collect();
    let people: Vec<(String, String)> = known
        .people
        .iter()
        .map(|line| (line.person.login.clone(), line.person.name.clone()))
        .collect();
    let assisting = units.iter().map(|(id, name)| Choice {
        value: id.clone(),
        label: name.clone(),
        note: None,
        chosen: boxes.contains(&id.as_str()),
    });
    vec![
        list(t, "topic", t.say("catalogue-topic"), &known.topics(t), was)
            .hint(t.say("catalogue-topic-hint"))
            .optional(),
        typed(t, "words", t.say("catalogue-words"), "text", was)
            .hint(t.say("catalogue-words-hint"))
            .optional(),
        typed(t, "division", t.say("catalogue-division"), "text", was)
            .hint(t.say("catalogue-division-hint"))
            .optional(),
        list(t, "lead", t.say("catalogue-lead"), &units, was),
        Field::new(
            t,
            "assisting",
            t.say("catalogue-assisting"),
            Input::Boxes(assisting.collect()),
        )
        .optional(),
        list(t, "member", t.say("catalogue-member"), &people, was)
            .hint(t.say("catalogue-member-hint"))
            .optional(),
        typed(t, "basis", t.say("catalogue-basis"), "text", was).hint(t.say("catalogue-basis-hint")),
        typed(t, "from", t.say("catalogue-from"), "date", was)
            .hint(t.say("catalogue-from-hint"))
            .optional(),
        typed(t, "to", t.say("catalogue-to"), "date", was)
            .hint(t.say("catalogue-to-hint"))
            .optional(),
    ]
}
