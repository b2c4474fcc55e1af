//! The dispatch catalogue (派单目录): which unit leads in which matter at which place, and which entry fits a case best.

use crate::{PersonId, UnitId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An entry of the catalogue. What it names must all hold; one that names nothing fits nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Id.
    pub id: String,
    /// A category or a mark of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Words, one of which stands in the title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Code of an administrative division; it fits all divisions within.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<String>,
    /// The unit that leads.
    pub lead: UnitId,
    /// Units that assist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assisting: Vec<UnitId>,
    /// The member of the leading group in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<PersonId>,
    /// What the division of work stands on.
    pub basis: String,
    /// First day.
    pub from: Date,
    /// First day no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// What is known of a case that is to be dispatched.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Category id.
    pub category: Option<&'a str>,
    /// Mark ids.
    pub marks: &'a [String],
    /// Title.
    pub title: &'a str,
    /// Code of the administrative division.
    pub division: Option<&'a str>,
    /// The day on which it is dispatched.
    pub day: Date,
}

/// An entry that fits, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The category or mark that it shares with the case.
    pub topic: Option<&'a str>,
    /// The word that stands in the title: the longest of those that do.
    pub word: Option<&'a str>,
    /// The division within which the case lies.
    pub division: Option<&'a str>,
}

impl Fit<'_> {
    /// How specific it is: by how many things it names, then by how narrow the place and how long the word is.
    fn weight(&self) -> (usize, usize, usize) {
        let named = [self.topic, self.word, self.division].into_iter().flatten();
        let length = |text: Option<&str>| text.map_or(0, |text| text.chars().count());
        (named.count(), length(self.division), length(self.word))
    }
}

impl Entry {
    /// Whether it names anything by which a case can fit.
    pub fn names_something(&self) -> bool {
        self.topic.is_some() || !self.words.is_empty() || self.division.is_some()
    }

    fn fit<'a>(&'a self, sought: &Sought<'_>) -> Option<Fit<'a>> {
        if !self.names_something() || sought.day < self.from || self.to.is_some_and(|to| sought.day >= to) {
            return None;
        }
        let shares =
            |topic: &str| sought.category == Some(topic) || sought.marks.iter().any(|mark| mark == topic);
        let topic = self.topic.as_deref();
        let division = self.division.as_deref();
        let stands = self
            .words
            .iter()
            .filter(|word| sought.title.contains(word.as_str()));
        let word = stands.max_by_key(|word| word.chars().count()).map(String::as_str);
        let within = |code: &str| sought.division.is_some_and(|place| place.starts_with(code));
        let fits = topic.is_none_or(shares)
            && (self.words.is_empty() || word.is_some())
            && division.is_none_or(within);
        fits.then_some(Fit {
            entry: self,
            topic,
            word,
            division,
        })
    }
}

/// The entries that fit, the most specific first; of equal ones that with the lower id.
pub fn fitting<'a>(entries: &'a [Entry], sought: &Sought<'_>) -> Vec<Fit<'a>> {
    let mut found: Vec<Fit<'a>> = entries.iter().filter_map(|entry| entry.fit(sought)).collect();
    found.sort_by(|a, b| {
        b.weight()
            .cmp(&a.weight())
            .then_with(|| a.entry.id.cmp(&b.entry.id))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{Entry, Sought, fitting};
    use jiff::civil::date;

    fn entry(id: &str, topic: Option<&str>, words: &[&str], division: Option<&str>) -> Entry {
        Entry {
            id: id.to_owned(),
            topic: topic.map(str::to_owned),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            division: division.map(str::to_owned),
            lead: "water".into(),
            assisting: vec![],
            member: None,
            basis: "三定方案".to_owned(),
            from: date(2025, 1, 1),
            to: Some(date(2026, 1, 1)),
        }
    }

    fn sought<'a>(title: &'a str, division: Option<&'a str>) -> Sought<'a> {
        Sought {
            category: Some("complaint"),
            marks: &[],
            title,
            division,
            day: date(2025, 3, 3),
        }
    }

    fn ids(entries: &[Entry], sought: &Sought<'_>) -> Vec<String> {
        fitting(entries, sought)
            .iter()
            .map(|fit| fit.entry.id.clone())
            .collect()
    }

    #[test]
    fn ng_5_the_most_specific_entry_comes_first() {
        let entries = [
            entry("all", Some("complaint"), &[], None),
            entry("town", None, &["停水"], Some("621002104")),
            entry("county", None, &["停水"], Some("621002")),
            entry("pipes", None, &["水管", "停水"], None),
        ];
        let case = sought("东街停水三天", Some("621002104"));
        assert_eq!(ids(&entries, &case), ["town", "county", "pipes", "all"]);
        assert_eq!(ids(&entries, &sought("路灯不亮", None)), ["all"]);
    }

    #[test]
    fn ng_5_an_entry_says_why_it_fits() {
        let entries = [entry("town", None, &["水", "停水"], Some("62"))];
        let case = sought("东街停水三天", Some("621002104"));
        let fit = &fitting(&entries, &case)[0];
        assert_eq!(
            (fit.topic, fit.word, fit.division),
            (None, Some("停水"), Some("62"))
        );
    }

    #[test]
    fn ng_5_an_entry_holds_between_its_days_and_one_that_names_nothing_fits_nothing() {
        let entries = [
            entry("all", Some("complaint"), &[], None),
            entry("none", None, &[], None),
        ];
        let on = |day| Sought {
            day,
            ..sought("停水", None)
        };
        assert_eq!(ids(&entries, &on(date(2024, 12, 31))), Vec::<String>::new());
        assert_eq!(ids(&entries, &on(date(2025, 12, 31))), ["all"]);
        assert_eq!(ids(&entries, &on(date(2026, 1, 1))), Vec::<String>::new());
    }
}
