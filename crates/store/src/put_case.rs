//! Writes rows of cases, as far as they changed.

use crate::columns::{json, stored};
use crate::rows::{stored_shown, stored_words};
use crate::sql::query;
use crate::{CaseChange, StoreError};
use calendar::Instant;
use case::facets::FacetRow;
use case::rows::{CaseRow, ClockRow, OrderRow};
use std::collections::BTreeMap;

/// Sorts what is never due after everything that is.
pub(crate) const NEVER: i64 = i64::MAX;

/// An instant as it is stored.
fn ms(at: Option<Instant>) -> Option<i64> {
    at.map(Instant::ms)
}

/// Where the rows go: into the tables that are read, or into the shadows that a rebuild fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tables {
    Live,
    Shadow,
}

/// The statement for either kind of tables.
macro_rules! into {
    ($tables:expr, $rest:literal) => {
        match $tables {
            Tables::Live => concat!("INSERT INTO ", $rest),
            Tables::Shadow => concat!("INSERT INTO shadow_", $rest),
        }
    };
}

/// Rows to write, each once: of several changes of one row the last counts.
#[derive(Debug, Default)]
pub(crate) struct CaseRows<'a> {
    cases: BTreeMap<(&'a str, &'a str), &'a CaseRow>,
    /// Each with when its case was received.
    orders: BTreeMap<(&'a str, &'a str, u16), (&'a OrderRow, Instant)>,
    clocks: BTreeMap<(&'a str, &'a str, u32), &'a ClockRow>,
    /// The facets of cases that are or were public; `None` for one under which a case stands no more.
    facets: BTreeMap<(&'a str, &'a str, &'a str), Option<&'a FacetRow>>,
}

impl<'a> CaseRows<'a> {
    /// Takes what differs between before and after. Before is folded from the log too, so it says nothing of rows that an
    /// earlier schema could not hold: what came later (`done` of 0015, facets of 0018) is written whether it differs or not.
    pub(crate) fn add(&mut self, jurisdiction: &'a str, change: &'a CaseChange) {
        let (before, after) = (change.before.as_ref(), &change.after);
        let number = after.case.number.as_str();
        if before.map(|b| &b.case) != Some(&after.case) {
            self.cases.insert((jurisdiction, number), &after.case);
        }
        let (orders, clocks) = before.map_or((&[][..], &[][..]), |b| (&b.orders[..], &b.clocks[..]));
        let changed = |row: &&OrderRow| row.done.is_some() || !orders.contains(row);
        for row in after.orders.iter().filter(changed) {
            let received = after.case.received;
            self.orders
                .insert((jurisdiction, number, row.order), (row, received));
        }
        for row in after.clocks.iter().filter(|row| !clocks.contains(row)) {
            self.clocks.insert((jurisdiction, number, row.index), row);
        }
        let facets = before.map_or(&[][..], |b| &b.facets[..]);
        for row in facets.iter().filter(|row| !after.facets.contains(row)) {
            self.facets.insert((jurisdiction, number, &row.facet), None);
        }
        for row in &after.facets {
            self.facets.insert((jurisdiction, number, &row.facet), Some(row));
        }
    }
}

/// Rows of one table with their jurisdictions.
fn listed<'a, K: Copy, R>(
    rows: &BTreeMap<K, &'a R>,
    jurisdiction: impl Fn(K) -> &'a str,
) -> Vec<(&'a str, &'a R)> {
    rows.iter().map(|(key, row)| (jurisdiction(*key), *row)).collect()
}

statements! {
    /// Rows of cases.
    trait PutCase {
        fn put_cases(c, tables: Tables, rows: &CaseRows<'_>) -> Result<(), StoreError> {
            c.put_case_rows(tables, &listed(&rows.cases, |key| key.0)).await?;
            let orders: Vec<_> = rows.orders.iter().map(|(key, (row, received))| (key.0, *row, *received)).collect();
            c.put_order_rows(tables, &orders).await?;
            c.put_clock_rows(tables, &listed(&rows.clocks, |key| key.0)).await?;
            for ((jurisdiction, number, facet), _) in rows.facets.iter().filter(|(_, row)| row.is_none()) {
                c.drop_facet(tables, jurisdiction, number, facet).await?;
            }
            let there = rows.facets.iter().filter_map(|(key, row)| Some((key.0, (*row)?)));
            c.put_facet_rows(tables, &there.collect::<Vec<_>>()).await
        }

        /// A case stands under this facet no more: its state, unit or kind is another, or it is hidden.
        fn drop_facet(
            c,
            tables: Tables,
            jurisdiction: &str,
            number: &str,
            facet: &str,
        ) -> Result<(), StoreError> {
            let text = match tables {
                Tables::Live => "DELETE FROM public_facet WHERE jurisdiction = $1 AND number = $2 AND facet = $3",
                Tables::Shadow => {
                    "DELETE FROM shadow_public_facet WHERE jurisdiction = $1 AND number = $2 AND facet = $3"
                }
            };
            query(text).bind(jurisdiction).bind(number).bind(facet).execute(&mut *c).await?;
            Ok(())
        }

        fn put_facet_rows(c, tables: Tables, rows: &[(&str, &FacetRow)]) -> Result<(), StoreError> {
            insert_many!(
                c,
                into!(tables, "public_facet (jurisdiction, number, facet, at)"),
                rows,
                " ON CONFLICT (jurisdiction, number, facet) DO UPDATE SET at = excluded.at",
                |query, pair| {
                    let (jurisdiction, row) = pair;
                    query.bind(*jurisdiction).bind(row.number.as_str()).bind(&row.facet).bind(row.at.ms())
                }
            );
            Ok(())
        }

        fn put_case_rows(c, tables: Tables, rows: &[(&str, &CaseRow)]) -> Result<(), StoreError> {
            insert_many!(
                c,
                into!(
                    tables,
                    "case_row (jurisdiction, number, external, step, channel, category, title, received, accepted,
                     replied, closed, due, due_order, history, ended, live, repeat_of, supervised, calendar,
                     public, public_at, accused, merged_into, division, submitted, supervised_since, urged, instructed,
                     late, watched, seq)"
                ),
                rows,
                " ON CONFLICT (jurisdiction, number) DO UPDATE SET
                     external = excluded.external, step = excluded.step, channel = excluded.channel,
                     category = excluded.category, title = excluded.title, received = excluded.received,
                     accepted = excluded.accepted, replied = excluded.replied, closed = excluded.closed,
                     due = excluded.due, due_order = excluded.due_order,
                     history = excluded.history, ended = excluded.ended, live = excluded.live,
                     repeat_of = excluded.repeat_of, supervised = excluded.supervised,
                     calendar = excluded.calendar, public = excluded.public, public_at = excluded.public_at,
                     accused = excluded.accused, merged_into = excluded.merged_into,
                     division = excluded.division, submitted = excluded.submitted,
                     supervised_since = excluded.supervised_since, urged = excluded.urged,
                     instructed = excluded.instructed, late = excluded.late, watched = excluded.watched,
                     seq = excluded.seq",
                |query, pair| {
                    let (jurisdiction, row) = pair;
                    query
                        .bind(*jurisdiction)
                        .bind(row.number.as_str())
                        .bind(row.external.as_deref())
                        .bind(&row.step)
                        .bind(&row.channel)
                        .bind(row.category.as_deref())
                        .bind(json(&row.title)?)
                        .bind(row.received.ms())
                        .bind(ms(row.accepted))
                        .bind(ms(row.replied))
                        .bind(ms(row.closed))
                        .bind(ms(row.due))
                        .bind(ms(row.due).unwrap_or(NEVER))
                        .bind(i64::from(row.history))
                        .bind(i64::from(row.ended))
                        .bind(i64::from(!row.ended && !row.history))
                        .bind(row.repeat_of.as_ref().map(|number| number.as_str()))
                        .bind(i64::from(row.supervised))
                        .bind(&row.calendar)
                        .bind(stored_shown(row.public))
                        .bind(ms(row.public_at))
                        .bind(i64::from(row.accused))
                        .bind(row.merged_into.as_ref().map(|number| number.as_str()))
                        .bind(row.division.as_deref())
                        .bind(stored_words(&row.submitted))
                        .bind(ms(row.supervised_since))
                        .bind(ms(row.urged))
                        .bind(ms(row.instructed))
                        .bind(i64::from(row.late))
                        .bind(i64::from(row.is_watched()))
                        .bind(stored(row.seq))
                }
            );
            Ok(())
        }

        fn put_order_rows(c, tables: Tables, rows: &[(&str, &OrderRow, Instant)]) -> Result<(), StoreError> {
            insert_many!(
                c,
                into!(
                    tables,
                    "order_row (jurisdiction, number, order_no, unit, step, lead, dispatched, due, due_order, ended,
                     asked, done, late, apart, case_received)"
                ),
                rows,
                " ON CONFLICT (jurisdiction, number, order_no) DO UPDATE SET
                     unit = excluded.unit, step = excluded.step, lead = excluded.lead,
                     dispatched = excluded.dispatched, due = excluded.due, due_order = excluded.due_order,
                     ended = excluded.ended, asked = excluded.asked, done = excluded.done, late = excluded.late,
                     apart = excluded.apart, case_received = excluded.case_received",
                |query, pair| {
                    let (jurisdiction, row, received) = pair;
                    query
                        .bind(*jurisdiction)
                        .bind(row.number.as_str())
                        .bind(i64::from(row.order))
                        .bind(row.unit.as_str())
                        .bind(&row.step)
                        .bind(i64::from(row.lead))
                        .bind(row.dispatched.ms())
                        .bind(ms(row.due))
                        .bind(ms(row.due).unwrap_or(NEVER))
                        .bind(i64::from(row.ended))
                        .bind(i64::from(row.asked))
                        .bind(ms(row.done))
                        .bind(i64::from(row.late))
                        .bind(i64::from(row.apart))
                        .bind(received.ms())
                }
            );
            Ok(())
        }

        fn put_clock_rows(c, tables: Tables, rows: &[(&str, &ClockRow)]) -> Result<(), StoreError> {
            insert_many!(
                c,
                into!(
                    tables,
                    "clock_row (jurisdiction, number, position, order_no, clock, started, due, timer, met, lapsed,
                     withdrawn, is_right, live)"
                ),
                rows,
                " ON CONFLICT (jurisdiction, number, position) DO UPDATE SET
                     order_no = excluded.order_no, clock = excluded.clock, started = excluded.started,
                     due = excluded.due, timer = excluded.timer, met = excluded.met, lapsed = excluded.lapsed,
                     withdrawn = excluded.withdrawn, is_right = excluded.is_right, live = excluded.live",
                |query, pair| {
                    let (jurisdiction, row) = pair;
                    let live = row.met.is_none() && row.withdrawn.is_none() && !row.right;
                    query
                        .bind(*jurisdiction)
                        .bind(row.number.as_str())
                        .bind(i64::from(row.index))
                        .bind(row.order.map(i64::from))
                        .bind(&row.clock)
                        .bind(row.started.ms())
                        .bind(row.due.ms())
                        .bind(ms(row.timer))
                        .bind(ms(row.met))
                        .bind(ms(row.lapsed))
                        .bind(ms(row.withdrawn))
                        .bind(i64::from(row.right))
                        .bind(i64::from(live))
                }
            );
            Ok(())
        }
    }
}
