//! What became of a message, and the reasons in a form that can be stored and put into words.

use crate::senders::Letter;
use calendar::{Instant, Lang};
use store::NewOutbox;

/// What became of one message.
pub(super) enum Outcome {
    /// Taken over by the other side.
    Sent,
    /// Became a message of its own for each person, or was taken by another government.
    HandedOn(Vec<NewOutbox>),
    /// Waits, not counted as a failure.
    Wait(Trouble, Instant),
    /// Failed; tried again until the tries are used up.
    Failed(Trouble),
    /// Can never be sent.
    Never(Trouble),
}

/// Why a message is not sent: a code of the catalogue and what belongs to it. It never holds an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    code: String,
    detail: String,
}

/// Longest detail kept, in characters.
const LONGEST: usize = 300;

impl Trouble {
    /// A reason of the office's own.
    pub(crate) fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            detail: detail.into(),
        }
    }

    /// What the other side said, without the address that it may repeat.
    pub(crate) fn said(code: &'static str, why: &str, letter: &Letter) -> Self {
        let hidden = why.replace(&letter.to, "…");
        let one_line = hidden.split_whitespace().collect::<Vec<_>>().join(" ");
        Self::new(code, one_line.chars().take(LONGEST).collect::<String>())
    }

    /// Reads the stored form.
    pub fn read(stored: &str) -> Self {
        let (code, detail) = stored.split_once(' ').unwrap_or((stored, ""));
        Self {
            code: code.to_owned(),
            detail: detail.to_owned(),
        }
    }

    /// Catalogue key.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// In words, with what to do.
    pub fn say(&self, lang: Lang) -> String {
        words::say(lang, &self.code, &[("detail", self.detail.clone())])
    }
}

/// The stored form.
impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.detail)
    }
}
