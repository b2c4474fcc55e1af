//! Rules and calendars: every adopted version with how it stands and who adopted it, and the two forms.

use super::directory::typed;
use crate::parts::{Field, Input, Tag, Tone};
use crate::shell::{Frame, T};
use askama::Template;
use office::rules::{CalendarVersion, Lapse, Standing, Version};
use procedure::check::Finding;
use std::collections::HashMap;
use store::AdoptedHead;

/// `GET /desk/rules`; the forms send to `POST /desk/rules/{what}`.
#[derive(Debug, Template)]
#[template(path = "desk/rules.html")]
pub struct Rules {
    frame: Frame,
    lists: Vec<(String, Vec<Line>)>,
    forms: Vec<Form>,
}

/// One version.
#[derive(Debug)]
struct Line {
    title: String,
    tag: Tag,
    notes: Vec<String>,
    hash: String,
}

#[derive(Debug)]
struct Form {
    what: &'static str,
    name: String,
    fields: Vec<Field>,
    open: bool,
}

/// What the page shows.
#[derive(Debug)]
pub struct Loaded {
    /// The procedures, the newest first.
    pub versions: Vec<Version>,
    /// The calendars, the newest first.
    pub calendars: Vec<CalendarVersion>,
    /// Names of those who adopted, by what the log has.
    pub adopters: HashMap<String, String>,
    /// Whether what is in force has lapsed.
    pub lapse: Option<Lapse>,
    /// Whether this person may adopt.
    pub adopts: bool,
}

/// A form that comes back: which, what was typed, what is wrong in the reader's language.
pub struct Back<'a> {
    /// `continue`, `adopt` or `end-own`.
    pub what: &'a str,
    /// What was typed.
    pub was: &'a dyn Fn(&str) -> String,
    /// What is wrong, by field.
    pub faults: &'a [(String, String)],
}

impl Rules {
    /// From what was loaded.
    pub fn of(frame: Frame, loaded: Loaded, back: Option<&Back<'_>>) -> Self {
        let t = frame.t;
        let line = |head: &AdoptedHead| about(t, head, &loaded.adopters);
        let versions = loaded.versions.iter().map(|version| {
            let head = &version.procedure.head;
            let mut notes = vec![line(&version.head)];
            notes.extend(
                head.last_day
                    .map(|day| t.args("rules-until", &[("day", calendar::show_day(day, t.lang()))])),
            );
            notes.extend(decided(t, &version.standing));
            let own = version.procedure.own().iter().map(|own| {
                let args = [
                    ("title", t.text(&own.title).to_owned()),
                    ("unit", own.unit.clone()),
                ];
                t.args("rules-own", &args)
            });
            notes.extend(own);
            let ended = head.own_ended.iter().map(|own| {
                let args = [
                    ("unit", own.unit.clone()),
                    ("day", calendar::show_day(own.from, t.lang())),
                    ("who", own.decided_by.clone()),
                    ("reason", own.reason.clone()),
                ];
                t.args("rules-own-ended", &args)
            });
            notes.extend(ended);
            Line {
                title: format!("{} · {}", t.text(&head.title), head.version),
                tag: tag(t, &version.standing),
                notes,
                hash: version.head.hash.clone(),
            }
        });
        let calendars = loaded.calendars.iter().map(|version| Line {
            title: t.args("rules-calendar", &[("id", version.calendar.id().to_owned())]),
            tag: if version.in_force {
                toned(Tone::Met, t.say("rules-in-force"))
            } else {
                toned(Tone::Off, t.say("rules-calendar-other"))
            },
            notes: vec![line(&version.head)],
            hash: version.head.hash.clone(),
        });
        let mut forms = Vec::new();
        if loaded.lapse.is_some() {
            forms.push(form(t, "continue", t.say("rules-continue"), back));
        }
        if loaded.adopts {
            forms.push(form(t, "adopt", t.say("rules-adopt"), back));
        }
        let newest = loaded.versions.first().map(|version| &version.procedure);
        if loaded.adopts && newest.is_some_and(|newest| !newest.own().is_empty()) {
            forms.push(form(t, "end-own", t.say("rules-end-own"), back));
        }
        Self {
            lists: vec![
                (t.say("rules-procedures"), versions.collect()),
                (t.say("rules-calendars"), calendars.collect()),
            ],
            forms,
            frame,
        }
    }
}

fn toned(tone: Tone, word: String) -> Tag {
    Tag { tone, word }
}

fn tag(t: T, standing: &Standing) -> Tag {
    match standing {
        Standing::Coming => toned(Tone::Plain, t.say("rules-coming")),
        Standing::InForce => toned(Tone::Met, t.say("rules-in-force")),
        Standing::UsedOn(_) => toned(Tone::Late, t.say("rules-lapsed")),
        Standing::Lapsed => toned(Tone::Overdue, t.say("rules-lapsed")),
        Standing::Replaced => toned(Tone::Off, t.say("rules-replaced")),
        Standing::Repealed => toned(Tone::Off, t.say("rules-repealed")),
    }
}

/// The decision by which a lapsed version is used on.
fn decided(t: T, standing: &Standing) -> Option<String> {
    let Standing::UsedOn(decision) = standing else {
        return None;
    };
    let args = [
        ("who", decision.decided_by.clone()),
        ("until", calendar::show_day(decision.until, t.lang())),
        ("reason", decision.reason.clone()),
    ];
    Some(t.args("rules-used-on", &args))
}

/// What every page says while lapsed rules are in use, or would be needed.
pub(crate) fn banner(t: T, lapse: &Lapse) -> String {
    let day = ("day", calendar::show_day(lapse.last_day, t.lang()));
    match &lapse.decision {
        Some(decision) => {
            let who = ("who", decision.decided_by.clone());
            t.args(
                "rules-banner-used-on",
                &[day, who, ("until", calendar::show_day(decision.until, t.lang()))],
            )
        }
        None => t.args("rules-banner-lapsed", &[day]),
    }
}

fn about(t: T, head: &AdoptedHead, adopters: &HashMap<String, String>) -> String {
    let who = match head.adopted_by.as_str() {
        "system" => Some(t.say("shell-by-system")),
        by => adopters.get(by).cloned(),
    };
    let args = [
        ("day", calendar::show_day(head.in_force, t.lang())),
        ("who", who.unwrap_or_else(|| t.say("rules-adopter-unknown"))),
    ];
    t.args("rules-from-by", &args)
}

/// The first faults of a text, each with its line and what to do.
pub(crate) fn found(t: T, wrong: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let says = t.args(finding.code, &finding.args).replace('\n', " ");
        let line = ("line", finding.line.to_string());
        match &finding.file {
            Some(file) => t.args("rules-fault-in", &[("file", file.clone()), line, ("says", says)]),
            None => t.args("rules-fault", &[line, ("says", says)]),
        }
    };
    let lines: Vec<String> = wrong.iter().take(SHOWN).map(line).collect();
    lines.join(" ")
}

/// Faults shown at once.
const SHOWN: usize = 5;
/// Files that a text can name.
const FRAGMENTS: u8 = 9;
/// Longest text that a form takes, in characters.
const LONGEST: u32 = 200_000;

fn form(t: T, what: &'static str, name: String, back: Option<&Back<'_>>) -> Form {
    let back = back.filter(|back| back.what == what);
    let none = |_: &str| String::new();
    let was: &dyn Fn(&str) -> String = back.map_or(&none, |back| back.was);
    let decision = || {
        vec![
            typed(t, "decided_by", t.say("rules-decided-by"), "text", was),
            Field::new(
                t,
                "reason",
                t.say("rules-reason"),
                Input::area(&was("reason"), 3, 1000),
            ),
        ]
    };
    let mut fields = match what {
        "continue" => {
            let mut fields = decision();
            fields.push(typed(t, "until", t.say("rules-decided-until"), "date", was));
            fields
        }
        "end-own" => {
            let mut fields = vec![typed(t, "unit", t.say("rules-end-unit"), "text", was)];
            fields.extend(decision());
            fields.push(typed(t, "from", t.say("rules-end-from"), "date", was));
            fields
        }
        _ => vec![
            Field::new(t, "file", t.say("rules-file"), Input::files(1))
                .hint(t.say("rules-file-hint"))
                .optional(),
            Field::new(t, "fragments", t.say("rules-fragments"), Input::files(FRAGMENTS))
                .hint(t.say("rules-fragments-hint"))
                .optional(),
            Field::new(
                t,
                "text",
                t.say("rules-text"),
                Input::area(&was("text"), 6, LONGEST),
            )
            .hint(t.say("rules-text-hint"))
            .optional(),
            typed(t, "from", t.say("rules-from"), "date", was)
                .hint(t.say("rules-from-hint"))
                .optional(),
        ],
    };
    let wrong = back.map(|back| back.faults).unwrap_or_default();
    for field in &mut fields {
        let own = wrong.iter().find(|(name, _)| *name == field.name);
        field.fault = own.map(|(_, says)| says.clone());
        field.id = format!("{what}-{}", field.name);
    }
    Form {
        what,
        name,
        fields,
        open: back.is_some(),
    }
}
