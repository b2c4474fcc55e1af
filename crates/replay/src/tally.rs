//! Counting rows that belong together: in time, late, by how much.

use std::collections::BTreeMap;

use crate::fare::Fare;

/// Rows that belong together, such as those of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common, as the ledger writes it; empty where its cell is.
    pub name: String,
    /// How many there are.
    pub rows: u64,
    /// How they fare, one for each column.
    pub cells: Vec<Cell>,
}

/// How rows fare under one limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// Answered in time.
    pub in_time: u64,
    /// Of those in time, how many came on a free day after the last workday: not later by the workdays gone
    /// by, yet past the moment at which a running clock lapses.
    pub past_due: u64,
    /// Answered too late.
    pub late: u64,
    /// By how much the late ones were late; none where there are none, or where they are counted in
    /// different units.
    pub by: Option<By>,
}

/// By how much rows are late: as many units of the limit as it would have had to be extended by. Of sorted
/// values each is one that occurs (nearest rank).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// Half of the late ones are late by no more.
    pub median: u32,
    /// Nine of ten late ones are late by no more.
    pub p90: u32,
    /// The latest.
    pub worst: u32,
}

/// Groups being counted.
#[derive(Debug, Default)]
pub(crate) struct Tallies(BTreeMap<String, (u64, Vec<Fares>)>);

/// What was measured under one limit.
#[derive(Debug, Clone, Default)]
struct Fares {
    in_time: u64,
    past_due: u64,
    late: Vec<u32>,
}

impl Tallies {
    /// One more row of this group; no fare where a limit is not the row's.
    pub(crate) fn add(&mut self, name: &str, fares: &[Option<Fare>]) {
        let (rows, columns) = self
            .0
            .entry(name.to_owned())
            .or_insert_with(|| (0, vec![Fares::default(); fares.len()]));
        *rows += 1;
        for (column, fare) in columns.iter_mut().zip(fares) {
            fare.iter().for_each(|fare| column.add(*fare));
        }
    }

    /// The groups by name. `comparable` says of each column whether it counts in one unit.
    pub(crate) fn finish(self, comparable: &[bool]) -> Vec<Group> {
        let group = |(name, (rows, columns)): (String, (u64, Vec<Fares>))| {
            let cells = columns.into_iter().zip(comparable);
            let cells = cells.map(|(fares, comparable)| fares.cell(*comparable)).collect();
            Group { name, rows, cells }
        };
        self.0.into_iter().map(group).collect()
    }
}

impl Fares {
    fn add(&mut self, fare: Fare) {
        if fare.late > 0 {
            self.late.push(fare.late);
        } else {
            self.in_time += 1;
            self.past_due += u64::from(fare.past_due);
        }
    }

    fn cell(mut self, comparable: bool) -> Cell {
        self.late.sort_unstable();
        let late = &self.late;
        let rank = |tenths: usize| late.get((late.len() * tenths).div_ceil(10).saturating_sub(1));
        let by = match (rank(5), rank(9), late.last()) {
            (Some(median), Some(p90), Some(worst)) if comparable => Some(By {
                median: *median,
                p90: *p90,
                worst: *worst,
            }),
            _ => None,
        };
        Cell {
            in_time: self.in_time,
            past_due: self.past_due,
            late: late.len() as u64,
            by,
        }
    }
}
