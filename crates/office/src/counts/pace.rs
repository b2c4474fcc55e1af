//! How fast units are: what they have, what is overdue, and how long a work order takes them.

use super::UnitFigures;
use super::{WEEKS, time};
use crate::{Office, Problem};
use case::access::Wish;
use case::{Actor, UnitId};
use std::collections::BTreeMap;
use store::UnitTook;

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPace {
    /// What it has and what it got.
    pub figures: UnitFigures,
    /// Of what was dispatched to it within the last weeks, how many results passed.
    pub done: u64,
    /// Half of those took no longer, in whole quarters of a day that had passed; `None` where there are none.
    pub median: Option<u64>,
}

impl Office {
    /// How fast the units are, what is most overdue first, then the slowest. For people who supervise.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn pace(&self, j: &str, who: &Actor) -> Result<Vec<UnitPace>, Problem> {
        self.may_list(j, who, Wish::Supervise).await?;
        let now = self.now();
        let calendar = self.in_force(j, now).await?.calendar.clone();
        let weeks = time::weeks(&calendar, now, WEEKS)?;
        let units = self.unit_figures(j, now, &weeks.edges).await?;
        let ids: Vec<UnitId> = units.iter().map(|unit| unit.unit.clone()).collect();
        let took = self.store().units_took(j, &ids, weeks.back(WEEKS)?).await?;
        let mut by_unit: BTreeMap<UnitId, Vec<UnitTook>> = BTreeMap::new();
        for took in took {
            by_unit.entry(took.unit.clone()).or_default().push(took);
        }
        let mut all: Vec<UnitPace> = units
            .into_iter()
            .map(|figures| {
                let took = by_unit.remove(&figures.unit).unwrap_or_default();
                UnitPace {
                    done: took.iter().map(|took| took.count).sum(),
                    median: median(&took),
                    figures,
                }
            })
            .collect();
        all.sort_by_key(|unit| std::cmp::Reverse((unit.figures.overdue, unit.median, unit.figures.open)));
        Ok(all)
    }
}

/// The middle one of all, the earlier of two; `took` is sorted by how long.
fn median(took: &[UnitTook]) -> Option<u64> {
    let all: u64 = took.iter().map(|took| took.count).sum();
    let middle = all.div_ceil(2);
    let mut so_far = 0;
    let found = took.iter().find(|took| {
        so_far += took.count;
        so_far >= middle
    });
    found.filter(|_| all > 0).map(|took| took.quarters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_took_no_longer_than_the_median() {
        let took = |some: &[(u64, u64)]| -> Vec<UnitTook> {
            let one = |(quarters, count): &(u64, u64)| UnitTook {
                unit: "water".into(),
                quarters: *quarters,
                count: *count,
            };
            some.iter().map(one).collect()
        };
        assert_eq!(median(&[]), None);
        assert_eq!(median(&took(&[(3, 1)])), Some(3));
        assert_eq!(median(&took(&[(1, 2), (9, 2)])), Some(1));
        assert_eq!(median(&took(&[(1, 2), (9, 3)])), Some(9));
    }
}
