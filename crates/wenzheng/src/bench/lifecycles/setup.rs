//! What is there before the clock starts: units, people, stored cases, and citizens who hold a one-time code.

use super::server::Server;
use crate::bench::course::UNIT;
use crate::bench::ready::HERE;
use crate::bench::{Fault, fill};
use jiff::civil::date;
use office::directory::{Entry, PersonEntry, PostEntry, UnitEntry};
use office::{Chance, Config, Office, SystemChance, SystemClock};
use seal::Key;
use std::path::Path;
use std::sync::Arc;
use store::{DiskBlobs, Store};
use tokio::task::JoinSet;

/// Password of all staff.
const PASSWORD: &str = "bench-bench-bench";

/// The staff, each for one act: login, role, unit.
pub(crate) const STAFF: [(&str, &str, Option<&str>); 8] = [
    ("accepts", "operator", None),
    ("dispatches", "dispatcher", None),
    ("signs", "handler", Some(UNIT)),
    ("reports", "handler", Some(UNIT)),
    ("reviews", "reviewer", None),
    ("replies", "reviewer", None),
    ("closes", "visitor", None),
    ("archives", "visitor", None),
];

/// What clients must know.
pub(crate) struct Made {
    pub(crate) password: &'static str,
}

/// The phone of the citizen with this position.
pub(crate) fn phone(citizen: u32) -> String {
    format!("138{citizen:08}")
}

/// The code that every citizen gets.
pub(crate) const CODE: &str = "000000";

/// Random, but for the four bytes that a one-time code is made of, so that clients know it without a phone, and for
/// those of the name of its message: all are one, so that the outbox is not full of them when the clock starts.
struct Known;

impl Chance for Known {
    fn fill(&self, bytes: &mut [u8]) {
        if matches!(bytes.len(), 4 | 32) {
            bytes.fill(0);
        } else {
            SystemChance.fill(bytes);
        }
    }
}

/// Makes an installation in a folder.
pub(crate) async fn installation(
    folder: &Path,
    database_url: Option<&str>,
    stored: u32,
    citizens: u32,
) -> Result<Made, Fault> {
    // The first run makes the master key and adopts procedure and calendar.
    Server::start(folder, database_url).await?.stop().await?;
    let url = database_url.map_or_else(
        || format!("sqlite:{}", folder.join("wenzheng.sqlite").display()),
        str::to_owned,
    );
    let key = std::fs::read(folder.join("master.key"))?;
    let key = <[u8; 32]>::try_from(key).map_err(|_| "the master key has another length")?;
    let store = Store::open(&url).await?;
    let office = |chance: Arc<dyn Chance>| {
        Office::new(Config {
            store: store.clone(),
            master: Key::from_bytes(key),
            blobs: Arc::new(DiskBlobs::new(folder.join("attachments"))),
            clock: Arc::new(SystemClock),
            chance,
            public_url: "http://127.0.0.1".to_owned(),
            verifiers: Vec::new(),
        })
    };
    let (office, known) = (office(Arc::new(SystemChance)), office(Arc::new(Known)));
    let hash = office.hash_password(PASSWORD).await?;
    office.enter(HERE, "bench", directory(&hash)).await?;
    fill::fill(&store, 0..stored).await?;
    // Where so many are stored they entered the log long ago: the server does not do it beside what is measured.
    while office.run_log().await? > 0 {}
    let mut tasks = JoinSet::new();
    for task in 0..64 {
        let office = known.clone();
        tasks.spawn(async move {
            for citizen in (task..citizens).step_by(64) {
                office.send_code(HERE, &phone(citizen)).await?;
            }
            Ok::<_, Fault>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    store.close().await;
    Ok(Made { password: PASSWORD })
}

fn directory(password: &str) -> Vec<Entry> {
    let since = date(2020, 1, 1);
    let mut entries = vec![Entry::Unit(UnitEntry {
        id: UNIT.to_owned(),
        zh: "市水务局".to_owned(),
        en: "Water Bureau".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: None,
        duties: Vec::new(),
        from: since,
        to: None,
    })];
    for (login, role, unit) in STAFF {
        entries.push(Entry::Person(PersonEntry {
            id: login.to_owned(),
            login: login.to_owned(),
            name: login.to_owned(),
            password: Some(password.to_owned()),
            email: None,
            phone: None,
            active: true,
        }));
        entries.push(Entry::Post(PostEntry {
            person: login.to_owned(),
            role: role.to_owned(),
            unit: unit.map(str::to_owned),
            from: since,
            to: None,
        }));
    }
    entries
}
