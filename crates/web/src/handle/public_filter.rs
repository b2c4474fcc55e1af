//! The filters of public messages as they stand in the address: read, and written into other addresses.

use super::days;
use super::desk_ledger::encoded;
use calendar::Calendar;
use case::facets::{PublicFilter, PublicState};
use jiff::civil::Date;
use office::FieldFault;
use serde::Deserialize;
use store::PublicOf;

/// The filters, and which page; blank ones filter nothing.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Asked {
    /// Unit that answers, by id.
    #[serde(default)]
    pub(crate) unit: String,
    /// Kind, by id.
    #[serde(default)]
    pub(crate) kind: String,
    /// Code of a division.
    #[serde(default)]
    pub(crate) place: String,
    /// How it stands.
    #[serde(default)]
    pub(crate) state: String,
    /// `yes`: only those that are marked as typical.
    #[serde(default)]
    pub(crate) typical: String,
    /// A month, as 2026-09; days go before it.
    #[serde(default)]
    pub(crate) month: String,
    /// First day.
    #[serde(default)]
    pub(crate) from: String,
    /// Last day.
    #[serde(default)]
    pub(crate) to: String,
    /// Behind this time.
    #[serde(default)]
    pub(crate) at: Option<i64>,
    /// And this number.
    #[serde(default)]
    pub(crate) after: Option<String>,
}

impl Asked {
    /// Name and value of every filter in force, in the order in which the form has them.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("unit", &self.unit),
            ("kind", &self.kind),
            ("place", &self.place),
            ("state", &self.state),
            ("typical", &self.typical),
            ("month", &self.month),
            ("from", &self.from),
            ("to", &self.to),
        ];
        let filled = all.into_iter().map(|(name, value)| (name, value.trim()));
        filled.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// What it asks of the store, or what is wrong with it.
    pub(crate) fn of(&self, calendar: &Calendar) -> Result<PublicOf, Vec<FieldFault>> {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut faults = Vec::new();
        let state = filled(&self.state).and_then(|word| {
            let state = PublicState::named(&word);
            if state.is_none() {
                faults.push(FieldFault::new("state", "portal-not-a-state"));
            }
            state
        });
        if filled(&self.place).is_some_and(|code| !office::administer::is_division(&code)) {
            faults.push(FieldFault::new("place", "field-not-a-division"));
        }
        let typed = (self.from.clone(), self.to.clone());
        let (from, to) = match filled(&self.month) {
            Some(month) if filled(&self.from).is_none() && filled(&self.to).is_none() => {
                if let Some(days) = days_of(&month) {
                    days
                } else {
                    faults.push(FieldFault::new("month", "field-not-a-month"));
                    typed
                }
            }
            _ => typed,
        };
        let between = days::between(&from, &to, calendar);
        match between {
            Ok(days) if faults.is_empty() => Ok(PublicOf {
                filter: PublicFilter {
                    unit: filled(&self.unit).map(Into::into),
                    category: filled(&self.kind),
                    state,
                    place: filled(&self.place),
                    typical: filled(&self.typical).is_some(),
                },
                from: days.from,
                to: days.to,
            }),
            between => {
                faults.extend(between.err().unwrap_or_default());
                Err(faults)
            }
        }
    }
}

/// First and last day of a month, as they are typed.
fn days_of(month: &str) -> Option<(String, String)> {
    let first: Date = format!("{month}-01").parse().ok()?;
    Some((first.to_string(), first.last_of_month().to_string()))
}

/// The address of a page with these filters.
pub(crate) fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let query: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, address};
    use calendar::Calendar;

    fn asked(month: &str, from: &str, to: &str) -> Asked {
        Asked {
            month: month.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            ..Asked::default()
        }
    }

    #[test]
    fn a_month_is_its_days_and_days_go_before_it() {
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        let month = asked("2025-02", "", "").of(&calendar).unwrap();
        let days = asked("", "2025-02-01", "2025-02-28").of(&calendar).unwrap();
        assert_eq!(month, days);
        assert_eq!(
            asked("2025-03", "2025-02-01", "2025-02-28")
                .of(&calendar)
                .unwrap(),
            days
        );
        let wrong = asked("2025-13", "", "").of(&calendar).unwrap_err();
        assert_eq!(
            (wrong[0].field.as_str(), wrong[0].code),
            ("month", "field-not-a-month")
        );
    }

    #[test]
    fn an_address_holds_what_was_asked_and_no_more() {
        let asked = Asked {
            unit: "水务局".into(),
            state: " answered ".into(),
            ..Asked::default()
        };
        assert_eq!(
            address("/public", &asked.pairs()),
            "/public?unit=%E6%B0%B4%E5%8A%A1%E5%B1%80&state=answered"
        );
        assert_eq!(address("/public", &[]), "/public");
    }
}
