//! Invented cases come through the use cases, on both databases, and stay away from real offices.

use std::sync::Arc;

use calendar::Instant;
use office::generate::{Generated, Plan, generate};
use office::verify::Verifier;
use office::{Clock, Config, Office, Problem, SystemChance, SystemClock};
use seal::Key;
use store::testing::Fresh;
use store::{DiskBlobs, Jurisdiction, LedgerFilter, Store};
use tempfile::TempDir;
use testkit::TestOffice;

const J: &str = "main";

struct Place {
    store: Store,
    folder: TempDir,
}

impl Place {
    /// An installation with a procedure and nobody in it.
    async fn of(fresh: &Fresh) -> Self {
        let place = Self {
            store: fresh.store().await,
            folder: tempfile::tempdir().unwrap(),
        };
        let office = place.open(Arc::new(SystemClock), Vec::new());
        let (zh, en) = ("某市".to_owned(), "Some city".to_owned());
        let jurisdiction = Jurisdiction {
            id: J.to_owned(),
            zh,
            en,
            host: None,
        };
        office.enter_jurisdiction(jurisdiction).await.unwrap();
        let from = jiff::civil::date(2010, 1, 1);
        office.adopt_calendar(J, calendar::SHIPPED, from).await.unwrap();
        let procedure = include_str!("../../../procedures/suqian-12345.toml");
        office.adopt_procedure(J, procedure).await.unwrap();
        place
    }

    fn open(&self, clock: Arc<dyn Clock>, verifiers: Vec<Arc<dyn Verifier>>) -> Office {
        Office::new(Config {
            store: self.store.clone(),
            master: Key::from_bytes([3; 32]),
            blobs: Arc::new(DiskBlobs::new(self.folder.path())),
            clock,
            chance: Arc::new(SystemChance),
            public_url: String::new(),
            verifiers,
        })
    }

    async fn generate(&self, cases: u64, now: Instant) -> Generated {
        let open = |clock, verifiers| self.open(clock, verifiers);
        let mut heard = 0;
        let plan = Plan { cases, seed: 5 };
        let made = generate(&open, J, plan, now, || heard += 1).await.unwrap();
        assert_eq!((made.cases, heard), (cases, cases));
        made
    }
}

store::both_engines! {
    async fn cases_of_all_stages_once_and_silently(fresh) {
        let place = Place::of(&fresh).await;
        let now = Instant::parse("2026-06-10T10:00:00+08:00").unwrap();
        let made = place.generate(150, now).await;
        assert!(made.commands > 150 * 6);
        assert_eq!(made.steps.values().sum::<u64>(), 150);
        for step in ["archived", "closed", "handling", "refused"] {
            assert!(made.steps.contains_key(step), "{:?}", made.steps);
        }
        let rows = async || place.store.ledger(J, &LedgerFilter::default(), None, 300).await.unwrap();
        let first = rows().await;
        assert_eq!(first.len(), 150);
        assert!(first.iter().all(|row| row.received < now && !row.history));
        assert_eq!(place.store.outbox_waiting(1).await.unwrap(), [], "nobody is told");

        // The same seed again adds nothing, and with more cases the missing ones.
        place.generate(150, now).await;
        assert_eq!(rows().await, first);
        place.generate(170, now).await;
        assert_eq!(rows().await.len(), 170);
    }

    /// A log whose head is signed takes no events of days gone by: it could not be verified any more.
    async fn where_a_head_is_signed_nothing_is_dated_back(fresh) {
        let place = Place::of(&fresh).await;
        let now = Instant::parse("2026-06-10T10:00:00+08:00").unwrap();
        place.generate(3, now).await;
        let office = place.open(Arc::new(SystemClock), Vec::new());
        office.run_log().await.unwrap();
        let open = |clock, verifiers| place.open(clock, verifiers);
        let refused = generate(&open, J, Plan { cases: 5, seed: 5 }, now, || {}).await;
        let Err(Problem::Invalid(faults)) = refused else { panic!("{refused:?}") };
        assert_eq!(faults[0].code, "generate-log-begun");
        assert_eq!(place.store.ledger(J, &LedgerFilter::default(), None, 300).await.unwrap().len(), 3);
        // and the log of those made before verifies
        let mut check = proof::Check::new(None, vec![], vec![]);
        let write = |line: String| {
            check.line(&line);
            Ok::<(), Problem>(())
        };
        office.export_log(J, true, write).await.unwrap();
        assert!(check.end().sound);
    }

    async fn where_real_people_are_there_is_nothing_invented(fresh) {
        let test = TestOffice::on(fresh).await;
        let open = |_, _| test.office.clone();
        let plan = Plan { cases: 1, seed: 1 };
        let refused = generate(&open, &test.j, plan, test.office.now(), || {}).await;
        assert!(matches!(refused, Err(Problem::Forbidden)));
    }
}
