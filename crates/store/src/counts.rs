//! Counts: how many cases and work orders there are, by time, unit, channel and kind. Each looks at a bounded stretch of
//! time or at what is open, along an index that holds all it asks for: what was stored before costs nothing.
//!
//! History and what accuses somebody is in no count, whoever asks: so a count tells nothing that must not be known, also
//! when it is taken together with another or with a list.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::sql::query;
use calendar::Instant;
use case::UnitId;

/// What became of the cases that were received in a stretch of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Came {
    /// All of them.
    pub all: u64,
    /// Answered or ended, and no duty was done too late.
    pub in_time: u64,
    /// A duty was done too late; nothing is overdue now.
    pub late: u64,
    /// Something is overdue now.
    pub overdue: u64,
}

/// How many of a kind there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Id of the channel, category or step; empty where a case has none.
    pub id: String,
    /// In the stretch asked for.
    pub count: u64,
    /// In the stretch before it, as long.
    pub before: u64,
}

/// The open work orders of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLoad {
    /// Unit.
    pub unit: UnitId,
    /// Its open work orders.
    pub open: u64,
    /// Of these, how many are overdue.
    pub overdue: u64,
}

/// Work orders of a unit that were dispatched in one of several stretches of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCame {
    /// Unit.
    pub unit: UnitId,
    /// Which stretch, from 0.
    pub stretch: usize,
    /// Work orders.
    pub count: u64,
}

/// Work orders of a unit that took about as long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitTook {
    /// Unit.
    pub unit: UnitId,
    /// From dispatch until the result passed: whole quarters of a day.
    pub quarters: u64,
    /// Work orders.
    pub count: u64,
}

/// Six hours in milliseconds.
const QUARTER: i64 = 6 * 3_600_000;

/// What a tally goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyBy {
    /// Channel.
    Channel,
    /// Category.
    Category,
}

/// Pairs of neighbours: the stretches between edges.
fn stretches(edges: &[Instant]) -> impl Iterator<Item = (i64, i64)> {
    edges
        .iter()
        .zip(edges.iter().skip(1))
        .map(|(from, to)| (from.ms(), to.ms()))
}

operation! {
    /// What became of the cases received between each two of these instants, the earliest first.
    scan fn came(c, jurisdiction: &str, edges: &[Instant], now: Instant) -> Vec<Came> {
        let (mut places, mut parts) = (Places::after(2), vec![]);
        for stretch in 0..edges.len().saturating_sub(1) {
            let (from, to) = (places.next(), places.next());
            // no grouping: each part is one walk along the index
            parts.push(format!(
                "SELECT {stretch} AS stretch, COUNT(*) AS cases,
                     SUM(CASE WHEN ended = 0 AND due_order <= $2 THEN 1 ELSE 0 END) AS overdue,
                     SUM(CASE WHEN late = 1 AND (ended = 1 OR due_order > $2) THEN 1 ELSE 0 END) AS late,
                     SUM(CASE WHEN late = 0 AND (ended = 1 OR (replied IS NOT NULL AND due_order > $2))
                         THEN 1 ELSE 0 END) AS in_time
                 FROM case_row WHERE jurisdiction = $1 AND received >= {from} AND received < {to}
                     AND history = 0 AND accused = 0"
            ));
        }
        if parts.is_empty() {
            return Ok(vec![]);
        }
        let text = format!("{} ORDER BY stretch", parts.join(" UNION ALL "));
        let mut query = query(text).bind(jurisdiction).bind(now.ms());
        for (from, to) in stretches(edges) {
            query = query.bind(from).bind(to);
        }
        query.fetch_all(&mut *c).await?.iter().map(of_stretch).collect()
    }
}

operation! {
    /// How many cases were answered between each two of these instants, the last answer counting.
    scan fn answered_between(c, jurisdiction: &str, edges: &[Instant]) -> Vec<u64> {
        let (mut places, mut parts) = (Places::after(1), vec![]);
        for stretch in 0..edges.len().saturating_sub(1) {
            let (from, to) = (places.next(), places.next());
            parts.push(format!(
                "SELECT {stretch} AS stretch, COUNT(*) AS cases FROM case_row
                 WHERE jurisdiction = $1 AND replied IS NOT NULL AND replied >= {from} AND replied < {to}
                     AND history = 0 AND accused = 0"
            ));
        }
        if parts.is_empty() {
            return Ok(vec![]);
        }
        let text = format!("{} ORDER BY stretch", parts.join(" UNION ALL "));
        let mut query = query(text).bind(jurisdiction);
        for (from, to) in stretches(edges) {
            query = query.bind(from).bind(to);
        }
        query.fetch_all(&mut *c).await?.iter().map(|row| row.count("cases")).collect()
    }
}

operation! {
    /// How many cases were received by channel or category from `from` up to `to`, and from `before` up to `from`.
    scan fn tally(
        c,
        jurisdiction: &str,
        by: TallyBy,
        before: Instant,
        from: Instant,
        to: Instant,
    ) -> Vec<Tally> {
        let column = match by {
            TallyBy::Channel => "channel",
            TallyBy::Category => "category",
        };
        let text = format!(
            "SELECT COALESCE({column}, '') AS id,
                 SUM(CASE WHEN received >= $3 THEN 1 ELSE 0 END) AS cases,
                 SUM(CASE WHEN received < $3 THEN 1 ELSE 0 END) AS earlier
             FROM case_row WHERE jurisdiction = $1 AND received >= $2 AND received < $4
                 AND history = 0 AND accused = 0
             GROUP BY 1 ORDER BY 2 DESC, 1"
        );
        let query = query(text).bind(jurisdiction).bind(before.ms()).bind(from.ms()).bind(to.ms());
        query.fetch_all(&mut *c).await?.iter().map(tally_of).collect()
    }
}

operation! {
    /// How many open cases stand in each step.
    scan fn steps_now(c, jurisdiction: &str) -> Vec<Tally> {
        let query = query(
            "SELECT step AS id, COUNT(*) AS cases, CAST(0 AS BIGINT) AS earlier FROM case_row
             WHERE jurisdiction = $1 AND live = 1 AND accused = 0 GROUP BY step ORDER BY 2 DESC, 1",
        );
        query.bind(jurisdiction).fetch_all(&mut *c).await?.iter().map(tally_of).collect()
    }
}

operation! {
    /// The open work orders of each unit that has some, and how many of them are overdue.
    scan fn unit_loads(c, jurisdiction: &str, now: Instant) -> Vec<UnitLoad> {
        let query = query(
            "SELECT unit, COUNT(*) AS orders, SUM(CASE WHEN due_order <= $2 THEN 1 ELSE 0 END) AS overdue
             FROM order_row WHERE jurisdiction = $1 AND ended = 0 AND apart = 0
             GROUP BY unit ORDER BY 3 DESC, 2 DESC, 1",
        );
        let rows = query.bind(jurisdiction).bind(now.ms()).fetch_all(&mut *c).await?;
        rows.iter().map(load_of).collect()
    }
}

operation! {
    /// How many work orders each of these units got between each two of these instants.
    scan fn units_came(c, jurisdiction: &str, units: &[UnitId], edges: &[Instant]) -> Vec<UnitCame> {
        if units.is_empty() || edges.len() < 2 {
            return Ok(vec![]);
        }
        let mut places = Places::after(1);
        let named = places.list(units.len());
        let between: Vec<String> = (0..edges.len() - 1)
            .map(|stretch| format!("({stretch}, {}, {})", places.next(), places.next()))
            .collect();
        // a walk along the index for each unit and stretch: nothing is sorted
        let text = format!(
            "WITH u AS (SELECT DISTINCT id FROM unit_row WHERE jurisdiction = $1 AND id IN {named}),
                 w (stretch, begins, ends) AS (VALUES {})
             SELECT u.id AS unit, CAST(w.stretch AS BIGINT) AS stretch, (
                 SELECT COUNT(*) FROM order_row o
                 WHERE o.jurisdiction = $1 AND o.unit = u.id AND o.dispatched >= w.begins AND o.dispatched < w.ends
                     AND o.apart = 0) AS orders
             FROM u CROSS JOIN w",
            between.join(", ")
        );
        let mut query = query(text).bind(jurisdiction);
        for unit in units {
            query = query.bind(unit.as_str());
        }
        for (from, to) in stretches(edges) {
            query = query.bind(from).bind(to);
        }
        query.fetch_all(&mut *c).await?.iter().map(came_of).collect()
    }
}

operation! {
    /// How long work orders dispatched since `from` took until their result passed, by unit.
    scan fn units_took(c, jurisdiction: &str, units: &[UnitId], from: Instant) -> Vec<UnitTook> {
        if units.is_empty() {
            return Ok(vec![]);
        }
        let text = format!(
            "SELECT unit, (done - dispatched) / {QUARTER} AS quarters, COUNT(*) AS orders FROM order_row
             WHERE jurisdiction = $1 AND unit IN {} AND dispatched >= $2 AND apart = 0 AND done IS NOT NULL
             GROUP BY 1, 2 ORDER BY 1, 2",
            Places::after(2).list(units.len())
        );
        let mut query = query(text).bind(jurisdiction).bind(from.ms());
        for unit in units {
            query = query.bind(unit.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(took_of).collect()
    }
}

/// A sum over no rows is nothing.
fn sum(row: &impl Columns, name: &str) -> Result<u64, StoreError> {
    Ok(match row.maybe_number(name)? {
        None => 0,
        Some(_) => row.count(name)?,
    })
}

fn of_stretch(row: &impl Columns) -> Result<Came, StoreError> {
    Ok(Came {
        all: row.count("cases")?,
        in_time: sum(row, "in_time")?,
        late: sum(row, "late")?,
        overdue: sum(row, "overdue")?,
    })
}

fn tally_of(row: &impl Columns) -> Result<Tally, StoreError> {
    Ok(Tally {
        id: row.text("id")?,
        count: row.count("cases")?,
        before: row.count("earlier")?,
    })
}

fn load_of(row: &impl Columns) -> Result<UnitLoad, StoreError> {
    Ok(UnitLoad {
        unit: row.text("unit")?.into(),
        open: row.count("orders")?,
        overdue: row.count("overdue")?,
    })
}

fn came_of(row: &impl Columns) -> Result<UnitCame, StoreError> {
    Ok(UnitCame {
        unit: row.text("unit")?.into(),
        stretch: row.count("stretch")?,
        count: row.count("orders")?,
    })
}

fn took_of(row: &impl Columns) -> Result<UnitTook, StoreError> {
    Ok(UnitTook {
        unit: row.text("unit")?.into(),
        quarters: row.count("quarters")?,
        count: row.count("orders")?,
    })
}
