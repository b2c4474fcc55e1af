//! An entry as it is typed, and what of it cannot be taken.

use crate::administer::one_line;
use crate::{FieldFault, Office, Problem};
use case::knowledge::{Entry, LONGEST_WORD, words};
use jiff::ToSpan;
use jiff::civil::Date;

/// An entry as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnowledgeDraft {
    /// The question.
    pub title: String,
    /// Words as callers say them, with blanks or commas between.
    pub words: String,
    /// The answer.
    pub text: String,
    /// The unit responsible, by id; the office itself where blank.
    pub unit: Option<String>,
    /// Category or mark.
    pub topic: Option<String>,
    /// Whether everybody may read it.
    pub public: bool,
    /// First day; today where absent.
    pub from: Option<Date>,
    /// First day no more.
    pub to: Option<Date>,
    /// The day by which it is looked at again; half a year ahead where absent.
    pub review: Option<Date>,
}

const LONGEST_TITLE: usize = 120;
const LONGEST_TEXT: usize = 10_000;
const MOST_WORDS: usize = 30;
/// Nothing stays unlooked at for longer. No regulation says how long; the office can name any day before.
const LONGEST_REVIEW_YEARS: i64 = 2;

impl Office {
    /// The entry, or all that is wrong with what was typed.
    pub(super) async fn checked_knowledge(&self, j: &str, typed: KnowledgeDraft) -> Result<Entry, Problem> {
        let filled = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        one_line("title", typed.title.trim(), LONGEST_TITLE)?;
        let rules = self.in_force(j, self.now()).await?;
        let today = Self::day(&rules.calendar, self.now());
        let from = typed.from.unwrap_or(today);
        let review = typed.review.unwrap_or_else(|| today.saturating_add(6.months()));
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &'static str| faults.push(FieldFault::new(field, code));
        for (field, text) in [("title", &typed.title), ("text", &typed.text)] {
            if crate::says_nothing(text) {
                fault(field, "field-empty");
            }
        }
        let words = words(&typed.words);
        if words.is_empty() {
            fault("words", "field-empty");
        }
        // what is typed while somebody speaks is looked up in runs of letters
        let is_run = |word: &String| word.chars().all(char::is_alphanumeric);
        if words.iter().any(|word| !is_run(word)) {
            fault("words", "field-word-signs");
        }
        let topic = filled(typed.topic);
        let (categories, marks) = (&rules.procedure.categories, &rules.procedure.marks);
        let known = |id: &String| categories.iter().any(|c| c.id == *id) || marks.iter().any(|m| m.id == *id);
        if topic.as_ref().is_some_and(|topic| !known(topic)) {
            fault("topic", "field-no-such-duty");
        }
        if typed.to.is_some_and(|to| to <= from) {
            fault("to", "field-ends-before");
        }
        if let Some(code) = wrong_review(today, review) {
            fault("review", code);
        }
        let unit = filled(typed.unit);
        if let Some(unit) = &unit
            && self
                .store()
                .unit(j, &unit.as_str().into(), today)
                .await?
                .is_none()
        {
            fault("unit", "field-no-such-unit");
        }
        if typed.text.chars().count() > LONGEST_TEXT {
            faults.push(FieldFault::too_long("text", LONGEST_TEXT));
        }
        if words.len() > MOST_WORDS || words.iter().any(|word| word.chars().count() > LONGEST_WORD) {
            let mut fault = FieldFault::new("words", "field-words-long");
            fault.args.push(("most", LONGEST_WORD.to_string()));
            fault.args.push(("count", MOST_WORDS.to_string()));
            faults.push(fault);
        }
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        Ok(Entry {
            title: typed.title.trim().to_owned(),
            words,
            text: typed.text.trim().replace("\r\n", "\n"),
            unit: unit.map(Into::into),
            topic,
            public: typed.public,
            from,
            to: typed.to,
            review,
        })
    }

    /// A review day that somebody named for an entry that still holds.
    pub(super) async fn checked_review(&self, j: &str, review: Option<Date>) -> Result<Date, Problem> {
        let rules = self.in_force(j, self.now()).await?;
        let today = Self::day(&rules.calendar, self.now());
        let review = review.unwrap_or_else(|| today.saturating_add(6.months()));
        match wrong_review(today, review) {
            Some(code) => Err(Problem::field("review", code)),
            None => Ok(review),
        }
    }
}

/// What is wrong with a day by which an entry is looked at again.
fn wrong_review(today: Date, review: Date) -> Option<&'static str> {
    if review <= today {
        Some("field-review-past")
    } else if review > today.saturating_add(LONGEST_REVIEW_YEARS.years()) {
        Some("field-review-far")
    } else {
        None
    }
}
