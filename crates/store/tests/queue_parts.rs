//! A case may be in a queue for several reasons. It stands there once, and whichever way one asks, the same is found.

use crate::common;

use common::*;
use std::collections::BTreeSet;
use store::{DueBounds, QueueAfter, QueueOf, both_engines};

both_engines! {
    async fn a_case_of_several_parts_stands_once(db) {
        let store = db.store().await;
        for n in 0..64 {
            let has = |bit: u32| n & 1 << bit != 0;
            let mut rows = rows(n);
            rows.case.step = ["received", "handling", "passed-up"][n as usize % 3].into();
            rows.case.accused = has(1);
            rows.case.submitted = if has(2) { vec!["leader".into()] } else { vec![] };
            rows.case.ended = n % 16 == 15;
            rows.case.due = (n % 5 != 0).then(|| at(i64::from(n % 7)));
            rows.orders = vec![order(n, 1, "road"), order(n, 2, "water")];
            rows.orders[0].step = if has(3) { "reported" } else { "signed" }.into();
            rows.orders[1].step = rows.orders[0].step.clone();
            rows.orders[1].asked = has(4);
            rows.orders[0].ended = has(5);
            store.commit(with_rows(n, rows)).await.unwrap();
        }
        let numbers: Vec<_> = (0..64).map(number).collect();
        let bounds = DueBounds { now: at(2), today: at(4), soon: at(5) };
        for wanted in 0..32 {
            let has = |bit: u32| wanted & 1 << bit != 0;
            let words = |there: bool, words: &[&str]| match there {
                true => words.iter().map(|word| (*word).to_owned()).collect(),
                false => vec![],
            };
            let of = QueueOf {
                steps: words(has(0), &["received", "reported", "passed-up"]),
                asked: has(1),
                pool: words(has(2), &["received", "handling"]),
                submitted: words(has(3), &["leader"]),
                accusing: has(4),
                ..QueueOf::default()
            };
            let (mut after, mut seen) = (None, vec![]);
            loop {
                let page = store.queue(HERE, &of, after.as_ref(), 7).await.unwrap();
                let Some(last) = page.last() else { break };
                after = Some(QueueAfter { due: last.due, number: last.number.clone() });
                seen.extend(page);
            }
            assert!(seen.is_sorted_by_key(|row| (row.due.is_none(), row.due, row.number.clone())), "{of:?}");
            let among = store.queue_among(HERE, &of, &numbers).await.unwrap();
            let set = |rows: &[case::rows::CaseRow]| rows.iter().map(|row| row.number.clone()).collect::<BTreeSet<_>>();
            assert_eq!((set(&seen), seen.len()), (set(&among), among.len()), "{of:?}");
            assert_eq!(store.queue_count(HERE, &of).await.unwrap(), seen.len() as u64);
            let due = store.queue_due_counts(HERE, &of, bounds).await.unwrap();
            assert_eq!(due.iter().sum::<u64>(), seen.len() as u64);
            let accusing = store.queue_accusing(HERE, &of).await.unwrap();
            let accused: Vec<_> = seen.iter().filter(|row| row.accused).cloned().collect();
            assert_eq!(set(&accusing), set(&accused), "{of:?}");
        }
    }
}
