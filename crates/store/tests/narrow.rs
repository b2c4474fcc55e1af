//! Of a queue only what somebody looks for, and how much of it is due when; filters that people keep.

use crate::common;

use common::*;
use store::{DueBounds, DueGroup, Narrow, QueueOf, QueuedOrder, SavedView, Store, both_engines};

/// Forty cases, due and of channels and kinds by turns, each with a work order of one of two units; some accuse.
async fn fill(store: &Store) {
    for n in 1..=40 {
        let mut rows = rows(n);
        rows.case.step = ["received", "accepted"][n as usize % 2].into();
        rows.case.channel = ["phone", "web"][n as usize % 2].into();
        rows.case.category = Some(["ask", "complain", "tell"][n as usize % 3].into());
        rows.case.received = at(i64::from(n));
        rows.case.due = (n % 7 != 0).then(|| at(i64::from(n % 10)));
        rows.case.accused = n % 11 == 0;
        let mut order = order(n, 1, ["road", "water"][n as usize % 2]);
        order.step = ["dispatched", "signed"][n as usize / 2 % 2].into();
        order.due = rows.case.due;
        order.ended = n % 5 == 0;
        rows.orders = vec![order];
        rows.clocks = vec![clock(n, 0, at(i64::from(n % 10)))];
        store.commit(with_rows(n, rows)).await.unwrap();
    }
}

fn bounds() -> DueBounds {
    DueBounds {
        now: at(2),
        today: at(4),
        soon: at(6),
    }
}

fn every_filter() -> Vec<Narrow> {
    let one = |set: &dyn Fn(&mut Narrow)| {
        let mut narrow = Narrow::default();
        set(&mut narrow);
        narrow
    };
    let mut all = vec![
        Narrow::default(),
        one(&|n| n.channel = Some("web".into())),
        one(&|n| n.category = Some("ask".into())),
        one(&|n| n.from = Some(at(10))),
        one(&|n| n.to = Some(at(30))),
        one(&|n| n.accusing = true),
        one(&|n| {
            n.channel = Some("phone".into());
            n.from = Some(at(3));
            n.to = Some(at(33));
            n.due = Some((DueGroup::Overdue, bounds()));
        }),
    ];
    all.extend(DueGroup::ALL.map(|group| one(&|n| n.due = Some((group, bounds())))));
    all
}

fn fits(narrow: &Narrow, row: &case::rows::CaseRow, due: Option<calendar::Instant>) -> bool {
    narrow
        .channel
        .as_ref()
        .is_none_or(|channel| *channel == row.channel)
        && (narrow.category.is_none() || narrow.category == row.category)
        && narrow.from.is_none_or(|from| row.received >= from)
        && narrow.to.is_none_or(|to| row.received < to)
        && narrow
            .due
            .is_none_or(|(group, bounds)| bounds.group(due) == group)
        && (!narrow.accusing || row.accused)
}

both_engines! {
    /// Whatever somebody looks for: the database finds what a person would who went through the whole queue, and
    /// counts as many in each group.
    async fn a_narrowed_queue_holds_what_fits(db) {
        let store = db.store().await;
        fill(&store).await;
        let all = store.queue(HERE, &QueueOf::default(), None, 1000).await.unwrap();
        assert_eq!(all.len(), 40);
        for narrow in every_filter() {
            let wanted: Vec<_> = all.iter().filter(|row| fits(&narrow, row, row.due)).cloned().collect();
            let of = QueueOf { narrow: narrow.clone(), ..QueueOf::default() };
            assert_eq!(store.queue(HERE, &of, None, 1000).await.unwrap(), wanted, "{narrow:?}");
            assert_eq!(store.queue_count(HERE, &of).await.unwrap(), wanted.len() as u64);
            let counts = DueGroup::ALL.map(|group| {
                wanted.iter().filter(|row| bounds().group(row.due) == group).count() as u64
            });
            assert_eq!(store.queue_due_counts(HERE, &of, bounds()).await.unwrap(), counts, "{narrow:?}");
        }
    }

    async fn a_narrowed_queue_of_a_unit_holds_what_fits(db) {
        let store = db.store().await;
        fill(&store).await;
        let units = ["road".into(), "water".into()];
        let all = store.unit_queue(HERE, &units, None, 1000).await.unwrap();
        assert_eq!(all.len(), 32);
        for narrow in every_filter() {
            let fit = |line: &&QueuedOrder| fits(&narrow, &line.case, line.order.due);
            let wanted: Vec<_> = all.iter().filter(fit).cloned().collect();
            assert_eq!(store.unit_bench(HERE, &units, &narrow, None, 1000).await.unwrap(), wanted, "{narrow:?}");
            let counts = DueGroup::ALL.map(|group| {
                wanted.iter().filter(|line| bounds().group(line.order.due) == group).count() as u64
            });
            assert_eq!(store.unit_due_counts(HERE, &units, &narrow, bounds()).await.unwrap(), counts, "{narrow:?}");
        }
        let signed = Narrow { order_steps: vec!["signed".into()], ..Narrow::default() };
        let found = store.unit_bench(HERE, &units, &signed, None, 1000).await.unwrap();
        assert!(!found.is_empty() && found.iter().all(|line| line.order.step == "signed"));
        assert_eq!(store.unit_due_counts(HERE, &[], &signed, bounds()).await.unwrap(), [0; 5]);
    }

    /// A queue of cases knows the steps of their work orders too, and which unit has them.
    async fn a_queue_is_narrowed_to_a_step_and_to_a_unit(db) {
        let store = db.store().await;
        fill(&store).await;
        let of = |narrow: Narrow| QueueOf { narrow, ..QueueOf::default() };
        let signed = of(Narrow { step: Some("signed".into()), ..Narrow::default() });
        let count = (1..=40).filter(|n| n / 2 % 2 == 1 && n % 5 != 0).count();
        assert_eq!(store.queue(HERE, &signed, None, 1000).await.unwrap().len(), count);
        let received = of(Narrow { step: Some("received".into()), ..Narrow::default() });
        assert_eq!(store.queue(HERE, &received, None, 1000).await.unwrap().len(), 20);
        let road = of(Narrow { unit: Some("road".into()), ..Narrow::default() });
        let count = (1..=40).filter(|n| n % 2 == 0 && n % 5 != 0).count();
        assert_eq!(store.queue(HERE, &road, None, 1000).await.unwrap().len(), count);
    }

    /// Which unit has it and which clock runs out first stand beside each line.
    async fn units_and_clocks_stand_beside_the_lines(db) {
        let store = db.store().await;
        fill(&store).await;
        let numbers = [number(1), number(2), number(5)];
        let held = store.holding(HERE, &numbers).await.unwrap();
        let held: Vec<_> = held.iter().map(|h| (h.number.clone(), h.unit.as_str())).collect();
        assert_eq!(held, [(number(1), "water"), (number(2), "road")]);
        let running = store.running(HERE, &numbers).await.unwrap();
        assert_eq!(running.iter().map(|r| r.due).collect::<Vec<_>>(), [at(1), at(2), at(5)]);
        assert!(store.holding(HERE, &[]).await.unwrap().is_empty());
        assert!(store.running(HERE, &[]).await.unwrap().is_empty());
    }

    /// A filter is kept under a name, once, by one person, and gone when that person gives it up.
    async fn a_person_keeps_filters_under_names(db) {
        let store = db.store().await;
        let view = |person: &str, name: &str, wanted: &str, kept: i64| SavedView {
            person: person.into(),
            name: name.into(),
            wanted: wanted.into(),
            kept: at(kept),
        };
        let of = async |person: &str| {
            let found = store.saved_views(HERE, &person.into()).await.unwrap();
            found.into_iter().map(|view| (view.name, view.wanted)).collect::<Vec<_>>()
        };
        for one in [view("li", "网站", "a", 1), view("li", "急", "b", 2), view("wu", "网站", "c", 3), view("li", "网站", "d", 4)] {
            store.keep_view(HERE.into(), one).await.unwrap();
        }
        assert_eq!(of("li").await, [("急".to_owned(), "b".to_owned()), ("网站".to_owned(), "d".to_owned())]);
        store.drop_view(HERE.into(), "li".into(), "网站".into()).await.unwrap();
        assert_eq!(of("li").await, [("急".to_owned(), "b".to_owned())]);
        assert_eq!(of("wu").await, [("网站".to_owned(), "c".to_owned())]);
    }
}
