//! An installation for tests: a fresh database, Suqian's procedure, an invented city, a clock that the test sets.

use crate::people::{PASSWORD, STAFF, directory};
use crate::{SeededChance, TestClock};
use case::{Actor, CaseNumber, CommandId, OrderNo, Post};
use office::{Config, Done, Draft, Office, Order, Problem};
use seal::Key;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::testing::Fresh;
use store::{DiskBlobs, Jurisdiction, Store, case_stream};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// An [`Office`] with everything around it. It is 9 o'clock on Monday, 3 March 2025, until the test says otherwise.
///
/// ```ignore
/// both_engines! {
///     async fn a_message_is_accepted(fresh) {
///         let test = TestOffice::on(fresh).await;
///         let receipt = test.receive_verified("路灯不亮").await;
///         let accept = Draft::Accept { ground: "6-2".into(), category: None };
///         test.run("operator", &receipt.number, accept).await.unwrap();
///         test.clock.advance(61);
///         test.office.run_timers().await.unwrap();
///     }
/// }
/// ```
pub struct TestOffice {
    /// The use cases.
    pub office: Office,
    /// The clock of the office.
    pub clock: Arc<TestClock>,
    /// The jurisdiction: `suqian`.
    pub j: String,
    /// The database, for looking into it.
    pub fresh: Fresh,
    /// The data folder: attachments lie in `files`.
    pub folder: TempDir,
    commands: AtomicU64,
}

impl TestOffice {
    /// On SQLite.
    pub async fn sqlite() -> Self {
        Self::on(Fresh::sqlite()).await
    }

    /// On PostgreSQL; `None` where there is no cluster, see [`store::testing`].
    pub async fn postgres() -> Option<Self> {
        Some(Self::on(Fresh::postgres().await?).await)
    }

    /// On a fresh database, as [`store::both_engines!`] hands it out.
    pub async fn on(fresh: Fresh) -> Self {
        let test = Self::bare(fresh, "suqian", 1).await;
        test.found(&test.j, "宿迁市", "Suqian", None).await;
        test
    }

    /// On a fresh database, under another procedure.
    pub async fn under(fresh: Fresh, j: &str, zh: &str, procedure: &str) -> Self {
        let test = Self::bare(fresh, j, 1).await;
        test.found_under(j, (zh, j), None, procedure).await;
        test
    }

    /// Another installation beside one that stands already: its jurisdiction has another id, name and keys.
    pub async fn beside(fresh: Fresh, j: &str, zh: &str) -> Self {
        let test = Self::bare(fresh, j, 1000).await;
        test.found(j, zh, j, None).await;
        test
    }

    /// On a fresh database, reached at this address.
    pub async fn at(fresh: Fresh, url: &str) -> Self {
        let test = Self::bare_at(fresh, "suqian", 1, url).await;
        test.found(&test.j, "宿迁市", "Suqian", None).await;
        test
    }

    async fn bare(fresh: Fresh, j: &str, seed: u64) -> Self {
        Self::bare_at(fresh, j, seed, URL).await
    }

    async fn bare_at(fresh: Fresh, j: &str, seed: u64, url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock::new("2025-03-03T09:00:00"));
        let office = open(&fresh, &folder, &clock, seed, url).await;
        Self {
            office,
            clock,
            j: j.to_owned(),
            fresh,
            folder,
            commands: AtomicU64::new(0),
        }
    }

    /// Over what something else has filled with the master key of the tests: the jurisdiction `j`, at this time.
    #[cfg(feature = "browser")]
    pub(crate) async fn filled(fresh: Fresh, folder: TempDir, j: &str, now: &str) -> Self {
        let clock = Arc::new(TestClock::new(now));
        let office = open(&fresh, &folder, &clock, 1, URL).await;
        Self {
            office,
            clock,
            j: j.to_owned(),
            fresh,
            folder,
            commands: AtomicU64::new(0),
        }
    }

    /// Another process on the same database, with its own randomness and the same clock.
    pub async fn another_process(&self) -> Office {
        let seed = 2 + self.commands.fetch_add(1, Ordering::Relaxed);
        open(&self.fresh, &self.folder, &self.clock, seed, URL).await
    }

    /// An office over another database, such as one that was restored, with the keys and the clock of this one.
    pub fn over(&self, store: Store) -> Office {
        office_on(store, &self.folder, &self.clock, 2, URL)
    }

    /// Enters a jurisdiction with the same procedure and people of the same names; this value goes on acting for its
    /// own one.
    pub async fn found(&self, j: &str, zh: &str, en: &str, host: Option<&str>) {
        let procedure = include_str!("../../../procedures/suqian-12345.toml");
        self.found_under(j, (zh, en), host, procedure).await;
    }

    /// The same under another procedure.
    pub async fn found_under(&self, j: &str, (zh, en): (&str, &str), host: Option<&str>, procedure: &str) {
        let jurisdiction = Jurisdiction {
            id: j.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
            host: host.map(str::to_owned),
        };
        self.office.enter_jurisdiction(jurisdiction).await.unwrap();
        let from = jiff::civil::date(2010, 1, 1);
        self.office
            .adopt_calendar(j, calendar::SHIPPED, from)
            .await
            .unwrap();
        self.office.adopt_procedure(j, procedure).await.unwrap();
        // Hashing is slow on purpose, so one hash does for all.
        static HASH: OnceCell<String> = OnceCell::const_new();
        let hash = HASH.get_or_init(async || self.office.hash_password(PASSWORD).await.unwrap());
        let people = directory(hash.await);
        self.office.enter(j, "system", people).await.unwrap();
    }

    /// A member of staff by id: `operator`, `duty-manager`, `dispatcher`, `reviewer`, `visitor`, `supervisor`,
    /// `administrator`, `handler-water`, `principal-water`, `handler-urban`, `handler2-urban`, `principal-urban`,
    /// `handler-county`, `county-leader`, `auditor`. The id is also the login, [`PASSWORD`] the password.
    pub fn staff(&self, id: &str) -> Actor {
        let found = STAFF.iter().find(|(known, ..)| *known == id);
        let (id, _, role, unit) = found.expect("one of the people of the tests");
        Actor::Staff {
            person: (*id).into(),
            posts: vec![Post {
                role: (*role).to_owned(),
                unit: unit.map(Into::into),
            }],
        }
    }

    /// The citizen who holds number and check code of a case.
    pub fn citizen(&self, number: &CaseNumber) -> Actor {
        Actor::Citizen(Some(number.clone()))
    }

    /// An id that no command had.
    pub fn command_id(&self) -> CommandId {
        let n = self.commands.fetch_add(1, Ordering::Relaxed);
        CommandId::from(format!("test-{n}"))
    }

    /// A member of staff acts on a case, with its newest state before their eyes.
    ///
    /// # Errors
    /// As [`Office::command`].
    pub async fn run(&self, staff: &str, number: &CaseNumber, draft: Draft) -> Result<Done, Problem> {
        self.command(&self.staff(staff), number, None, draft).await
    }

    /// A member of staff acts on a work order.
    ///
    /// # Errors
    /// As [`Office::command`].
    pub async fn run_order(
        &self,
        staff: &str,
        number: &CaseNumber,
        order: OrderNo,
        draft: Draft,
    ) -> Result<Done, Problem> {
        self.command(&self.staff(staff), number, Some(order), draft).await
    }

    /// Anybody acts, with the newest state before their eyes.
    ///
    /// # Errors
    /// As [`Office::command`].
    pub async fn command(
        &self,
        who: &Actor,
        number: &CaseNumber,
        order: Option<OrderNo>,
        draft: Draft,
    ) -> Result<Done, Problem> {
        let stream = case_stream(number);
        let seen = self.office.store().last_seq(&self.j, &stream).await.unwrap();
        let order = Order {
            number: number.clone(),
            order,
            id: self.command_id(),
            seen: Some(seen),
            draft,
            uploads: Vec::new(),
        };
        self.office.command(&self.j, who, order).await
    }
}

/// The master key of all test installations.
pub(crate) fn master() -> Key {
    Key::from_bytes([42; 32])
}

/// Where a test installation is reached, as far as it knows.
const URL: &str = "https://wenzheng.example";

async fn open(fresh: &Fresh, folder: &TempDir, clock: &Arc<TestClock>, seed: u64, url: &str) -> Office {
    office_on(fresh.store().await, folder, clock, seed, url)
}

fn office_on(store: Store, folder: &TempDir, clock: &Arc<TestClock>, seed: u64, url: &str) -> Office {
    Office::new(Config {
        store,
        master: master(),
        blobs: Arc::new(DiskBlobs::new(folder.path().join("files"))),
        clock: clock.clone(),
        chance: Arc::new(SeededChance::new(seed)),
        public_url: url.to_owned(),
        verifiers: Vec::new(),
    })
}
