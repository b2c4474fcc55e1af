//! A tag: how something stands, in a word and a sign, never by colour alone.

use super::piece;
use crate::shell::T;
use askama::Template;
use calendar::Instant;
use case::{Clock, Standing};

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A step, a kind: nothing to worry about.
    Plain,
    /// A clock runs.
    Running,
    /// Less than a quarter of the time is left, or half an hour.
    Soon,
    /// Too late.
    Overdue,
    /// Done in time.
    Met,
    /// Done, too late.
    Late,
    /// Over without being done.
    Off,
}

/// A word with its tone.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/tag.html")]
pub struct Tag {
    /// The tone.
    pub tone: Tone,
    /// The word.
    pub word: String,
}
piece!(Tag);

impl Tag {
    /// A step or kind, as the procedure names it.
    pub fn plain(word: &str) -> Self {
        Self {
            tone: Tone::Plain,
            word: word.to_owned(),
        }
    }

    /// How a clock stands at `now`.
    pub fn of_clock(t: T, clock: &Clock, now: Instant) -> Self {
        let tone = match clock.standing(now) {
            Standing::Running if soon(clock.from, clock.due, now) => Tone::Soon,
            Standing::Running => Tone::Running,
            Standing::Paused => {
                return Self {
                    tone: Tone::Off,
                    word: t.say("shell-tag-paused"),
                };
            }
            Standing::Overdue => Tone::Overdue,
            Standing::Met => Tone::Met,
            Standing::MetLate => Tone::Late,
            Standing::Withdrawn => Tone::Off,
        };
        Self::of_tone(t, tone)
    }

    /// A right that expires: never a duty of anybody, so never overdue.
    pub fn of_right(t: T, clock: &Clock, now: Instant) -> Self {
        let (tone, word) = match clock.standing(now) {
            Standing::Running | Standing::Paused => (Tone::Plain, t.say("shell-tag-open")),
            Standing::Met | Standing::MetLate => (Tone::Met, t.say("shell-tag-used")),
            Standing::Overdue | Standing::Withdrawn => (Tone::Off, t.say("shell-tag-expired")),
        };
        Self { tone, word }
    }

    /// The usual word for a tone of a clock.
    pub fn of_tone(t: T, tone: Tone) -> Self {
        let word = match tone {
            Tone::Plain | Tone::Running => t.say("shell-tag-running"),
            Tone::Soon => t.say("shell-tag-soon"),
            Tone::Overdue => t.say("shell-tag-overdue"),
            Tone::Met => t.say("shell-tag-met"),
            Tone::Late => t.say("shell-tag-late"),
            Tone::Off => t.say("shell-tag-off"),
        };
        Self { tone, word }
    }

    pub(crate) fn class(&self) -> &'static str {
        match self.tone {
            Tone::Plain => "plain",
            Tone::Running => "running",
            Tone::Soon => "soon",
            Tone::Overdue => "overdue",
            Tone::Met => "met",
            Tone::Late => "late",
            Tone::Off => "off",
        }
    }

    fn sign(&self) -> &'static str {
        match self.tone {
            Tone::Plain => "",
            Tone::Running => "○",
            Tone::Soon => "◐",
            Tone::Overdue => "!",
            Tone::Met | Tone::Late => "✓",
            Tone::Off => "–",
        }
    }
}

/// In milliseconds.
const HALF_AN_HOUR: i64 = 30 * 60_000;

/// Whether less than a quarter of the time is left, or half an hour.
pub(crate) fn soon(from: Instant, due: Instant, now: Instant) -> bool {
    let left = due.ms().saturating_sub(now.ms());
    left <= HALF_AN_HOUR || left.saturating_mul(4) <= due.ms().saturating_sub(from.ms())
}
