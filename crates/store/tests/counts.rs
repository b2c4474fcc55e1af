//! Counts, written by hand: what came when, what became of it, what each unit has; and what is in none of them.

use crate::common;

use calendar::Instant;
use case::rows::Rows;
use common::*;
use store::{
    Came, QueueAfter, RowChange, Store, Tally, TallyBy, Unit, UnitCame, UnitLoad, UnitTook, Watched,
    WatchedFor, both_engines,
};

const HOUR: i64 = 3_600_000;

fn day(n: i64) -> Instant {
    at(n * 24 * HOUR)
}

/// Cases of three days; now it is the third, noon.
async fn fill(store: &Store) {
    let now = day(2).plus_ms(12 * HOUR);
    let put = async |n: u32, received: Instant, change: &dyn Fn(&mut Rows)| {
        let mut rows = rows(n);
        rows.case.received = received;
        rows.case.due = Some(now.plus_ms(HOUR));
        change(&mut rows);
        store.commit(with_rows(n, rows)).await.unwrap();
    };
    // the first day: one ended in time, one ended late, one answered whose next duty has time
    put(1, day(0), &|r| {
        (r.case.ended, r.case.due, r.case.replied) = (true, None, Some(day(1)));
    })
    .await;
    put(2, day(0).plus_ms(HOUR), &|r| {
        (r.case.ended, r.case.late, r.case.due, r.case.replied) = (true, true, None, Some(day(2)));
    })
    .await;
    put(3, day(1).plus_ms(-1), &|r| r.case.replied = Some(day(2))).await;
    // the second day: one overdue, although something of it was late as well; one still open
    put(4, day(1), &|r| (r.case.late, r.case.due) = (true, Some(now))).await;
    put(5, day(1), &|r| r.case.category = Some("complaint".into())).await;
    // the third: open, late so far, nothing overdue now
    put(6, day(2), &|r| {
        (r.case.late, r.case.channel) = (true, "web".into())
    })
    .await;
    // in no count: one that accuses somebody, overdue and answered, and one that is history
    put(7, day(1), &|r| {
        (r.case.accused, r.case.due, r.case.replied) = (true, Some(day(1)), Some(day(2)));
        r.case.repeat_of = Some(number(1));
        r.orders = vec![order(7, 1, "water")];
        (r.orders[0].apart, r.orders[0].due, r.orders[0].dispatched) = (true, Some(day(1)), day(1));
        r.orders[0].done = Some(day(2));
    })
    .await;
    put(8, day(1), &|r| {
        (r.case.history, r.case.ended) = (true, true);
        r.orders = vec![order(8, 1, "water")];
        (r.orders[0].apart, r.orders[0].dispatched) = (true, day(1));
    })
    .await;
}

both_engines! {
    /// A stretch holds what was received from its first instant on, and not what came at its last.
    async fn what_came_and_what_became_of_it(db) {
        let store = db.store().await;
        fill(&store).await;
        let edges = [day(0), day(1), day(2), day(3)];
        let now = day(2).plus_ms(12 * HOUR);
        assert_eq!(store.came(HERE, &edges, now).await.unwrap(), [
            Came { all: 3, in_time: 2, late: 1, overdue: 0 },
            Came { all: 2, in_time: 0, late: 0, overdue: 1 },
            Came { all: 1, in_time: 0, late: 1, overdue: 0 },
        ]);
        // an instant before its due time the fourth was late and not overdue: it follows from times alone
        let before = store.came(HERE, &edges[1..3], now.plus_ms(-1)).await.unwrap();
        assert_eq!(before, [Came { all: 2, in_time: 0, late: 1, overdue: 0 }]);
        assert_eq!(store.answered_between(HERE, &edges).await.unwrap(), [0, 1, 2]);
        assert_eq!(store.came("elsewhere", &edges[..2], now).await.unwrap(), [Came::default()]);
        assert_eq!(store.came(HERE, &edges[..1], now).await.unwrap(), []);
    }

    /// Beside what came in a stretch stands what came in the one before.
    async fn by_channel_kind_and_step(db) {
        let store = db.store().await;
        fill(&store).await;
        let tally = |id: &str, count, before| Tally { id: id.into(), count, before };
        let by = async |by| store.tally(HERE, by, day(0), day(1), day(3)).await.unwrap();
        assert_eq!(by(TallyBy::Channel).await, [tally("phone", 2, 3), tally("web", 1, 0)]);
        assert_eq!(by(TallyBy::Category).await, [tally("", 2, 3), tally("complaint", 1, 0)]);
        // two ended, one accuses somebody, one is history
        assert_eq!(store.steps_now(HERE).await.unwrap(), [tally("received", 4, 0)]);
    }

    /// What each unit has, what it got and how long it takes; a work order whose case is in no count is in none either.
    async fn by_unit(db) {
        let store = db.store().await;
        fill(&store).await;
        let mut units = with_rows(20, rows(20));
        units.changes = ["water", "road"].map(|id| RowChange::Unit(Unit {
            id: id.into(),
            zh: id.into(),
            en: id.into(),
            kind: "city".into(),
            parent: None,
            territory: None,
            duties: vec![],
            from: jiff::civil::date(2025, 1, 1),
            to: None,
        })).into();
        store.commit(units).await.unwrap();
        let mut done = rows(21);
        done.orders = (1..=4).map(|no| order(21, no, ["road", "water"][usize::from(no) % 2])).collect();
        for order in &mut done.orders {
            order.dispatched = day(i64::from(order.order) / 2);
            order.due = Some(day(2));
        }
        // of the four, water has 1 and 3, road 2 and 4
        (done.orders[0].ended, done.orders[0].done) = (true, Some(day(0).plus_ms(7 * HOUR)));
        (done.orders[1].ended, done.orders[1].done) = (true, Some(day(1).plus_ms(25 * HOUR)));
        store.commit(with_rows(21, done)).await.unwrap();

        let load = |unit: &str, open, overdue| UnitLoad { unit: unit.into(), open, overdue };
        assert_eq!(store.unit_loads(HERE, day(2)).await.unwrap(), [load("road", 1, 1), load("water", 1, 1)]);
        assert_eq!(store.unit_loads(HERE, day(2).plus_ms(-1)).await.unwrap(), [load("road", 1, 0), load("water", 1, 0)]);
        let both = ["road".into(), "water".into()];
        let mut came = store.units_came(HERE, &both, &[day(0), day(1), day(2), day(3)]).await.unwrap();
        came.sort_by_key(|came| (came.unit.clone(), came.stretch));
        let came_of = |unit: &str, stretch, count| UnitCame { unit: unit.into(), stretch, count };
        assert_eq!(came, [
            came_of("road", 0, 0), came_of("road", 1, 1), came_of("road", 2, 1),
            came_of("water", 0, 1), came_of("water", 1, 1), came_of("water", 2, 0),
        ]);
        let took = |unit: &str, quarters| UnitTook { unit: unit.into(), quarters, count: 1 };
        assert_eq!(store.units_took(HERE, &both, day(0)).await.unwrap(), [took("road", 4), took("water", 1)]);
        assert_eq!(store.units_took(HERE, &both, day(1)).await.unwrap(), [took("road", 4)]);
        assert_eq!(store.units_came(HERE, &[], &[day(0), day(1)]).await.unwrap(), []);
    }

    /// What is watched comes page by page, what is due first first; of a unit alone, of a role alone.
    async fn what_is_watched(db) {
        let store = db.store().await;
        fill(&store).await;
        for n in 31..=36 {
            let mut rows = rows(n);
            rows.case.due = (n != 36).then(|| day(1).plus_ms(i64::from(n)));
            match n {
                31 | 36 => rows.case.repeat_of = Some(number(1)),
                32 => rows.case.urged = Some(day(1)),
                33 => (rows.case.supervised, rows.case.supervised_since) = (true, Some(day(1))),
                34 => {
                    rows.case.instructed = Some(day(1));
                    rows.case.submitted = vec!["leader".into()];
                }
                _ => {}
            }
            rows.orders = vec![order(n, 1, if n == 32 { "road" } else { "water" })];
            store.commit(with_rows(n, rows)).await.unwrap();
        }
        let all = WatchedFor::default();
        let listed = async |watched, of: &WatchedFor| {
            let rows = store.watched(HERE, watched, of, None, 100).await.unwrap();
            assert_eq!(store.watched_count(HERE, watched, of).await.unwrap(), rows.len() as u64);
            rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
        };
        let numbers = |of: &[u32]| of.iter().map(|n| number(*n)).collect::<Vec<_>>();
        let now = day(2).plus_ms(12 * HOUR);
        assert_eq!(listed(Watched::Overdue(now), &all).await, numbers(&[31, 32, 33, 34, 35, 4]));
        assert_eq!(listed(Watched::Repeat, &all).await, numbers(&[31, 36]));
        assert_eq!(listed(Watched::Pressed, &all).await, numbers(&[32, 33]));
        assert_eq!(listed(Watched::Instructed, &all).await, numbers(&[34]));
        let road = WatchedFor { unit: Some("road".into()), ..WatchedFor::default() };
        assert_eq!(listed(Watched::Overdue(now), &road).await, numbers(&[32]));
        let leader = WatchedFor { submitted: vec!["leader".into()], ..WatchedFor::default() };
        assert_eq!(listed(Watched::Overdue(now), &leader).await, numbers(&[34]));
        let after = QueueAfter { due: Some(day(1).plus_ms(34)), number: number(34) };
        let rest = store.watched(HERE, Watched::Overdue(now), &all, Some(&after), 1).await.unwrap();
        assert_eq!(rest[0].number, number(35));
    }
}
