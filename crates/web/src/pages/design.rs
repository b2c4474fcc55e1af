//! The design language, shown by itself: the tokens of the style sheet with their contrasts, and each component as pages
//! make it, with a sentence on when to use it.

mod colours;
mod samples;

use crate::parts::{ActForm, Choice, ClockRow, Field, Input, Moment, Pager, Tag};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Instant;
use colours::{Colour, Pair};

/// `GET /design`.
#[derive(Debug, Template)]
#[template(path = "design.html")]
pub struct Design {
    frame: Frame,
    colours: Vec<Colour>,
    pairs: Vec<Pair>,
    strong: Vec<Pair>,
    spaces: Vec<(String, String)>,
    tags: Vec<Tag>,
    clocks: Vec<ClockRow>,
    fields: Vec<Field>,
    faulty: Vec<Field>,
    acts: Vec<ActForm>,
    moments: Vec<Moment>,
    pager: Pager,
    attachments: Vec<(String, String)>,
    rows: Vec<(String, String, Tag)>,
}

impl Design {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("design-title")
    }

    /// As it looks at `now`.
    pub fn of(frame: Frame, now: Instant) -> Self {
        let t = frame.t;
        let tokens = colours::tokens();
        Self {
            colours: tokens.iter().filter_map(Colour::of).collect(),
            pairs: colours::pairs(&tokens, &[]),
            strong: colours::pairs(&tokens, &colours::contrast()),
            spaces: tokens
                .iter()
                .filter(|(name, _)| is_space(name))
                .cloned()
                .collect(),
            tags: samples::tags(t),
            clocks: samples::clocks(t, now),
            fields: fields(t),
            faulty: samples::faulty(t),
            acts: samples::acts(t, &frame.token),
            moments: samples::moments(t),
            pager: Pager {
                t,
                first: Some("/design".to_owned()),
                next: Some("/design".to_owned()),
            },
            attachments: vec![("/design".to_owned(), t.say("design-sample-file"))],
            rows: samples::rows(t),
            frame,
        }
    }

    /// Both tables of contrasts, with their names.
    fn contrasts(&self) -> [(String, &[Pair]); 2] {
        let t = self.frame.t;
        [
            (t.say("reading-off"), self.pairs.as_slice()),
            (t.say("design-strong"), self.strong.as_slice()),
        ]
    }
}

/// `s1` to `s7`.
fn is_space(name: &str) -> bool {
    name.len() == 2 && name.starts_with('s') && name.ends_with(|c: char| c.is_ascii_digit())
}

/// One of each control.
fn fields(t: T) -> Vec<Field> {
    let label = |key: &str| t.say(key);
    let choice = |value: &str, key: &str, chosen: bool| Choice {
        value: value.to_owned(),
        label: t.say(key),
        note: None,
        chosen,
    };
    let choices = || {
        vec![
            choice("1", "design-sample-one", true),
            choice("2", "design-sample-two", false),
        ]
    };
    let mut fields = vec![
        Field::new(t, "line", label("design-line"), Input::line("", 40)).hint(t.say("design-sample-hint")),
        Field::new(t, "short", label("design-short"), Input::line("", 20)).optional(),
        Field::new(t, "area", label("design-area"), Input::area("", 3, 200)),
        Field::new(t, "list", label("design-list"), Input::List(choices())),
        Field::new(t, "radios", label("design-radios"), Input::Radios(choices())),
        Field::new(t, "boxes", label("design-boxes"), Input::Boxes(choices())).optional(),
        Field::new(t, "tick", label("design-tick"), Input::Tick { on: false }).optional(),
        Field::new(t, "files", label("design-files"), Input::files(5)).optional(),
    ];
    for field in &mut fields {
        field.id = format!("design-{}", field.name);
    }
    fields
}
