//! The head of a procedure file: what it is, from when it is in force, how it counts.

use calendar::{Counting, Lang, Roll};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A name or sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// `[procedure]`: name, version, dates in force, calendar.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Stable id, such as the file's name without its ending.
    pub id: String,
    /// Title of the regulation.
    pub title: Words,
    /// Version of this file; a new one is adopted beside the old.
    pub version: String,
    /// Who issued the regulation.
    pub issued_by: Words,
    /// First day in force.
    pub in_force: Date,
    /// Last day in force, where the text sets one.
    #[serde(default)]
    pub last_day: Option<Date>,
    /// The procedure whose rules these own rules of a unit tighten.
    #[serde(default)]
    pub extends: Option<String>,
    /// The unit whose own rules these are.
    #[serde(default)]
    pub unit: Option<String>,
    /// Where the text was published.
    pub source: String,
    /// Id of the calendar that counts its days.
    pub calendar: String,
    /// Whether a last day that is a holiday moves on.
    #[serde(default)]
    pub roll: Roll,
    /// Rule fragments that belong to the text; the adopted text holds them.
    #[serde(default)]
    pub include: Vec<String>,
    /// What it replaces: ids, or an id and a version as `old-id 2012`.
    #[serde(default)]
    pub repeals: Vec<String>,
    /// Roles that, beside the administrator, may record the decision to use it after its last day.
    #[serde(default)]
    pub continued_by: Vec<String>,
    /// Hash of the text that was extended by own rules. Written by the program.
    #[serde(default)]
    pub parent: Option<String>,
    /// The own rules of units that the text holds. Written by the program.
    #[serde(default)]
    pub own_rules: Vec<crate::OwnRules>,
    /// The own rules whose end made this text. Written by the program.
    #[serde(default)]
    pub own_ended: Vec<crate::OwnEnded>,
    /// Whether messages are public.
    pub public: bool,
    /// Step that a received case enters.
    pub first_step: String,
    /// Step that a dispatched work order enters; empty where a procedure knows no work orders.
    #[serde(default)]
    pub first_order_step: String,
    /// How long an answered case can be followed by a complaint that counts as a repeat (such as one month).
    #[serde(default)]
    pub repeat_within: Option<calendar::Limit>,
    /// The clock whose lapse makes a further complaint of the same citizen a repeat.
    #[serde(default)]
    pub repeat_clock: Option<String>,
    /// The clause of the two limbs above.
    #[serde(default)]
    pub repeat_clause: Option<super::ClauseId>,
}

impl Head {
    /// Whether it replaces the procedure with this id and version.
    pub fn repeals(&self, id: &str, version: &str) -> bool {
        self.repeals.iter().any(|named| {
            named == id
                || named
                    .split_once(' ')
                    .is_some_and(|(i, v)| i == id && v.trim() == version)
        })
    }

    /// How limits count unless a clock says otherwise.
    pub fn counting(&self) -> Counting {
        Counting {
            roll: self.roll,
            ..Counting::default()
        }
    }
}
