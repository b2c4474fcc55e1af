//! What is looked for on the workbench, as it stands in the address.

use crate::handle::days;
use crate::handle::desk_ledger::encoded;
use calendar::Calendar;
use office::FieldFault;
use serde::Deserialize;
use store::{DueBounds, DueGroup, Narrow};

/// Which queue, what of it, and behind which line. Blank filters filter nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Asked {
    /// A step, `mine`, `asked`, `own` for the unit's work orders that wait for this person, `unit` for all of them,
    /// `pool` for what units claim, `submitted` for what was put before a leader, `accusing` for what a keeper looks
    /// after, or `all`.
    #[serde(default)]
    pub(crate) queue: String,
    /// When it is due: `overdue`, `today`, `soon`, `later` or `never`.
    #[serde(default)]
    pub(crate) due: String,
    #[serde(default)]
    pub(crate) step: String,
    #[serde(default)]
    pub(crate) channel: String,
    #[serde(default)]
    pub(crate) category: String,
    #[serde(default)]
    pub(crate) unit: String,
    /// First day of receipt.
    #[serde(default)]
    pub(crate) from: String,
    /// Last day of receipt.
    #[serde(default)]
    pub(crate) to: String,
    /// After this due time, UTC milliseconds; absent where nothing is due.
    #[serde(default)]
    pub(crate) at: Option<i64>,
    /// After this case.
    #[serde(default)]
    pub(crate) after: Option<String>,
    /// After this work order.
    #[serde(default)]
    pub(crate) order: Option<u16>,
    /// `all`: every line of the page is chosen, for browsers without scripts.
    #[serde(default)]
    pub(crate) ticked: String,
}

/// The word of a group in the address.
pub(crate) fn word(group: DueGroup) -> &'static str {
    match group {
        DueGroup::Overdue => "overdue",
        DueGroup::Today => "today",
        DueGroup::Soon => "soon",
        DueGroup::Later => "later",
        DueGroup::Never => "never",
    }
}

impl Asked {
    /// The group that is asked for.
    pub(crate) fn group(&self) -> Option<DueGroup> {
        DueGroup::ALL.into_iter().find(|group| word(*group) == self.due)
    }

    /// The filters beside queue and group, by name.
    fn filters(&self) -> [(&'static str, &String); 6] {
        [
            ("step", &self.step),
            ("channel", &self.channel),
            ("category", &self.category),
            ("unit", &self.unit),
            ("from", &self.from),
            ("to", &self.to),
        ]
    }

    /// What a filter says.
    pub(crate) fn was(&self, name: &str) -> String {
        let found = self.filters().into_iter().find(|(filter, _)| *filter == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Whether anything is looked for beside queue and group.
    pub(crate) fn filtered(&self) -> bool {
        self.filters().iter().any(|(_, value)| !value.trim().is_empty())
    }

    /// Queue, group and filters as a query, without the place in the list.
    pub(crate) fn query(&self) -> String {
        let head = [("queue", &self.queue), ("due", &self.due)];
        let all = head.into_iter().chain(self.filters());
        let set = all.filter(|(_, value)| !value.trim().is_empty());
        let each = set.map(|(name, value)| format!("{name}={}", encoded(value.trim())));
        each.collect::<Vec<_>>().join("&")
    }

    /// The place in the list, as the end of a query; empty on the first page.
    pub(crate) fn place(&self) -> String {
        let number = |name: &str, value: Option<i64>| value.map(|value| format!("&{name}={value}"));
        let after = self
            .after
            .as_deref()
            .map(|after| format!("&after={}", encoded(after)));
        let parts = [
            number("at", self.at),
            after,
            number("order", self.order.map(i64::from)),
        ];
        parts.into_iter().flatten().collect()
    }

    /// Whether every line of the page is chosen.
    pub(crate) fn all_ticked(&self) -> bool {
        self.ticked == "all"
    }

    /// The same with another group, or with none.
    pub(crate) fn in_group(&self, group: Option<DueGroup>) -> Self {
        Self {
            due: group.map(word).unwrap_or_default().to_owned(),
            ..self.clone()
        }
    }

    /// What a query that was kept asks for; unknown names ask for nothing.
    pub(crate) fn kept(query: &str) -> Option<Self> {
        let address = format!("/desk?{query}").parse().ok()?;
        let read = axum::extract::Query::<Self>::try_from_uri(&address).ok()?;
        Some(Self {
            at: None,
            after: None,
            order: None,
            ticked: String::new(),
            ..read.0
        })
    }

    /// What the database is asked for, or what is wrong with it. Without the group, which each asks for itself.
    pub(crate) fn narrow(&self, calendar: &Calendar) -> Result<Narrow, Vec<FieldFault>> {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let days = days::between(&self.from, &self.to, calendar)?;
        Ok(Narrow {
            step: filled(&self.step),
            channel: filled(&self.channel),
            category: filled(&self.category),
            unit: filled(&self.unit).map(Into::into),
            from: days.from,
            to: days.to,
            ..Narrow::default()
        })
    }

    /// The same of one group.
    pub(crate) fn narrow_to(&self, narrow: &Narrow, bounds: DueBounds) -> Narrow {
        Narrow {
            due: self.group().map(|group| (group, bounds)),
            ..narrow.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_survives_the_address() {
        let asked = Asked {
            queue: "all".to_owned(),
            due: "today".to_owned(),
            channel: "热线 & 来信".to_owned(),
            from: "2025-03-01".to_owned(),
            ..Asked::default()
        };
        let query = asked.query();
        assert_eq!(Asked::kept(&query), Some(asked.clone()));
        assert_eq!(
            Asked::kept(&format!("{query}&after=9&ticked=all&nonsense=1")),
            Some(asked.clone())
        );
        let later = Asked {
            at: Some(7),
            after: Some("20250303 1".to_owned()),
            ..asked
        };
        assert_eq!(later.place(), "&at=7&after=20250303%201");
    }
}
