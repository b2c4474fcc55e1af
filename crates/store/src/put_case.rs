//! Writes the rows of a case, as far as they changed.

use crate::columns::{json, stored};
use crate::{CaseChange, StoreError};
use case::rows::{CaseRow, ClockRow, OrderRow};

/// Sorts what is never due after everything that is.
pub(crate) const NEVER: i64 = i64::MAX;

/// An instant as it is stored.
fn ms(at: Option<calendar::Instant>) -> Option<i64> {
    at.map(calendar::Instant::ms)
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

statements! {
    /// Rows of cases.
    trait PutCase {
        /// What differs between before and after.
        fn put_case(c, tables: Tables, jurisdiction: &str, change: &CaseChange) -> Result<(), StoreError> {
            let (before, after) = (change.before.as_ref(), &change.after);
            if before.map(|b| &b.case) != Some(&after.case) {
                c.put_case_row(tables, jurisdiction, &after.case).await?;
            }
            let (orders, clocks) = before.map_or((&[][..], &[][..]), |b| (&b.orders[..], &b.clocks[..]));
            for order in after.orders.iter().filter(|order| !orders.contains(order)) {
                c.put_order_row(tables, jurisdiction, order).await?;
            }
            for clock in after.clocks.iter().filter(|clock| !clocks.contains(clock)) {
                c.put_clock_row(tables, jurisdiction, clock).await?;
            }
            Ok(())
        }

        fn put_case_row(c, tables: Tables, jurisdiction: &str, row: &CaseRow) -> Result<(), StoreError> {
            sqlx::query(into!(
                tables,
                "case_row (jurisdiction, number, external, step, channel, category, title, received,
                     accepted, replied, closed, due, due_order, phone_hash, history, ended, live, repeat_of,
                     supervised, seq)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
                 ON CONFLICT (jurisdiction, number) DO UPDATE SET
                     external = excluded.external, step = excluded.step, channel = excluded.channel,
                     category = excluded.category, title = excluded.title, received = excluded.received,
                     accepted = excluded.accepted, replied = excluded.replied, closed = excluded.closed,
                     due = excluded.due, due_order = excluded.due_order, phone_hash = excluded.phone_hash,
                     history = excluded.history, ended = excluded.ended, live = excluded.live,
                     repeat_of = excluded.repeat_of, supervised = excluded.supervised, seq = excluded.seq"
            ))
            .bind(jurisdiction)
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
            .bind(row.phone_hash.as_deref())
            .bind(i64::from(row.history))
            .bind(i64::from(row.ended))
            .bind(i64::from(!row.ended && !row.history))
            .bind(row.repeat_of.as_ref().map(|number| number.as_str()))
            .bind(i64::from(row.supervised))
            .bind(stored(row.seq))
            .execute(&mut *c)
            .await?;
            Ok(())
        }

        fn put_order_row(c, tables: Tables, jurisdiction: &str, row: &OrderRow) -> Result<(), StoreError> {
            sqlx::query(into!(
                tables,
                "order_row (jurisdiction, number, order_no, unit, step, lead, dispatched, due, due_order,
                     ended)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                 ON CONFLICT (jurisdiction, number, order_no) DO UPDATE SET
                     unit = excluded.unit, step = excluded.step, lead = excluded.lead,
                     dispatched = excluded.dispatched, due = excluded.due, due_order = excluded.due_order,
                     ended = excluded.ended"
            ))
            .bind(jurisdiction)
            .bind(row.number.as_str())
            .bind(i64::from(row.order))
            .bind(row.unit.as_str())
            .bind(&row.step)
            .bind(i64::from(row.lead))
            .bind(row.dispatched.ms())
            .bind(ms(row.due))
            .bind(ms(row.due).unwrap_or(NEVER))
            .bind(i64::from(row.ended))
            .execute(&mut *c)
            .await?;
            Ok(())
        }

        fn put_clock_row(c, tables: Tables, jurisdiction: &str, row: &ClockRow) -> Result<(), StoreError> {
            let live = row.met.is_none() && row.withdrawn.is_none() && !row.right;
            sqlx::query(into!(
                tables,
                "clock_row (jurisdiction, number, position, order_no, clock, started, due, timer, met,
                     lapsed, withdrawn, is_right, live)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                 ON CONFLICT (jurisdiction, number, position) DO UPDATE SET
                     order_no = excluded.order_no, clock = excluded.clock, started = excluded.started,
                     due = excluded.due, timer = excluded.timer, met = excluded.met, lapsed = excluded.lapsed,
                     withdrawn = excluded.withdrawn, is_right = excluded.is_right, live = excluded.live"
            ))
            .bind(jurisdiction)
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
            .execute(&mut *c)
            .await?;
            Ok(())
        }
    }
}
