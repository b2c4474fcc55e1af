//! An entry of the knowledge base: what it says, its versions, and what its keepers can do with it.

use super::super::directory::typed;
use super::fields::fields;
use super::{Known, OFFICE};
use crate::parts::{Field, Input, Tag, Tone, note};
use crate::shell::{Frame, T};
use askama::Template;
use case::Actor;
use case::access::Keeping;
use case::knowledge::Standing;
use office::knowledge::{KnowledgeEntry, KnowledgeVersion};

/// `GET /desk/knowledge/new`; sends to `POST /desk/knowledge`.
#[derive(Debug, Template)]
#[template(path = "desk/knowledge-new.html")]
pub struct NewEntry {
    frame: Frame,
    command: String,
    fields: Vec<Field>,
    waits: bool,
}

/// `GET /desk/knowledge/{id}`; its forms send to `POST /desk/knowledge/{id}/{what}`.
#[derive(Debug, Template)]
#[template(path = "desk/knowledge-entry.html")]
pub struct EntryPage {
    frame: Frame,
    id: String,
    shown: Option<Shown>,
    waits: Option<Shown>,
    past: Vec<Shown>,
    forms: Vec<Form>,
    not_done: Option<String>,
}

/// A form that came back.
#[derive(Debug)]
pub struct Back<'a> {
    /// Which.
    pub what: &'a str,
    /// What was typed.
    pub posted: &'a [(String, String)],
    /// What is wrong with it, by field.
    pub says: &'a [(String, String)],
}

#[derive(Debug)]
struct Shown {
    title: String,
    text: String,
    words: String,
    unit: String,
    topic: Option<String>,
    who: String,
    standing: Tag,
    days: String,
    review: String,
    supplied: String,
    decided: Option<String>,
    reason: Option<String>,
}

#[derive(Debug)]
struct Form {
    name: String,
    what: &'static str,
    version: u32,
    command: Option<String>,
    about: Option<String>,
    fields: Vec<Field>,
    open: bool,
    grave: bool,
}

impl Shown {
    fn of(t: T, known: &Known<'_>, version: &KnowledgeVersion) -> Self {
        let (row, entry) = (&version.row, &version.row.entry);
        let due = row.standing == Standing::Current && entry.is_due(known.today);
        let (tone, key) = match row.standing {
            Standing::Current if due => (Tone::Overdue, "knowledge-due"),
            Standing::Current => (Tone::Met, "knowledge-state-current"),
            Standing::Proposed => (Tone::Soon, "knowledge-state-proposed"),
            Standing::Earlier => (Tone::Off, "knowledge-state-earlier"),
            Standing::Returned => (Tone::Late, "knowledge-state-returned"),
            Standing::Withdrawn => (Tone::Off, "knowledge-state-withdrawn"),
        };
        let show = |at| known.calendar.show(at, t.lang());
        let from = ("from", calendar::show_day(entry.from, t.lang()));
        let by = |at: String, by: String| t.args("knowledge-by", &[("at", at), ("by", by)]);
        let decided = row.decided.zip(version.decided_by.clone());
        Self {
            title: entry.title.clone(),
            text: entry.text.clone(),
            words: entry.words.join(" · "),
            unit: known.unit(t, entry.unit.as_ref()),
            topic: known.topic(t, entry.topic.as_ref()),
            who: t.say(if entry.public {
                "knowledge-public"
            } else {
                "knowledge-internal"
            }),
            standing: Tag {
                tone,
                word: t.say(key),
            },
            days: match entry.to {
                Some(to) => t.args(
                    "knowledge-days",
                    &[from, ("to", calendar::show_day(to, t.lang()))],
                ),
                None => t.args("knowledge-days-on", &[from]),
            },
            review: calendar::show_day(entry.review, t.lang()),
            supplied: by(show(row.supplied), version.supplied_by.clone()),
            decided: decided.map(|(at, person)| by(show(at), person)),
            reason: row.reason.clone(),
        }
    }
}

impl NewEntry {
    /// Empty, or come back with what is wrong.
    pub fn of(
        frame: Frame,
        known: &Known<'_>,
        who: &Actor,
        command: &str,
        was: &dyn Fn(&str) -> String,
        says: &[(String, String)],
    ) -> Self {
        let mut fields = fields(frame.t, known, who, was);
        note(&mut fields, says);
        Self {
            fields,
            command: command.to_owned(),
            waits: !known.confirms,
            frame,
        }
    }

    fn faulty(&self) -> Vec<&Field> {
        self.fields.iter().filter(|field| field.fault.is_some()).collect()
    }
}

impl EntryPage {
    /// Of an entry; what stands is shown, else the newest version.
    pub fn of(
        mut frame: Frame,
        known: &Known<'_>,
        who: &Actor,
        entry: &KnowledgeEntry,
        command: &str,
        back: Option<&Back<'_>>,
    ) -> Self {
        let t = frame.t;
        let at = |standing| entry.versions.iter().position(|v| v.row.standing == standing);
        let current = at(Standing::Current);
        let main = current.unwrap_or_default();
        let waits = at(Standing::Proposed).filter(|place| *place != main);
        let shown = |place: usize| entry.versions.get(place).map(|v| Shown::of(t, known, v));
        let others = (0..entry.versions.len()).filter(|place| *place != main && Some(*place) != waits);
        let forms = match (entry.keeping, entry.versions.get(main)) {
            (Some(keeping), Some(main)) => {
                let proposed = at(Standing::Proposed).and_then(|place| entry.versions.get(place));
                forms(t, known, who, (keeping, main, proposed), command, back)
            }
            _ => Vec::new(),
        };
        let placed = |name: &str| forms.iter().any(|f| f.fields.iter().any(|f| f.name == name));
        let unplaced = back.and_then(|back| back.says.iter().find(|(name, _)| !placed(name)));
        let main = shown(main);
        frame.title = main.as_ref().map_or(frame.title, |main| main.title.clone());
        Self {
            id: entry
                .versions
                .first()
                .map(|v| v.row.id.clone())
                .unwrap_or_default(),
            shown: main,
            waits: waits.and_then(shown),
            past: others.filter_map(shown).collect(),
            not_done: unplaced.map(|(_, says)| says.clone()),
            forms,
            frame,
        }
    }
}

/// What a keeper can do: with the version that waits, with the one that stands, and a new one.
fn forms(
    t: T,
    known: &Known<'_>,
    who: &Actor,
    (keeping, main, proposed): (Keeping, &KnowledgeVersion, Option<&KnowledgeVersion>),
    command: &str,
    back: Option<&Back<'_>>,
) -> Vec<Form> {
    let was = |what: &str, name: &str| -> Option<String> {
        let back = back.filter(|back| back.what == what)?;
        let found = back.posted.iter().find(|(n, _)| n == name);
        Some(found.map(|(_, value)| value.clone()).unwrap_or_default())
    };
    let make = |what: &'static str, key: &str, version: u32, mut fields: Vec<Field>| {
        let came = back.filter(|back| back.what == what);
        note(&mut fields, came.map(|back| back.says).unwrap_or_default());
        for field in &mut fields {
            field.id = format!("{what}-{}", field.name);
        }
        Form {
            name: t.say(key),
            what,
            version,
            command: None,
            about: None,
            fields,
            open: came.is_some(),
            grave: false,
        }
    };
    let reason = |what: &str| {
        let typed = was(what, "reason").unwrap_or_default();
        vec![Field::new(
            t,
            "reason",
            t.say("knowledge-reason"),
            Input::area(&typed, 3, 500),
        )]
    };
    let mut all = Vec::new();
    if let (Some(proposed), Keeping::Confirms) = (proposed, keeping) {
        let mut confirm = make("confirm", "knowledge-confirm", proposed.row.version, Vec::new());
        confirm.open = true;
        confirm.about = Some(t.say("knowledge-confirm-about"));
        all.push(confirm);
        all.push(make(
            "return",
            "knowledge-return",
            proposed.row.version,
            reason("return"),
        ));
    }
    if main.row.standing == Standing::Current {
        let day = |name: &str| was("review", name).unwrap_or_default();
        let field = typed(t, "review", t.say("knowledge-review-next"), "date", &day)
            .hint(t.say("knowledge-review-hint"))
            .optional();
        let mut review = make("review", "knowledge-still", main.row.version, vec![field]);
        review.about = Some(t.say("knowledge-still-about"));
        review.open |= main.row.entry.is_due(known.today) && all.is_empty();
        all.push(review);
    }
    let row = proposed.unwrap_or(main);
    let entry = &row.row.entry;
    let stands = |name: &str| match name {
        "title" => entry.title.clone(),
        "words" => entry.words.join(" "),
        "text" => entry.text.clone(),
        "unit" => entry.unit.as_ref().map_or(OFFICE.to_owned(), ToString::to_string),
        "topic" => entry.topic.clone().unwrap_or_default(),
        "public" => if entry.public { "yes" } else { "no" }.to_owned(),
        "from" => entry.from.to_string(),
        "to" => entry.to.map(|day| day.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    let revised = |name: &str| was("revise", name).unwrap_or_else(|| stands(name));
    let mut revise = make(
        "revise",
        "knowledge-revise",
        row.row.version,
        fields(t, known, who, &revised),
    );
    revise.command = Some(command.to_owned());
    all.push(revise);
    if main.row.standing == Standing::Current {
        let mut withdraw = make(
            "withdraw",
            "knowledge-withdraw",
            main.row.version,
            reason("withdraw"),
        );
        withdraw.grave = true;
        all.push(withdraw);
    }
    all
}
