//! Queues, due list and ledger: order, filters, and pages that show every row once.

use crate::common;

use common::*;
use std::collections::BTreeSet;
use store::{
    AccountOf, CallerOf, CaseChange, Commit, DueAfter, DueFilter, LedgerAfter, LedgerFilter, OrderAfter,
    QueueAfter, QueueOf, RowChange, StepCount, Store, both_engines,
};

/// Whose a case is.
fn of(n: u32, phone: &str, proven: bool, account: Option<&str>) -> CallerOf {
    CallerOf {
        number: number(n),
        phone: phone.into(),
        proven,
        account: account.map_or(AccountOf::Keep, |account| AccountOf::Set(account.into())),
    }
}

/// A hundred cases: steps and channels by turns, many with the same due time, some never due, some ended, some
/// history; two work orders and a clock each.
async fn fill(store: &Store) {
    for n in 1..=100 {
        let mut rows = rows(n);
        rows.case.step = ["received", "accepted", "archived"][n as usize % 3].into();
        rows.case.channel = ["phone", "web"][n as usize % 2].into();
        rows.case.received = at(i64::from(n / 4));
        rows.case.ended = n % 3 == 2;
        rows.case.history = n % 10 == 0;
        rows.case.division = (n % 10 == 0).then(|| format!("6208{:02}", n / 10));
        rows.case.external = (n == 77).then(|| "A-77".into());
        if n % 9 == 0 {
            rows.case.due = None;
        }
        rows.orders = vec![
            order(n, 1, "water"),
            order(n, 2, ["road", "water"][n as usize % 2]),
        ];
        rows.orders[0].ended = n % 4 == 0;
        rows.clocks = vec![clock(n, 0, at(i64::from(n % 8)))];
        rows.clocks[0].order = Some(2);
        if n % 6 == 0 {
            rows.clocks[0].met = Some(at(0));
        }
        let mut commit = with_rows(n, rows);
        commit.caller = (n % 20 == 1).then(|| of(n, "hash", false, None));
        store.commit(commit).await.unwrap();
    }
}

both_engines! {
    /// Every open case once, what is due first first, what is never due last; history and what is ended never.
    async fn the_queue_shows_each_open_case_once(db) {
        let store = db.store().await;
        fill(&store).await;
        let (mut after, mut seen) = (None, vec![]);
        loop {
            let page = store.queue(HERE, &QueueOf::default(), after.as_ref(), 7).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(QueueAfter { due: last.due, number: last.number.clone() });
            seen.extend(page);
        }
        let expected = (1..=100).filter(|n| n % 3 != 2 && n % 10 != 0).count();
        assert_eq!(seen.len(), expected);
        assert_eq!(seen.iter().map(|row| &row.number).collect::<BTreeSet<_>>().len(), expected);
        let keys: Vec<_> = seen.iter().map(|row| (row.due.is_none(), row.due, row.number.clone())).collect();
        assert!(keys.is_sorted());
        assert!(keys.last().unwrap().0);
    }

    /// A role sees the steps in which it may act.
    async fn the_queue_of_some_steps(db) {
        let store = db.store().await;
        fill(&store).await;
        let of = QueueOf { steps: vec!["received".to_owned(), "nothing".to_owned()], ..QueueOf::default() };
        let page = store.queue(HERE, &of, None, 1000).await.unwrap();
        assert_eq!(store.queue_count(HERE, &of).await.unwrap(), page.len() as u64);
        assert_eq!(page.len(), (1..=100).filter(|n| n % 3 == 0 && n % 10 != 0).count());
        assert!(page.iter().all(|row| row.step == "received"));
        let counts = store.counts_by_step(HERE).await.unwrap();
        let accepted = (1..=100).filter(|n| n % 3 == 1 && n % 10 != 0).count() as u64;
        let count = |step: &str, cases| StepCount { step: step.into(), cases };
        assert_eq!(counts, [count("accepted", accepted), count("received", page.len() as u64)]);
    }

    /// A reviewer sees cases by the steps of their work orders, a dispatcher those with a request; nobody what ended.
    async fn the_queue_of_work_orders(db) {
        let store = db.store().await;
        for n in 1..=9 {
            let mut rows = rows(n);
            rows.orders = vec![order(n, 1, "road"), order(n, 2, "water")];
            rows.orders[0].step = if n % 3 == 0 { "reported" } else { "signed" }.into();
            rows.orders[0].ended = n == 9;
            rows.orders[1].asked = n == 2;
            store.commit(with_rows(n, rows)).await.unwrap();
        }
        let numbers = async |of: &QueueOf| {
            let page = store.queue(HERE, of, None, 100).await.unwrap();
            assert_eq!(store.queue_count(HERE, of).await.unwrap(), page.len() as u64);
            page.into_iter().map(|row| row.number).collect::<BTreeSet<_>>()
        };
        let mut of = QueueOf { steps: vec!["reported".to_owned()], ..QueueOf::default() };
        assert_eq!(numbers(&of).await, BTreeSet::from([number(3), number(6)]));
        of.asked = true;
        assert_eq!(numbers(&of).await, BTreeSet::from([number(2), number(3), number(6)]));
        of.steps.clear();
        assert_eq!(numbers(&of).await, BTreeSet::from([number(2)]));
    }

    /// A unit sees its own open work orders with their cases, each once.
    async fn the_queue_of_a_unit(db) {
        let store = db.store().await;
        fill(&store).await;
        let units = ["water".into()];
        let (mut after, mut seen) = (None, vec![]);
        loop {
            let page = store.unit_queue(HERE, &units, after.as_ref(), 9).await.unwrap();
            let Some(last) = page.last() else { break };
            let order = &last.order;
            after = Some(OrderAfter { due: order.due, number: order.number.clone(), order: order.order });
            seen.extend(page);
        }
        let expected = (1..=100).map(|n| u32::from(n % 4 != 0) + n % 2).sum::<u32>() as usize;
        assert_eq!(seen.len(), expected);
        let keys: Vec<_> = seen.iter().map(|q| (q.order.due, q.order.number.clone(), q.order.order)).collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
        assert!(seen.iter().all(|q| q.order.unit.as_str() == "water" && q.case.number == q.order.number));
        assert!(store.unit_queue(HERE, &[], None, 9).await.unwrap().is_empty());
    }

    /// Every duty that runs, the first due first.
    async fn the_due_list(db) {
        let store = db.store().await;
        fill(&store).await;
        let filter = DueFilter::default();
        let (mut after, mut seen) = (None, vec![]);
        loop {
            let page = store.due_list(HERE, &filter, after.as_ref(), 10).await.unwrap();
            let Some(last) = page.last() else { break };
            let clock = &last.clock;
            after = Some(DueAfter { due: clock.due, number: clock.number.clone(), index: clock.index });
            seen.extend(page);
        }
        assert_eq!(seen.len(), (1..=100).filter(|n| n % 6 != 0).count());
        assert!(seen.is_sorted_by(|a, b| (a.clock.due, &a.clock.number) < (b.clock.due, &b.clock.number)));
        let road = DueFilter { unit: Some("road".into()), before: Some(at(4)) };
        let lines = store.due_list(HERE, &road, None, 1000).await.unwrap();
        assert_eq!(lines.len(), (1..=100).filter(|n| n % 6 != 0 && n % 2 == 0 && n % 8 < 4).count());
        assert!(lines.iter().all(|line| line.unit == Some("road".into())));
    }

    /// The whole ledger, the newest first, history included, each line once.
    async fn the_ledger_shows_each_case_once(db) {
        let store = db.store().await;
        fill(&store).await;
        let filter = LedgerFilter::default();
        let (mut after, mut seen) = (None, vec![]);
        loop {
            let page = store.ledger(HERE, &filter, after.as_ref(), 8).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(LedgerAfter { received: last.received, number: last.number.clone() });
            seen.extend(page);
        }
        assert_eq!(seen.len(), 100);
        assert!(seen.is_sorted_by(|a, b| (a.received, &a.number) > (b.received, &b.number)));
        assert_eq!(seen[99], store.case_row(HERE, &number(1)).await.unwrap().unwrap());
    }

    /// Each filter alone, and all together with a page.
    async fn the_ledger_by_filter(db) {
        let store = db.store().await;
        fill(&store).await;
        let all = LedgerFilter::default;
        let count = async |filter: LedgerFilter| store.ledger(HERE, &filter, None, 1000).await.unwrap().len();
        assert_eq!(count(LedgerFilter { step: Some("archived".into()), ..all() }).await, 33);
        assert_eq!(count(LedgerFilter { channel: Some("web".into()), ..all() }).await, 50);
        assert_eq!(count(LedgerFilter { unit: Some("road".into()), ..all() }).await, 50);
        assert_eq!(count(LedgerFilter { unit: Some("water".into()), ..all() }).await, 100);
        assert_eq!(count(LedgerFilter { from: Some(at(3)), to: Some(at(5)), ..all() }).await, 8);
        assert_eq!(count(LedgerFilter { phone_hash: Some("hash".into()), ..all() }).await, 5);
        assert_eq!(count(LedgerFilter { external: Some("A-77".into()), ..all() }).await, 1);
        assert_eq!(count(LedgerFilter { history: Some(true), ..all() }).await, 10);
        // a division holds all within it
        assert_eq!(count(LedgerFilter { division: Some("6208".into()), ..all() }).await, 10);
        assert_eq!(count(LedgerFilter { division: Some("620807".into()), ..all() }).await, 1);
        assert_eq!(count(LedgerFilter { division: Some("6207".into()), ..all() }).await, 0);
        let narrow = LedgerFilter {
            step: Some("archived".into()),
            channel: Some("web".into()),
            unit: Some("water".into()),
            from: Some(at(0)),
            to: Some(at(20)),
            phone_hash: Some("hash".into()),
            external: None,
            division: None,
            history: Some(false),
        };
        // of a unit, page by page, in the order of all
        let of_unit = LedgerFilter { unit: Some("road".into()), ..all() };
        let whole = store.ledger(HERE, &of_unit, None, 1000).await.unwrap();
        assert!(whole.is_sorted_by(|a, b| (a.received, &a.number) > (b.received, &b.number)));
        let second = LedgerAfter { received: whole[19].received, number: whole[19].number.clone() };
        assert_eq!(store.ledger(HERE, &of_unit, Some(&second), 10).await.unwrap(), whole[20..30]);
        let after = LedgerAfter { received: at(19), number: number(0) };
        let lines = store.ledger(HERE, &narrow, Some(&after), 10).await.unwrap();
        assert_eq!(lines.iter().map(|row| &row.number).collect::<Vec<_>>(), [&number(41)]);
        assert!(store.ledger("elsewhere", &all(), None, 10).await.unwrap().is_empty());
    }

    /// The last number given counts; a destroyed key of the person takes it along, and a rebuild does not bring it back.
    async fn a_caller_goes_with_the_key_of_the_person(db) {
        let store = db.store().await;
        let caller = async || store.caller(HERE, &number(1)).await.unwrap();
        for hash in ["first", "second"] {
            let mut commit = Commit::new(HERE, at(1));
            commit.caller = Some(of(1, hash, false, None));
            store.commit(commit).await.unwrap();
        }
        assert_eq!(caller().await.as_deref(), Some("second"));
        let mut commit = Commit::new(HERE, at(2));
        let person = seal::KeyId::new(format!("person:{}", number(1)));
        commit.changes.push(RowChange::DestroyKey(person, at(2)));
        store.commit(commit).await.unwrap();
        assert_eq!(caller().await, None);
    }

    /// An account has the cases that were written in it or with its phone, the newest first, but none for which nobody
    /// showed that they hold the phone; one that is corrected is shown anew.
    async fn an_account_has_its_own_cases(db) {
        let store = db.store().await;
        let of_cases = [
            of(1, "phone", true, None),
            of(2, "phone", false, None),
            of(3, "phone", true, Some("mail")),
            of(4, "phone", true, None),
            of(5, "phone", false, Some("phone")),
        ];
        for (n, caller) in (1..).zip(of_cases) {
            let mut rows = rows(n);
            rows.case.received = at(i64::from(n));
            let mut commit = with_rows(n, rows);
            commit.caller = Some(caller);
            store.commit(commit).await.unwrap();
        }
        let mut corrected = Commit::new(HERE, at(9));
        corrected.caller = Some(of(4, "other", false, None));
        store.commit(corrected).await.unwrap();
        let listed = async |id: &str, after: Option<&LedgerAfter>| {
            let found = store.cases_of_account(HERE, id, after, 2).await.unwrap();
            found.into_iter().map(|case| case.number).collect::<Vec<_>>()
        };
        assert_eq!(listed("phone", None).await, [number(5), number(3)]);
        let after = LedgerAfter { received: at(3), number: number(3) };
        assert_eq!(listed("phone", Some(&after)).await, [number(1)]);
        assert_eq!(listed("mail", None).await, [number(3)]);
        assert!(listed("other", None).await.is_empty());
        assert!(store.case_of_account(HERE, "phone", &number(2)).await.unwrap().is_none());
        assert!(store.case_of_account(HERE, "mail", &number(3)).await.unwrap().is_some());
        assert!(store.case_of_account("elsewhere", "phone", &number(1)).await.unwrap().is_none());
    }

    /// A commit writes what differs and leaves the rest.
    async fn rows_change_with_their_case(db) {
        let store = db.store().await;
        let mut before = rows(1);
        before.orders = vec![order(1, 1, "water")];
        before.clocks = vec![clock(1, 0, at(50))];
        store.commit(with_rows(1, before.clone())).await.unwrap();
        let mut after = before.clone();
        after.case.step = "accepted".into();
        after.case.due = None;
        after.orders.push(order(1, 2, "road"));
        after.clocks[0].met = Some(at(9));
        after.clocks[0].timer = None;
        let mut commit = append(1, 1, 9);
        commit.cases = vec![CaseChange { before: Some(before), after: after.clone() }];
        store.commit(commit).await.unwrap();
        assert_eq!(store.case_row(HERE, &number(1)).await.unwrap(), Some(after.case));
        let queue = store.unit_queue(HERE, &["water".into(), "road".into()], None, 9).await.unwrap();
        assert_eq!(queue.into_iter().map(|q| q.order).collect::<Vec<_>>(), after.orders);
        assert!(store.due_list(HERE, &DueFilter::default(), None, 9).await.unwrap().is_empty());
        assert_eq!(store.next_timer().await.unwrap(), None);
    }
}
