//! The ledger: every case, the newest first.

use crate::places::Places;
use crate::rows::case_row;
use crate::sql::query;
use calendar::Instant;
use case::rows::CaseRow;
use case::{CaseNumber, UnitId};

/// What the ledger shows; all of it by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// Only cases in this step.
    pub step: Option<String>,
    /// Only cases that came through this channel.
    pub channel: Option<String>,
    /// Only cases with a work order of this unit.
    pub unit: Option<UnitId>,
    /// Received at or after, UTC milliseconds.
    pub from: Option<Instant>,
    /// Received before, UTC milliseconds.
    pub to: Option<Instant>,
    /// Only cases of this phone, by its keyed hash.
    pub phone_hash: Option<String>,
    /// Only cases with this number in another ledger.
    pub external: Option<String>,
    /// Only cases that concern this administrative division, by its code, or one within it.
    pub division: Option<String>,
    /// Only history, or only what is no history.
    pub history: Option<bool>,
}

/// The last line of a page of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerAfter {
    /// When it was received, UTC milliseconds.
    pub received: Instant,
    /// Its number.
    pub number: CaseNumber,
}

impl LedgerFilter {
    /// The query. Where few cases match, PostgreSQL would rather walk the whole ledger until the page is full; it is
    /// told to find them first. Else an index gives the lines in their order: of all cases, or of the work orders of a unit.
    fn text(&self, after: bool) -> String {
        let found_first = [&self.phone_hash, &self.external, &self.division];
        let found_first = found_first.into_iter().any(Option::is_some);
        let of_unit = self.unit.is_some() && !found_first;
        let (received, number) = match of_unit {
            true => ("o.case_received", "o.number"),
            false => ("case_row.received", "case_row.number"),
        };
        let mut places = Places::after(2);
        let mut wanted = "case_row.jurisdiction = $1".to_owned();
        let mut and = |there: bool, column: &str, condition: &str| {
            if there {
                wanted += &format!(" AND {column} {condition} {}", places.next());
            }
        };
        and(self.step.is_some(), "case_row.step", "=");
        and(self.channel.is_some(), "case_row.channel", "=");
        and(self.from.is_some(), received, ">=");
        and(self.to.is_some(), received, "<");
        and(self.external.is_some(), "case_row.external", "=");
        and(self.division.is_some(), "case_row.division", ">=");
        and(self.division.is_some(), "case_row.division", "<");
        if let Some(history) = self.history {
            // Written out, so that the index of history serves.
            wanted += if history {
                " AND case_row.history = 1"
            } else {
                " AND case_row.history = 0"
            };
        }
        if self.phone_hash.is_some() {
            let hash = places.next();
            wanted += &format!(
                " AND case_row.number IN (SELECT number FROM caller WHERE jurisdiction = $1 AND phone_hash = {hash})"
            );
        }
        if self.unit.is_some() {
            let unit = places.next();
            wanted += &match of_unit {
                true => format!(" AND o.unit = {unit}"),
                false => format!(
                    " AND case_row.number IN (SELECT number FROM order_row WHERE jurisdiction = $1 AND unit = {unit})"
                ),
            };
        }
        if after {
            wanted += &format!(" AND ({received}, {number}) < {}", places.list(2));
        }
        let order = format!("ORDER BY {received} DESC, {number} DESC LIMIT $2");
        if of_unit {
            // a case of which the unit has several work orders comes by the first of them
            format!(
                "SELECT case_row.* FROM order_row o
                 JOIN case_row ON case_row.jurisdiction = o.jurisdiction AND case_row.number = o.number
                 WHERE o.jurisdiction = $1 AND {wanted} AND NOT EXISTS (
                     SELECT 1 FROM order_row p WHERE p.jurisdiction = $1 AND p.number = o.number
                         AND p.order_no < o.order_no AND p.unit = o.unit)
                 {order}"
            )
        } else if found_first {
            // numbers alone are sorted: where many match, whole lines would take ten times the room and time
            format!(
                "WITH m AS MATERIALIZED (SELECT number, received FROM case_row WHERE {wanted})
                 SELECT * FROM case_row WHERE jurisdiction = $1 AND number IN
                     (SELECT number FROM m ORDER BY received DESC, number DESC LIMIT $2) {order}"
            )
        } else {
            format!("SELECT * FROM case_row WHERE {wanted} {order}")
        }
    }
}

operation! {
    /// A page of the ledger, the newest first, from behind `after`.
    scan fn ledger(
        c,
        jurisdiction: &str,
        filter: &LedgerFilter,
        after: Option<&LedgerAfter>,
        limit: u32,
    ) -> Vec<CaseRow> {
        let text = filter.text(after.is_some());
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        for wanted in [&filter.step, &filter.channel].into_iter().flatten() {
            query = query.bind(wanted);
        }
        for wanted in [filter.from, filter.to].into_iter().flatten() {
            query = query.bind(wanted.ms());
        }
        // codes are digits: behind all that begin with this one comes the one with a sign behind the nine
        let behind = filter.division.as_ref().map(|code| format!("{code}:"));
        for wanted in [&filter.external, &filter.division, &behind, &filter.phone_hash].into_iter().flatten() {
            query = query.bind(wanted);
        }
        if let Some(unit) = &filter.unit {
            query = query.bind(unit.as_str());
        }
        if let Some(after) = after {
            query = query.bind(after.received.ms()).bind(after.number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// One line.
    read fn case_row(c, jurisdiction: &str, number: &CaseNumber) -> Option<CaseRow> {
        let row = query("SELECT * FROM case_row WHERE jurisdiction = $1 AND number = $2")
            .bind(jurisdiction)
            .bind(number.as_str())
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(case_row).transpose()
    }
}
