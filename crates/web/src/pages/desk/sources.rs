//! Sources of items, for the administrator: how asking them went, and the form for one.

use super::directory::{list, typed};
use crate::parts::{Choice, Field, Input, Tag, Tone};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, Instant};
use office::Adopted;
use office::items::{Kind, SourceLine};

/// `GET /desk/sources`; the form sends to `POST /desk/sources`.
#[derive(Debug, Template)]
#[template(path = "desk/sources.html")]
pub struct Sources {
    frame: Frame,
    lines: Vec<Line>,
    fields: Vec<Field>,
    /// The source that is changed; empty for a new one.
    id: String,
    open: bool,
}

#[derive(Debug)]
struct Line {
    name: String,
    about: String,
    address: String,
    state: Tag,
    /// When it answered last, or why it did not.
    says: String,
    edit: String,
}

impl Line {
    fn of(t: T, calendar: &Calendar, line: &SourceLine) -> Self {
        let (source, state) = (&line.source, &line.state);
        let at = |ms: i64| calendar.show(Instant::from_ms(ms), t.lang());
        let answered = state
            .fetched
            .map(|ms| t.args("sources-answered", &[("at", at(ms))]));
        let (tone, word, says) = if !source.active {
            (Tone::Off, t.say("sources-off"), answered)
        } else if let Some(code) = &state.fault {
            let detail = state.detail.clone().unwrap_or_default();
            let why = fault(t, code, detail);
            let next = t.args("sources-next", &[("at", at(state.next))]);
            (
                Tone::Overdue,
                t.say("sources-failed"),
                Some(format!("{why} {next}")),
            )
        } else if state.fetched.is_some() {
            (Tone::Met, t.say("sources-well"), answered)
        } else {
            (Tone::Plain, t.say("sources-not-yet"), None)
        };
        let mut about = vec![kind_name(t, source.kind)];
        about.extend(source.place.clone());
        if !source.words.is_empty() {
            about.push(t.list(&source.words));
        }
        Self {
            name: source.name.clone(),
            about: about.join(" · "),
            address: source.address.clone(),
            state: Tag { tone, word },
            says: says.unwrap_or_default(),
            edit: format!("/desk/sources?id={}#source", source.id),
        }
    }
}

fn kind_name(t: T, kind: Kind) -> String {
    match kind {
        Kind::Feed => t.say("sources-feed"),
        Kind::Page => t.say("sources-page"),
    }
}

/// Why a source did not answer.
fn fault(t: T, code: &str, detail: String) -> String {
    let args = [("detail", detail)];
    match code {
        "sources-not-the-web" => t.args("sources-not-the-web", &args),
        "sources-redirected" => t.say("sources-redirected"),
        "sources-broke-off" => t.args("sources-broke-off", &args),
        "sources-too-large" => t.args("sources-too-large", &args),
        "sources-status" => t.args("sources-status", &args),
        "sources-timeout" => t.say("sources-timeout"),
        "sources-no-host" => t.say("sources-no-host"),
        "sources-no-feed" => t.say("sources-no-feed"),
        _ => t.args("sources-unreachable", &args),
    }
}

impl Sources {
    /// From the sources; the form as it is filled in, and whether it is open.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        lines: &[SourceLine],
        (was, open): (&dyn Fn(&str) -> String, bool),
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let mut fields = fields(t, adopted, was);
        for field in &mut fields {
            let wrong = faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        // what no field of the form stands for is said at the first one
        let other = faults
            .iter()
            .find(|(name, _)| fields.iter().all(|field| field.name != *name));
        if let (Some((_, says)), Some(first)) = (other, fields.first_mut()) {
            first.fault.get_or_insert_with(|| says.clone());
        }
        Self {
            lines: lines
                .iter()
                .map(|line| Line::of(t, &adopted.calendar, line))
                .collect(),
            id: was("id"),
            fields,
            open,
            frame,
        }
    }
}

fn fields(t: T, adopted: &Adopted, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let channels: Vec<(String, String)> = adopted
        .procedure
        .channels
        .iter()
        .map(|channel| (channel.id.clone(), t.text(&channel.name).to_owned()))
        .collect();
    let chosen = was("kind");
    let kinds = [("feed", Kind::Feed), ("page", Kind::Page)].map(|(value, kind)| Choice {
        value: value.to_owned(),
        label: kind_name(t, kind),
        note: None,
        chosen: chosen == value || (chosen.is_empty() && value == "feed"),
    });
    let on = was("active") == "yes";
    let mut address = typed(t, "address", t.say("sources-address"), "url", was);
    if let Input::Line { most, .. } = &mut address.input {
        *most = 1000;
    }
    vec![
        typed(t, "name", t.say("sources-name"), "text", was),
        Field::new(t, "kind", t.say("sources-kind"), Input::Radios(kinds.into())),
        address.hint(t.say("sources-address-hint")),
        list(t, "channel", t.say("sources-channel"), &channels, was).hint(t.say("sources-channel-hint")),
        typed(t, "place", t.say("sources-place"), "text", was).optional(),
        typed(t, "words", t.say("sources-words"), "text", was)
            .hint(t.say("sources-words-hint"))
            .optional(),
        Field::new(t, "active", t.say("sources-active"), Input::Tick { on }).optional(),
    ]
}
