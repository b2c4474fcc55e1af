//! The knowledge base (知识库): what may be answered at once, kept by the office and by the units, each entry with a day
//! by which somebody looks whether it still holds.

use crate::UnitId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What an entry says, in one version. An answer in general words: nobody's case stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The question.
    pub title: String,
    /// Words as callers say them; where one is said, the entry is found.
    pub words: Vec<String>,
    /// The answer.
    pub text: String,
    /// The unit responsible; the office itself where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// A category or a mark of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Whether everybody may read it, or staff alone.
    pub public: bool,
    /// First day on which it holds.
    pub from: Date,
    /// First day on which it holds no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The day by which it is looked at again.
    pub review: Date,
}

/// How a version of an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A unit supplied it; the office has not confirmed it.
    Proposed,
    /// It is what the entry says.
    Current,
    /// A later version took its place.
    Earlier,
    /// The office gave it back to the unit.
    Returned,
    /// It is used no more.
    Withdrawn,
}

impl Standing {
    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Current => "current",
            Self::Earlier => "earlier",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one that is stored under this word.
    pub fn named(word: &str) -> Option<Self> {
        let all = [
            Self::Proposed,
            Self::Current,
            Self::Earlier,
            Self::Returned,
            Self::Withdrawn,
        ];
        all.into_iter().find(|one| one.as_str() == word)
    }
}

/// Longest word by which an entry is found, in characters.
pub const LONGEST_WORD: usize = 8;
/// How much of a text is looked at while somebody types it, in characters.
const LOOKED_AT: usize = 300;

impl Entry {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        day >= self.from && self.to.is_none_or(|to| day < to)
    }

    /// Whether it has to be looked at again.
    pub fn is_due(&self, day: Date) -> bool {
        day >= self.review
    }
}

/// Letters of one kind: small, so that `WiFi` is found by `wifi`.
pub fn plain(text: &str) -> String {
    text.to_lowercase()
}

/// Words as they are typed into one line, each once.
pub fn words(typed: &str) -> Vec<String> {
    let between = |c: char| c.is_whitespace() || "、，,；;".contains(c);
    let mut words: Vec<String> = Vec::new();
    for word in typed.split(between).filter(|word| !word.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// All that can be a word of an entry in what somebody says: every run of up to [`LONGEST_WORD`] characters without a
/// sign or a blank in between. Whoever keeps the words looks these up; no text is split into words by guessing.
pub fn runs(said: &str) -> Vec<String> {
    let said: Vec<char> = plain(said).chars().take(LOOKED_AT).collect();
    let mut found = BTreeSet::new();
    for piece in said.split(|c| !c.is_alphanumeric()) {
        for start in 0..piece.len() {
            for length in 1..=LONGEST_WORD.min(piece.len() - start) {
                found.extend(
                    piece
                        .get(start..start + length)
                        .map(|run| run.iter().collect::<String>()),
                );
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{Entry, LOOKED_AT, Standing, runs, words};
    use jiff::civil::date;

    fn entry() -> Entry {
        Entry {
            title: "路灯不亮找谁".to_owned(),
            words: vec!["路灯".to_owned()],
            text: "请告诉我们灯杆编号。".to_owned(),
            unit: None,
            topic: None,
            public: true,
            from: date(2025, 3, 1),
            to: Some(date(2025, 9, 1)),
            review: date(2025, 6, 1),
        }
    }

    #[test]
    fn an_entry_holds_from_its_first_day_on_and_before_its_last() {
        let held = [
            date(2025, 2, 28),
            date(2025, 3, 1),
            date(2025, 8, 31),
            date(2025, 9, 1),
        ];
        assert_eq!(held.map(|day| entry().holds(day)), [false, true, true, false]);
    }

    #[test]
    fn sq_3_it_is_looked_at_again_from_its_review_day_on() {
        assert!(!entry().is_due(date(2025, 5, 31)));
        assert!(entry().is_due(date(2025, 6, 1)));
    }

    #[test]
    fn every_run_of_letters_in_what_a_caller_says_can_be_a_word() {
        let found = runs("我家楼下路灯坏了，WiFi 也断");
        for word in ["路灯", "路灯坏了", "wifi", "断"] {
            assert!(found.iter().any(|run| run == word), "{word} is missing");
        }
        // nothing runs over a sign or a blank
        assert!(!found.iter().any(|run| run.contains('，') || run.contains("fi也")));
    }

    #[test]
    fn a_long_text_is_looked_at_as_far_as_somebody_reads_along() {
        let long = "街".repeat(LOOKED_AT) + "路灯";
        assert!(!runs(&long).iter().any(|run| run == "路灯"));
        assert!(runs(&"路灯坏了".repeat(1000)).len() < 9 * LOOKED_AT);
    }

    #[test]
    fn words_are_told_apart_by_blanks_and_commas() {
        assert_eq!(words(" 路灯、 照明,路灯；灯杆 "), ["路灯", "照明", "灯杆"]);
    }

    #[test]
    fn every_standing_is_read_as_it_is_stored() {
        for word in ["proposed", "current", "earlier", "returned", "withdrawn"] {
            let standing = Standing::named(word).unwrap();
            assert_eq!(standing.as_str(), word);
            assert_eq!(serde_json::to_value(standing).unwrap(), word);
        }
        assert_eq!(Standing::named("gone"), None);
    }
}
