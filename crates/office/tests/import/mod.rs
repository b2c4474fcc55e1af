//! Ledgers become cases: as history or as new, once each, on both databases.

mod broken_off;
mod held;
mod real;
mod rows;

use std::io::Cursor;

use calendar::{Calendar, SHIPPED};
use ledger::{Mapping, Row, RowError};
use office::import::{Line, Mode, Plan, Tally};
use testkit::TestOffice;

/// The rows of a table.
fn table(bytes: &[u8]) -> Vec<Result<Row, RowError>> {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    ledger::read(Cursor::new(bytes), &Mapping::default(), &calendar)
        .unwrap()
        .collect()
}

fn plan(mode: Option<Mode>) -> Plan {
    Plan {
        mode,
        source: "ledger".to_owned(),
        ..Plan::default()
    }
}

/// Imports a table; the counts, and every line.
async fn import(test: &TestOffice, plan: &Plan, bytes: &[u8]) -> (Tally, Vec<Line>) {
    let mut lines = Vec::new();
    let tally = test
        .office
        .import(&test.j, plan, table(bytes), |line| lines.push(line.clone()))
        .await
        .unwrap();
    assert_eq!(tally.rows, lines.len() as u64);
    assert!(lines.is_sorted_by_key(|line| line.line));
    (tally, lines)
}
