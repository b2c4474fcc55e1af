//! What kind of day a date is.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Lang;

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Chinese, as "国庆节".
    pub zh: String,
    /// English, as "National Day".
    pub en: String,
}

impl Name {
    /// In this language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What kind of day a date is, and for what reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DayKind {
    /// Monday to Friday, no holiday.
    Workday,
    /// Saturday or Sunday, no holiday and not made up.
    Weekend,
    /// A public holiday, on whatever day of the week.
    Holiday(Arc<Name>),
    /// A Saturday or Sunday that is worked in exchange for a day of this holiday (调休).
    MakeUp(Arc<Name>),
}

impl DayKind {
    /// Whether offices work on such a day (工作日).
    pub fn works(&self) -> bool {
        matches!(self, Self::Workday | Self::MakeUp(_))
    }
}

/// A date as the calendar knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// What kind of day it is.
    #[serde(flatten)]
    pub kind: DayKind,
    /// The holidays of its year are not announced yet: Monday to Friday are taken for workdays.
    pub provisional: bool,
}
