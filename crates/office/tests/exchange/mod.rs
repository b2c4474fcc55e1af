//! Signed messages between jurisdictions: the same envelope within an installation and between two, and nothing else
//! crosses (ZG-2(1), ZG-2(7), WS-8(6)).

mod above;
mod accusing;
mod cases;
mod heads;
mod keys;
mod noticed;
mod refused;

use case::CaseNumber;
use office::senders::{Console, Senders};
use office::{Draft, Office};
use serde_json::json;
use std::sync::Arc;
use store::Crossings;
use testkit::TestOffice;

/// Sends all that waits, as the job of a process does.
async fn send(office: &Office) {
    let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
    office.run_outbox(&senders).await.unwrap();
}

/// Cases of the other jurisdiction.
async fn cases_of(test: &TestOffice, j: &str) -> Vec<CaseNumber> {
    let who = test.staff("dispatcher");
    let found = test
        .office
        .ledger(j, &who, &Default::default(), None, 99)
        .await
        .unwrap();
    found.into_iter().map(|line| line.row.number).collect()
}

/// Messages that came, in a state.
async fn came(test: &TestOffice, j: &str, state: &str) -> Vec<store::Crossing> {
    let of = Crossings {
        outgoing: false,
        state,
    };
    test.office.store().crossings(j, of, 99).await.unwrap()
}

/// Kinds of the events on a jurisdiction's exchange stream.
async fn log(test: &TestOffice, j: &str) -> Vec<String> {
    let events = test
        .office
        .store()
        .events(j, office::exchange::STREAM)
        .await
        .unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

/// A draft as the API takes it.
fn draft(act: serde_json::Value) -> Draft {
    serde_json::from_value(act).unwrap()
}

/// A verified citizen's case, given to the unit that stands for the banner.
async fn handed_down(test: &TestOffice) -> CaseNumber {
    let number = test.accepted("路灯不亮").await;
    let dispatch = json!({
        "act": "dispatch", "note": "请尽快修复。",
        "to": [{"unit": "county", "lead": true}],
    });
    test.run("dispatcher", &number, draft(dispatch)).await.unwrap();
    number
}
