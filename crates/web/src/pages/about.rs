//! What this is, which version runs by which rules, and whether it is well.

use crate::parts::{Tag, Tone};
use crate::shell::{Frame, T};
use askama::Template;
use office::Adopted;

/// `GET /about`.
#[derive(Debug, Template)]
#[template(path = "about.html")]
pub struct About {
    frame: Frame,
    version: &'static str,
    store: Tag,
    outbox: Option<(Tag, String)>,
    now: Option<String>,
    rules: Option<InForce>,
}

/// The rules in force, with the hashes that every event names.
#[derive(Debug)]
struct InForce {
    title: String,
    version: String,
    in_force: String,
    hash: String,
    calendar: String,
}

/// How it is, as far as the store told.
#[derive(Debug, Default)]
pub struct Health {
    /// Whether the store answers.
    pub store: bool,
    /// The rules in force.
    pub adopted: Option<Adopted>,
    /// Whether they are past their last day.
    pub lapse: Option<office::rules::Lapse>,
    /// Server time.
    pub now: Option<calendar::Instant>,
    /// How many messages have not left and are not just put off.
    pub undelivered: Option<usize>,
}

impl About {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("shell-about")
    }

    /// From what was found.
    pub fn of(frame: Frame, health: &Health) -> Self {
        let t = frame.t;
        let tag = |well: bool, word: &str| Tag {
            tone: if well { Tone::Met } else { Tone::Overdue },
            word: t.say(word),
        };
        let rules = health.adopted.as_ref().map(|adopted| InForce {
            title: t.text(&adopted.procedure.head.title).to_owned(),
            version: adopted.procedure.head.version.clone(),
            in_force: calendar::show_day(adopted.procedure.head.in_force, t.lang()),
            hash: adopted.procedure.hash.clone(),
            calendar: adopted.calendar.hash().to_owned(),
        });
        let outbox = health.undelivered.map(|count| {
            let says = t.args("shell-about-undelivered", &[("count", words::count(count))]);
            let word = if count == 0 {
                "shell-about-well"
            } else {
                "shell-about-stuck"
            };
            (tag(count == 0, word), says)
        });
        let adopted = health.adopted.as_ref();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            store: tag(
                health.store,
                if health.store {
                    "shell-about-well"
                } else {
                    "shell-about-ill"
                },
            ),
            outbox,
            now: health
                .now
                .zip(adopted)
                .map(|(now, a)| a.calendar.show(now, t.lang())),
            rules,
            frame,
        }
    }
}
