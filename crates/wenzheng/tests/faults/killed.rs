//! kill -9 in the middle of a load, fifty times: every acknowledged command is there, and none twice.

use crate::faults::http::Client;
use crate::faults::server::{HERE, Server};
use case::CaseNumber;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use store::testing::Fresh;
use store::{Store, case_stream};

const ROUNDS: usize = 50;
const CLIENTS: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("wenzheng.sqlite").display());
    fifty_rounds(folder.path(), None, &url).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_postgresql() {
    let Some(fresh) = Fresh::postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    fifty_rounds(folder.path(), Some(&fresh.url), &fresh.url).await;
}

/// What a client heard.
enum Heard {
    /// A message was taken in.
    Written { id: String, number: String },
    /// Something was added to a case.
    Added { number: String },
    /// No answer came to a message: it may be in or not.
    Unheard { id: String },
    /// No answer came to an addition.
    NotAdded {
        id: String,
        number: String,
        code: String,
    },
}

/// Everything heard so far.
#[derive(Default)]
struct Known {
    written: BTreeMap<String, String>,
    added: BTreeMap<String, u64>,
    unheard: Vec<Heard>,
}

impl Known {
    fn take(&mut self, heard: Heard) {
        match heard {
            Heard::Written { id, number } => {
                if let Some(before) = self.written.insert(id, number.clone()) {
                    assert_eq!(before, number, "one command, one case");
                }
            }
            Heard::Added { number } => *self.added.entry(number).or_default() += 1,
            unheard => self.unheard.push(unheard),
        }
    }
}

async fn fifty_rounds(folder: &Path, database_url: Option<&str>, store_url: &str) {
    let mut known = Known::default();
    for round in 0..ROUNDS {
        let mut server = Server::start(folder, database_url);
        let acknowledged: Vec<_> = known
            .written
            .iter()
            .rev()
            .take(8)
            .map(|(i, n)| (i.clone(), n.clone()))
            .collect();
        let mut client = server.client();
        for (id, number) in acknowledged {
            let again = client.write(&id, TEXT).unwrap().json();
            assert_eq!(
                (&again["number"], &again["check_code"]),
                (&json!(number), &json!(null))
            );
        }
        let (tell, told) = channel();
        let unheard = std::mem::take(&mut known.unheard);
        let mut shares: Vec<Vec<Heard>> = (0..CLIENTS).map(|_| vec![]).collect();
        unheard
            .into_iter()
            .enumerate()
            .for_each(|(n, heard)| shares[n % CLIENTS].push(heard));
        let clients: Vec<_> = shares
            .into_iter()
            .enumerate()
            .map(|(n, share)| {
                let (tell, client) = (tell.clone(), server.client());
                std::thread::spawn(move || load(client, share, &format!("{round}/{n}"), &tell))
            })
            .collect();
        drop(tell);
        // Another moment in each round: so many answers after the start.
        for _ in 0..3 + round % 17 {
            known.take(told.recv().unwrap());
        }
        server.kill();
        clients.into_iter().for_each(|client| client.join().unwrap());
        told.into_iter().for_each(|heard| known.take(heard));
    }
    let mut server = Server::start(folder, database_url);
    let (tell, told) = channel();
    for heard in std::mem::take(&mut known.unheard) {
        assert!(again(&mut server.client(), heard, &tell), "nobody kills it now");
    }
    drop(tell);
    told.into_iter().for_each(|heard| known.take(heard));
    server.kill();
    compare(&known, store_url).await;
}

const TEXT: &str = "小区门口的路灯三天没有亮了。";

/// Repeats what was not heard, then goes on until the server is gone.
fn load(mut client: Client, unheard: Vec<Heard>, name: &str, tell: &Sender<Heard>) {
    let mut unheard = unheard.into_iter();
    while let Some(heard) = unheard.next() {
        if !again(&mut client, heard, tell) {
            unheard.for_each(|heard| tell.send(heard).unwrap());
            return;
        }
    }
    for n in 0.. {
        let Some((number, Some(code))) = write(&mut client, format!("{name}/{n}"), tell) else {
            return;
        };
        if !add(&mut client, format!("add {name}/{n}"), number, code, tell) {
            return;
        }
    }
}

/// Asks again under the same id; whether the server was there.
fn again(client: &mut Client, heard: Heard, tell: &Sender<Heard>) -> bool {
    match heard {
        Heard::Unheard { id } => write(client, id, tell).is_some(),
        Heard::NotAdded { id, number, code } => add(client, id, number, code, tell),
        Heard::Written { .. } | Heard::Added { .. } => unreachable!("these were heard"),
    }
}

fn write(client: &mut Client, id: String, tell: &Sender<Heard>) -> Option<(String, Option<String>)> {
    let Ok(answer) = client.write(&id, TEXT) else {
        tell.send(Heard::Unheard { id }).unwrap();
        return None;
    };
    assert_eq!(answer.status, 201, "{answer:?}");
    let receipt = answer.json();
    let text = |name: &str| receipt[name].as_str().map(str::to_owned);
    let (number, code) = (text("number").unwrap(), text("check_code"));
    tell.send(Heard::Written {
        id,
        number: number.clone(),
    })
    .unwrap();
    Some((number, code))
}

/// The citizen opens the case and adds something.
fn add(client: &mut Client, id: String, number: String, code: String, tell: &Sender<Heard>) -> bool {
    let held = json!({ "number": number, "check_code": code });
    let added = client.post("/api/v1/follow", None, &held).and_then(|answer| {
        assert_eq!(answer.status, 200, "{answer:?}");
        let token = answer.json()["token"].as_str().unwrap().to_owned();
        let act = json!({ "id": id, "act": "add", "text": "今天还是不亮。" });
        client.post(&format!("/api/v1/cases/{number}/acts"), Some(&token), &act)
    });
    let Ok(answer) = added else {
        tell.send(Heard::NotAdded { id, number, code }).unwrap();
        return false;
    };
    assert_eq!(answer.status, 200, "{answer:?}");
    tell.send(Heard::Added { number }).unwrap();
    true
}

/// The database holds what was acknowledged, and nothing else.
async fn compare(known: &Known, url: &str) {
    let store = Store::open(url).await.unwrap();
    for number in known.written.values() {
        let events = store
            .events(HERE, &case_stream(&CaseNumber::from(&number[..])))
            .await
            .unwrap();
        let kinds: Vec<&str> = events.iter().map(|event| &event.kind[..]).collect();
        let mut expected = vec!["receive"];
        expected.extend((0..known.added.get(number).copied().unwrap_or(0)).map(|_| "add"));
        assert_eq!(kinds, expected, "{number}");
    }
    let counted = store.counts_by_step(HERE).await.unwrap();
    let cases: u64 = counted.iter().map(|count| count.cases).sum();
    assert_eq!(
        cases,
        known.written.len() as u64,
        "each command has one case, none has two"
    );
    assert!(cases >= ROUNDS as u64);
    store.close().await;
}
