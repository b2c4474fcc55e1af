//! Read models are folds: made again from the log they are the same, row by row.

use crate::common;

use calendar::{Calendar, Instant};
use case::act::{Assignment, UnitRef};
use case::rows::rows;
use case::{Act, Actor, Case, CaseNumber, Command, Post, Rules, decide};
use common::{HERE, sealed};
use jiff::civil::date;
use procedure::Procedure;
use store::testing::Fresh;
use store::{
    Adopted, Append, CaseChange, Commit, Kind, NewEvent, RowChange, Store, StoreError, StoredEvent, Unit,
    both_engines, case_stream,
};

const PROCEDURE: &str = include_str!("../../../procedures/suqian-12345.toml");

const CASE_TABLES: [&str; 3] = ["case_row", "order_row", "clock_row"];

/// A small office: the rules, and a store to commit to.
struct Office {
    store: Store,
    procedure: Procedure,
    calendar: Calendar,
    commands: u32,
}

fn china(local: &str) -> Instant {
    Instant::parse(&format!("{local}+08:00")).unwrap()
}

fn unit(name: &str) -> Unit {
    let (id, kind) = ("water".into(), "city".to_owned());
    Unit {
        id,
        zh: name.into(),
        en: name.into(),
        kind,
        parent: None,
        territory: None,
        duties: vec![],
        from: date(2025, 1, 1),
        to: None,
    }
}

/// Events of the stream `units` are names of the one unit there is.
fn fold(_: &str, event: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    let name = String::from_utf8(event.bytes.clone()).map_err(|e| StoreError::Corrupt(e.to_string()))?;
    Ok(if event.stream == "units" {
        vec![RowChange::Unit(unit(&name))]
    } else {
        vec![]
    })
}

impl Office {
    async fn open(db: &Fresh) -> Self {
        let store = db.store().await;
        let procedure = procedure::read(PROCEDURE).unwrap();
        let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
        let adopted = |kind, hash: &str, text: &str| {
            RowChange::Adopt(Adopted {
                hash: hash.into(),
                kind,
                id: "id".into(),
                version: "1".into(),
                in_force: date(2020, 1, 1),
                text: text.as_bytes().to_vec(),
                adopted_at: china("2025-01-01T08:00:00"),
                adopted_by: String::new(),
            })
        };
        let mut commit = Commit::new(HERE, china("2025-01-01T08:00:00"));
        commit.changes = vec![
            adopted(Kind::Procedure, &procedure.hash, PROCEDURE),
            adopted(Kind::Calendar, calendar.hash(), calendar::SHIPPED),
        ];
        store.commit(commit).await.unwrap();
        Self {
            store,
            procedure,
            calendar,
            commands: 0,
        }
    }

    async fn name_unit(&self, name: &str, expected: u64) {
        let mut commit = Commit::new(HERE, china("2025-01-02T08:00:00"));
        let bytes = name.as_bytes().to_vec();
        let event = NewEvent {
            kind: "unit".into(),
            version: 1,
            at: china("2025-01-02T08:00:00"),
            bytes,
        };
        commit.streams = vec![Append {
            stream: "units".into(),
            expected,
            events: vec![event],
        }];
        commit.changes = vec![RowChange::Unit(unit(name))];
        self.store.commit(commit).await.unwrap();
    }

    async fn act(&mut self, number: &CaseNumber, act: Act, who: &Actor, now: &str) {
        let rules = Rules {
            procedure: &self.procedure,
            calendar: &self.calendar,
        };
        let before = self
            .store
            .load_case(HERE, number)
            .await
            .unwrap()
            .map(|loaded| loaded.case);
        let mut case = before.clone().unwrap_or_default();
        self.commands += 1;
        let id = self.commands.to_string().into();
        let command = Command {
            id,
            act,
            order: None,
            seen: None,
        };
        let events = decide(&rules, &case, &command, who, china(now)).unwrap();
        let stored = events.iter().map(|event| NewEvent {
            kind: "event".into(),
            version: case::event::VERSION,
            at: event.at,
            bytes: serde_json::to_vec(event).unwrap(),
        });
        let mut commit = Commit::new(HERE, china(now));
        commit.streams = vec![Append {
            stream: case_stream(number),
            expected: case.seq,
            events: stored.collect(),
        }];
        commit.procedure.clone_from(&self.procedure.hash);
        commit.calendar = self.calendar.hash().to_owned();
        let old = before.and_then(|before| rows(&rules, &before, number));
        events.iter().for_each(|event| case.apply(event));
        commit.cases = vec![CaseChange {
            before: old,
            after: rows(&rules, &case, number).unwrap(),
        }];
        self.store.commit(commit).await.unwrap();
    }

    /// A case that came in; every second is accepted, every fourth dispatched.
    async fn case(&mut self, n: u32) -> CaseNumber {
        let number = common::number(n);
        let receive = Act::Receive {
            channel: "website".into(),
            title: sealed("路灯不亮"),
            text: sealed("三天没有亮"),
            citizen: None,
            category: None,
            place: None,
            attachments: vec![],
            external: None,
            origin: case::act::Origin::default(),
        };
        self.act(&number, receive, &Actor::Citizen(None), "2025-03-03T09:00:00")
            .await;
        let post = Post {
            role: "operator".into(),
            unit: None,
        };
        let operator = Actor::Staff {
            person: "li".into(),
            posts: vec![post],
        };
        if n.is_multiple_of(2) {
            let citizen = case::act::Citizen {
                key: seal::KeyId::new("person:1"),
                name: sealed("王"),
                phone: sealed("13800138000"),
                id_number: None,
                address: None,
                verified: Some(case::act::Verified {
                    by: "phone-code".into(),
                    at: china("2025-03-03T09:01:00"),
                }),
            };
            let complete = Act::Complete {
                citizen,
                category: Some("complaint".into()),
            };
            self.act(&number, complete, &operator, "2025-03-03T09:05:00")
                .await;
            let accept = Act::Accept {
                ground: "6-2".into(),
                category: None,
            };
            self.act(&number, accept, &operator, "2025-03-03T09:10:00").await;
        }
        if n.is_multiple_of(4) {
            let water = UnitRef {
                id: "water".into(),
                name: "水务局".into(),
                kind: "city".into(),
                above: Vec::new(),
                territory: None,
                duties: Vec::new(),
            };
            let part = Assignment {
                unit: water,
                lead: true,
                direct: false,
                on_duty: None,
            };
            let dispatch = Act::Dispatch {
                to: vec![part],
                note: None,
                terms: case::act::Terms::default(),
            };
            let post = Post {
                role: "dispatcher".into(),
                unit: None,
            };
            let dispatcher = Actor::Staff {
                person: "han".into(),
                posts: vec![post],
            };
            self.act(&number, dispatch, &dispatcher, "2025-03-03T09:20:00")
                .await;
        }
        number
    }
}

async fn dump(db: &Fresh) -> Vec<Vec<String>> {
    let mut all = vec![];
    for table in CASE_TABLES.into_iter().chain(["unit_row"]) {
        all.push(db.dump(table).await);
    }
    all
}

both_engines! {
    /// The same rows, whatever had become of them.
    async fn rebuilt_rows_are_the_same(db) {
        let mut office = Office::open(&db).await;
        for n in 1..=9 {
            office.case(n).await;
        }
        office.name_unit("水利局", 0).await;
        office.name_unit("水务局", 1).await;
        let before = dump(&db).await;
        assert!(before.iter().all(|rows| !rows.is_empty()));
        db.execute("DELETE FROM order_row; UPDATE case_row SET step = 'wrong'; DELETE FROM unit_row;
                    INSERT INTO clock_row SELECT jurisdiction, number, 99, NULL, 'wrong', 0, 0, 0, 0, 0, 0, 0, 0
                    FROM case_row;").await;
        assert_ne!(dump(&db).await, before);
        let rebuilt = office.store.rebuild(HERE, fold).await.unwrap();
        assert_eq!((rebuilt.cases, rebuilt.others), (9, 2));
        assert_eq!(dump(&db).await, before);
        office.store.rebuild(HERE, fold).await.unwrap();
        assert_eq!(dump(&db).await, before);
    }

    /// Rows of another government are left alone.
    async fn a_rebuild_touches_one_jurisdiction(db) {
        let store = db.store().await;
        let mut commit = common::with_rows(1, common::rows(1));
        commit.jurisdiction = "elsewhere".into();
        store.commit(commit).await.unwrap();
        let before = dump(&db).await;
        assert_eq!(store.rebuild(HERE, fold).await.unwrap().cases, 0);
        assert_eq!(dump(&db).await, before);
    }

    /// Commits go on while the read models are made again, and none is lost.
    async fn work_goes_on_during_a_rebuild(db) {
        let mut office = Office::open(&db).await;
        for n in 1..=20 {
            office.case(n).await;
        }
        let store = office.store.clone();
        let rebuilding = tokio::spawn(async move { store.rebuild(HERE, fold).await });
        for n in 21..=40 {
            office.case(n).await;
        }
        rebuilding.await.unwrap().unwrap();
        let before = dump(&db).await;
        assert_eq!(before[0].len(), 40);
        assert_eq!(office.store.rebuild(HERE, fold).await.unwrap().cases, 40);
        assert_eq!(dump(&db).await, before);
    }

    /// What is loaded is what was folded.
    async fn a_loaded_case_is_its_events_folded(db) {
        let mut office = Office::open(&db).await;
        let number = office.case(4).await;
        let loaded = office.store.load_case(HERE, &number).await.unwrap().unwrap();
        let events = office.store.events(HERE, &case_stream(&number)).await.unwrap();
        let events: Vec<case::Event> = events.iter().map(|e| store::upcast::case_event(e).unwrap()).collect();
        assert_eq!(loaded.case, Case::fold(&events));
        assert_eq!((loaded.case.seq, loaded.recorded), (4, china("2025-03-03T09:20:00")));
        assert_eq!(loaded.procedure, office.procedure.hash);
        assert_eq!(loaded.calendar, office.calendar.hash());
        assert_eq!(office.store.load_case(HERE, &common::number(99)).await.unwrap(), None);
    }
}
