//! What must hold of what is stored: clocks, folds, read models, the public log.

use crate::random_people::walk::Walk;
use case::{Case, Clock, Event};
use procedure::StepEnd;
use proof::{Check, Kept, Receipt};
use store::archive::{Keep, TABLES};
use store::case_stream;

impl Walk {
    /// From its acceptance until it is answered a case has a clock that runs, is paused or has lapsed, or its step says
    /// why there is none; so has each work order.
    pub(crate) async fn every_wait_has_its_clock(&self) {
        for known in &self.city.cases {
            let case = self.case(&known.number).await;
            let step = self.rules.step(&case.step).unwrap();
            let over = step.answered || step.end == StepEnd::Final;
            if case.accepted.is_none() || over {
                continue;
            }
            let open = |clock: &Clock| clock.is_open();
            let runs = case.clocks.iter().any(open);
            assert!(
                runs || step.no_clock.is_some(),
                "{}: no clock in {}",
                known.number,
                step.id
            );
            for order in case.orders.iter().filter(|order| order.is_open()) {
                let step = self.rules.step(&order.step).unwrap();
                let mut clocks = case.clocks.iter();
                let runs = clocks.any(|clock| clock.order == Some(order.no) && open(clock));
                assert!(
                    runs || step.no_clock.is_some(),
                    "{} order {}: no clock in {}",
                    known.number,
                    order.no,
                    step.id
                );
            }
        }
    }

    /// The events give each case again, and all read models, row by row.
    pub(crate) async fn events_give_the_same_again(&self) {
        let test = &self.city.served.test;
        let store = test.office.store();
        for known in &self.city.cases {
            let stored = store
                .events(&test.j, &case_stream(&known.number.as_str().into()))
                .await
                .unwrap();
            let events: Vec<Event> = stored
                .iter()
                .map(|event| serde_json::from_slice(&event.bytes).unwrap())
                .collect();
            assert_eq!(Case::fold(&events), self.case(&known.number).await);
            let seqs: Vec<u64> = stored.iter().map(|event| event.seq).collect();
            assert_eq!(
                seqs,
                (1..=stored.len() as u64).collect::<Vec<_>>(),
                "{} has gaps",
                known.number
            );
        }
        let folded = || TABLES.iter().filter(|table| table.keep == Keep::Folded);
        let mut before = Vec::new();
        for table in folded() {
            before.push(test.fresh.dump(table.name).await);
        }
        store.rebuild(&test.j, office::fold).await.unwrap();
        for (table, before) in folded().zip(before) {
            let after = test.fresh.dump(table.name).await;
            let differing = before.iter().zip(&after).find(|(old, new)| old != new);
            assert_eq!(
                before.len(),
                after.len(),
                "{} made again has other rows",
                table.name
            );
            assert!(
                differing.is_none(),
                "{} made again is not the same: {differing:#?}",
                table.name
            );
        }
    }

    /// Each id of a command stands for one answer, and what it names is there.
    pub(crate) async fn every_command_was_done_once(&self) {
        let rows = self.city.served.test.fresh.dump("command").await;
        let heads = self.city.heads().await;
        for row in &rows {
            let field = |name: &str| {
                row.split(name)
                    .nth(1)
                    .and_then(|rest| rest.split([')', '"']).next())
                    .unwrap()
            };
            let (stream, seq) = (field("stream=Some(\""), field("seq=Some("));
            let head = heads.get(stream).copied().unwrap_or_default();
            assert!(head >= seq.parse().unwrap(), "answered and not there: {row}");
        }
    }

    /// The log verifies, holds every event, and keeps every promise.
    pub(crate) async fn the_log_verifies(&self) {
        let test = &self.city.served.test;
        while test.office.run_log().await.unwrap() > 0 {}
        let key = test.office.log_key(&test.j).await.unwrap().parse().unwrap();
        let receipts: Vec<Receipt> = self
            .promises
            .iter()
            .map(|text| Receipt::read(text).unwrap())
            .collect();
        let mut check = Check::new(Some(key), receipts, Vec::new());
        let take = |line: String| {
            check.line(&line);
            Ok::<(), office::Problem>(())
        };
        test.office.export_log(&test.j, true, take).await.unwrap();
        let report = check.end();
        assert!(report.sound, "{:?}", report.findings);
        assert_eq!(report.leaves, test.fresh.dump("event").await.len() as u64);
        assert!(
            report
                .receipts
                .iter()
                .all(|promised| promised.kept == Kept::InLog),
            "{:?}",
            report.receipts
        );
    }
}
