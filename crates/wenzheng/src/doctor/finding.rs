//! One line of what was found.

use ::calendar::Lang;
use words::say;

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// As it should be.
    Good,
    /// It works, and somebody should do something.
    ToDo,
    /// It does not work, or not for long.
    Wrong,
}

impl State {
    pub(super) const ALL: [Self; 3] = [Self::Good, Self::ToDo, Self::Wrong];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::ToDo => "to-do",
            Self::Wrong => "wrong",
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::ToDo => "!",
            Self::Wrong => "✗",
        }
    }
}

/// What was found.
pub(super) struct Finding {
    pub(super) state: State,
    /// What it is about, a word for programs.
    pub(super) about: &'static str,
    says: Says,
}

enum Says {
    /// A text of the catalogue, with its arguments.
    Key(&'static str, Vec<(&'static str, String)>),
    /// Said by another part already, in both languages.
    Both { zh: String, en: String },
}

impl Finding {
    pub(super) fn new(
        state: State,
        about: &'static str,
        key: &'static str,
        args: &[(&'static str, String)],
    ) -> Self {
        Self {
            state,
            about,
            says: Says::Key(key, args.to_vec()),
        }
    }

    pub(super) fn both(state: State, about: &'static str, zh: String, en: String) -> Self {
        Self {
            state,
            about,
            says: Says::Both { zh, en },
        }
    }

    /// What another part has to say, in either language.
    pub(super) fn of(state: State, about: &'static str, says: impl Fn(Lang) -> String) -> Self {
        Self::both(state, about, says(Lang::Zh), says(Lang::En))
    }

    pub(super) fn says(&self, lang: Lang) -> String {
        match &self.says {
            Says::Key(key, args) => say(lang, key, args),
            Says::Both { zh, en } => match lang {
                Lang::Zh => zh.clone(),
                Lang::En => en.clone(),
            },
        }
    }

    pub(super) fn line(&self, lang: Lang) -> String {
        format!("{} {}", self.state.sign(), self.says(lang))
    }
}
