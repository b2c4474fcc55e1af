//! What holds of every ledger and every limit.

use std::cell::Cell;

use calendar::Instant;
use ledger::Times;
use proptest::prelude::*;

use crate::common::{CALENDAR, answers_within};

const DAY: i64 = 86_400_000;

fn rows() -> impl Strategy<Value = Vec<Times>> {
    let row = (1_262_400_000_000_i64..1_861_920_000_000, -5 * DAY..60 * DAY, 0..4);
    prop::collection::vec(row, 0..20).prop_map(|rows| {
        let row = |(line, (received, took, unit)): (usize, (i64, i64, i32))| Times {
            line: line as u64 + 2,
            received: Instant::from_ms(received),
            replied: (unit < 3).then(|| Instant::from_ms(received + took)),
            reply: true,
            unit: (unit > 0).then(|| format!("unit {unit}")),
            kind: None,
        };
        rows.into_iter().enumerate().map(row).collect()
    })
}

proptest! {
    #[test]
    fn every_row_is_counted_once_everywhere(rows in rows()) {
        let small = answers_within(&["5 workdays", "36 hours", "15 days"]);
        let asked = Cell::new(0_u64);
        let each = rows.iter().cloned().map(|row| { asked.set(asked.get() + 1); Ok(row) });
        let replay = replay::replay(each, &[&small], &CALENDAR).unwrap();
        prop_assert_eq!(replay.rows, asked.get());
        prop_assert_eq!(replay.rows, replay.total.rows + replay.left.len() as u64);
        for (at, total) in replay.total.cells.iter().enumerate() {
            prop_assert_eq!(total.in_time + total.late, replay.total.rows);
            prop_assert_eq!(total.by.is_some(), total.late > 0);
            if let Some(by) = total.by {
                prop_assert!(0 < by.median && by.median <= by.p90 && by.p90 <= by.worst);
            }
            let months: u64 = replay.months.iter().map(|month| month.cells[at].in_time).sum();
            prop_assert_eq!(months, total.in_time);
            if !replay.units.is_empty() {
                let units: u64 = replay.units.iter().map(|unit| unit.cells[at].late).sum();
                prop_assert_eq!(units, total.late);
            }
        }
    }

    #[test]
    fn a_longer_limit_is_never_kept_less_often(rows in rows()) {
        let small = answers_within(&["5 workdays", "7 workdays", "15 workdays"]);
        let replay = replay::replay(rows.into_iter().map(Ok), &[&small], &CALENDAR).unwrap();
        prop_assert!(replay.total.cells.is_sorted_by_key(|cell| cell.in_time));
        prop_assert!(replay.total.cells.windows(2).all(|pair| pair[0].by.map(|by| by.worst) >= pair[1].by.map(|by| by.worst)));
    }
}
