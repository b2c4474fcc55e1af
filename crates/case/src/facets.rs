//! Published messages as everybody looks through them: by unit, kind, state and place, each alone or with the others.
//!
//! Each combination is a facet of its own, so that a list narrowed by any of them is read from one index, and costs no
//! more where more is stored.

use crate::{Case, CaseNumber, UnitId};
use calendar::Instant;
use procedure::Procedure;

/// How a published message stands, in the words of everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicState {
    /// Nothing was said to it yet.
    Handling,
    /// It has a reply, or was refused.
    Answered,
    /// And it was closed, or the citizen called it solved.
    Closed,
}

impl PublicState {
    /// All there are, in the order in which a message goes through them.
    pub const ALL: [Self; 3] = [Self::Handling, Self::Answered, Self::Closed];

    /// Of a case.
    pub fn of(case: &Case) -> Self {
        // a case that was opened again is answered anew
        let answered =
            case.replied.is_some() && case.replied_in_round.is_none_or(|round| round == case.round);
        if case.closed.is_some() || (answered && case.solved()) {
            Self::Closed
        // whoever is refused was told why
        } else if answered || case.refused.is_some() {
            Self::Answered
        } else {
            Self::Handling
        }
    }

    /// The word in addresses and facets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Handling => "handling",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// The state with a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a list of published messages is narrowed to; nothing named: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicFilter {
    /// The unit that answers.
    pub unit: Option<UnitId>,
    /// Kind, by id.
    pub category: Option<String>,
    /// How it stands.
    pub state: Option<PublicState>,
    /// Code of an administrative division; what lies within is found too.
    pub place: Option<String>,
    /// Only those that are marked as typical.
    pub typical: bool,
}

impl PublicFilter {
    /// The facet under which such messages stand; `None` where nothing is asked. Ids hold no blanks.
    pub fn facet(&self) -> Option<String> {
        let parts = [
            self.unit.as_ref().map(|unit| format!("unit={unit}")),
            self.category.as_ref().map(|kind| format!("kind={kind}")),
            self.state.map(|state| format!("state={}", state.word())),
            self.place.as_ref().map(|code| format!("place={}", whole(code))),
            self.typical.then(|| "typical".to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// A published message under one facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetRow {
    /// The case.
    pub number: CaseNumber,
    /// The facet.
    pub facet: String,
    /// Since when the message is public, UTC milliseconds.
    pub at: Instant,
}

/// The unit that answers: the one that leads, or led when the reply went out. One that gave it back before does not.
pub fn answering(case: &Case) -> Option<&crate::act::UnitRef> {
    let led = |ended: Instant| case.replied.is_some_and(|replied| ended >= replied);
    let mut orders = case.orders.iter().rev();
    orders
        .find(|order| order.lead && order.ended.is_none_or(led))
        .map(|order| &order.unit)
}

/// Whether a mark shows a case among the typical ones.
pub fn is_typical(rules: &Procedure, case: &Case) -> bool {
    let mut marks = rules.marks.iter();
    marks.any(|mark| mark.typical && case.marks.contains(&mark.id))
}

/// Every facet of a case that is public since `at`.
pub(crate) fn facets(rules: &Procedure, case: &Case, number: &CaseNumber, at: Instant) -> Vec<FacetRow> {
    let units = with_none(answering(case).map(|unit| unit.id.clone()));
    let kinds = with_none(case.category.clone());
    let states = with_none(Some(PublicState::of(case)));
    let mut places = vec![None];
    places.extend(within(case.division.as_deref().unwrap_or_default()).map(Some));
    // few cases are typical: they stand everywhere twice
    let typical = if is_typical(rules, case) {
        &[false, true][..]
    } else {
        &[false][..]
    };
    let mut rows = Vec::new();
    let mut add = |filter: PublicFilter| {
        rows.extend(filter.facet().map(|facet| FacetRow {
            number: number.clone(),
            facet,
            at,
        }));
    };
    for unit in &units {
        for category in &kinds {
            for state in &states {
                for place in &places {
                    for typical in typical {
                        add(PublicFilter {
                            unit: unit.clone(),
                            category: category.clone(),
                            state: *state,
                            place: place.clone(),
                            typical: *typical,
                        });
                    }
                }
            }
        }
    }
    rows
}

fn with_none<T>(one: Option<T>) -> Vec<Option<T>> {
    match one {
        Some(one) => vec![None, Some(one)],
        None => vec![None],
    }
}

/// A code without the zeros that stand for no further level (GB/T 2260, GB/T 10114): three digits each below the county, two
/// each down to it.
fn whole(code: &str) -> &str {
    let mut rest = code;
    while let Some(shorter) = rest.strip_suffix("000").filter(|shorter| shorter.len() >= COUNTY) {
        rest = shorter;
    }
    if rest.len() > COUNTY {
        return rest;
    }
    while let Some(shorter) = rest.strip_suffix("00").filter(|shorter| !shorter.is_empty()) {
        rest = shorter;
    }
    rest
}

/// Digits of a county's code.
const COUNTY: usize = 6;

/// Digits of a code down to each level: province, city, county, town, village.
const LEVELS: [usize; 5] = [2, 4, 6, 9, 12];

/// The divisions in which a division lies, itself included, from the county down: a message of a town is one of its county
/// too. Above the county nobody looks for place within one government.
fn within(code: &str) -> impl Iterator<Item = String> {
    let code = whole(code);
    let levels = LEVELS
        .into_iter()
        .filter(move |level| *level <= code.len() && (*level >= COUNTY || *level == code.len()));
    levels
        .filter_map(move |level| code.get(..level))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{PublicFilter, PublicState, facets, whole, within};
    use crate::Case;
    use calendar::Instant;

    #[test]
    fn a_town_lies_in_its_county_and_zeros_name_no_level() {
        let all = |code: &str| within(code).collect::<Vec<_>>();
        assert_eq!(all("620802003"), ["620802", "620802003"]);
        assert_eq!(all("620802000000"), ["620802"]);
        assert_eq!(all("620800"), ["6208"]);
        assert_eq!(all(""), Vec::<String>::new());
        assert_eq!(
            (whole("620802100"), whole("6208"), whole("320000")),
            ("620802100", "6208", "32")
        );
        // the tenth county keeps its zero
        assert_eq!(whole("620810"), "620810");
    }

    #[test]
    fn a_message_stands_under_each_combination_once() {
        let case = Case {
            category: Some("roads".into()),
            division: Some("620802003".into()),
            ..Case::default()
        };
        let rules = procedure::read(include_str!("../../../procedures/wenshao-wenzheng.toml")).unwrap();
        let rows = facets(&rules, &case, &"1".into(), Instant::from_ms(7));
        // kind or none, state or none, three places or none; all of none is no facet
        assert_eq!(rows.len(), 2 * 2 * 3 - 1);
        let asked = PublicFilter {
            category: Some("roads".into()),
            state: Some(PublicState::Handling),
            place: Some("620802".into()),
            ..PublicFilter::default()
        };
        let facet = asked.facet().unwrap();
        assert_eq!(rows.iter().filter(|row| row.facet == facet).count(), 1);
        assert!(!rows.iter().any(|row| row.facet.contains("unit=")));
        // WS-6: a typical one stands everywhere once more
        let typical = Case {
            marks: vec!["typical".into()],
            ..case
        };
        let rows = facets(&rules, &typical, &"1".into(), Instant::from_ms(7));
        assert_eq!(rows.len(), 2 * 2 * 3 * 2 - 1);
    }
}
