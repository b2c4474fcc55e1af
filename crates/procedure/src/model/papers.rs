//! What is written beside the course of a case: marks, records, documents, bodies outside, rounds, questions, wording.

use super::lists::listed;
use super::{ClauseId, Do, House, Of, Words, basis::ruled};
use crate::Condition;
use calendar::Limit;
use serde::{Deserialize, Serialize};

listed! {
    /// `[[mark]]`: what a case can be marked as. Marks of one group exclude each other.
    Mark {
        /// The group.
        #[serde(default)]
        group: Option<String>,
        /// Name of the group, where it is asked for; the first mark of the group that has one gives it.
        #[serde(default)]
        group_name: Option<Words>,
        /// Whether a published case with it is shown among the typical ones.
        #[serde(default)]
        typical: bool,
    }
}
listed! {
    /// `[[gate]]`: what a unit confirms to have checked in its result.
    Gate {}
}
listed! {
    /// `[[question]]`: asked in a return visit, answered yes or no.
    Question {}
}
listed! {
    /// `[[record]]`: a kind of note that the act `record` writes.
    Record {
        /// Of a case or a work order.
        of: Of,
        /// The given words, where the text is these and nothing else.
        #[serde(default)]
        words: Option<Words>,
        /// Whether the citizen reads it.
        #[serde(default)]
        citizen: bool,
    }
}
listed! {
    /// `[[body]]`: one that papers go to, outside the office.
    Body {}
}
listed! {
    /// `[[document]]`: a paper that the office or a unit issues, numbered per issuing body and year.
    Document {
        /// Of a case or a work order.
        of: Of,
        /// Title on the paper; `{title}`, `{unit}` and so on are filled in.
        title: Words,
        /// The word in its number, such as 督办 in 督办〔2026〕1号.
        series: String,
        /// In whose name it is issued; where absent, in that of the unit or office of the one who acts. `{place}` and
        /// `{unit}` are filled in.
        #[serde(default)]
        issuer: Option<Words>,
        /// To whom: bodies, `citizen` or `unit`.
        #[serde(default)]
        to: Vec<String>,
        /// Opening words; `{number}`, `{unit}`, `{due}`, `{title}`, `{date}` are filled in.
        #[serde(default)]
        text: Option<Words>,
        /// Its parts, in order.
        #[serde(default)]
        parts: Vec<Part>,
        /// Acts that issue it by themselves.
        #[serde(default)]
        on: Vec<Do>,
        /// Rungs that issue it by themselves.
        #[serde(default)]
        rungs: Vec<String>,
        /// It is issued by itself only where all of these hold.
        #[serde(default, rename = "if")]
        only_if: Vec<Condition>,
    }
}

/// Where the text of a part comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartFrom {
    /// Typed by whoever writes the document.
    #[default]
    Typed,
    /// The message as it was given.
    Original,
    /// The result that the unit reported.
    Result,
    /// The reply to the citizen.
    Reply,
    /// What the citizen said in the last recorded contact.
    Contact,
    /// The instruction.
    Instruction,
    /// What the act asks for or says.
    Act,
}

/// A part of a document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Id within the document.
    pub id: String,
    /// Heading.
    pub name: Words,
    /// Where its text comes from.
    #[serde(default)]
    pub from: PartFrom,
    /// Whether it may be missing.
    #[serde(default)]
    pub optional: bool,
    /// Whether it goes on under the heading of the part before; its name then only stands on the form.
    #[serde(default)]
    pub continues: bool,
    /// Whether it says whom to ask, and stands with the signature.
    #[serde(default)]
    pub contact: bool,
}

/// Which days a round has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoundDays {
    /// Every day.
    #[default]
    EveryDay,
    /// Working days.
    Workdays,
}

listed! {
    /// `[[round]]`: a duty at fixed times, each time recorded by a named person.
    Round {
        /// Times of day, such as `09:00`.
        times: Vec<jiff::civil::Time>,
        /// On which days.
        #[serde(default)]
        days: RoundDays,
        /// Who does it.
        by: Vec<String>,
        /// How long after its time it counts as missed.
        within: Limit,
    }
}

/// `[[wording]]`: other words for a noun of the screens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Which noun: `case`, `citizen`, `unit`, `office`, `reply`, `service`.
    pub key: Noun,
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A noun that a procedure may put into other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    /// 诉求.
    Case,
    /// 群众.
    Citizen,
    /// 承办单位.
    Unit,
    /// 热线.
    Office,
    /// 答复.
    Reply,
    /// 12345热线: what stands beside the name of the place at the head of every page.
    Service,
}
