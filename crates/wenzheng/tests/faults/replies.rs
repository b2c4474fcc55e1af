//! No reply leaves before its commit returns: while another connection holds the database locked, neither the answer
//! nor the message to the citizen comes; after that, both do.

use crate::faults::server::{HERE, Server};
use sqlx::{Connection, Executor, PgConnection};
use std::path::Path;
use std::sync::mpsc::{TryRecvError, channel};
use store::testing::Fresh;

/// Requests that are answered meanwhile: time enough for a reply that would leave too early.
const MEANWHILE: usize = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_a_reply_waits_for_its_commit() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), None);
    // Its address is told before its own first writes are done; it answers after them.
    assert_eq!(server.client().get("/api/v1/procedure").unwrap().status, 200);
    let lock = rusqlite::Connection::open(folder.path().join("wenzheng.sqlite")).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    let unlock = async {
        lock.execute_batch("ROLLBACK").unwrap();
    };
    a_reply_waits(&server, unlock).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql_a_reply_waits_for_its_commit() {
    let Some(fresh) = Fresh::postgres().await else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), Some(&fresh.url));
    let mut lock = PgConnection::connect(&fresh.url).await.unwrap();
    lock.execute("BEGIN; LOCK TABLE event IN EXCLUSIVE MODE")
        .await
        .unwrap();
    let unlock = async {
        lock.execute("ROLLBACK").await.unwrap();
    };
    a_reply_waits(&server, unlock).await;
}

async fn a_reply_waits(server: &Server, unlock: impl Future<Output = ()>) {
    let (mut writer, mut reader) = (server.client(), server.client());
    let (tell, told) = channel();
    let writing = std::thread::spawn(move || {
        tell.send(writer.write("one", "路灯三天没有亮了。").unwrap())
            .unwrap()
    });
    for _ in 0..MEANWHILE {
        assert_eq!(
            reader.get("/api/v1/procedure").unwrap().status,
            200,
            "reading goes on"
        );
        assert!(
            matches!(told.try_recv(), Err(TryRecvError::Empty)),
            "the reply left before the commit"
        );
    }
    unlock.await;
    let answer = told.recv().unwrap();
    writing.join().unwrap();
    assert_eq!(answer.status, 201, "{answer:?}");
    assert!(answer.json()["number"].is_string(), "{HERE}: {answer:?}");
}

/// What leaves through the outbox stands in the same commit as the event that tells it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_waits_for_its_commit() {
    let folder = tempfile::tempdir().unwrap();
    let gateway = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    gateway.set_nonblocking(true).unwrap();
    settings(folder.path(), &gateway.local_addr().unwrap().to_string());
    let server = Server::start(folder.path(), None);
    // Its address is told before its own first writes are done; it answers after them.
    assert_eq!(server.client().get("/api/v1/procedure").unwrap().status, 200);
    let lock = rusqlite::Connection::open(folder.path().join("wenzheng.sqlite")).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (mut writer, mut reader) = (server.client(), server.client());
    let phone = serde_json::json!({ "phone": "13800138000" });
    let writing = std::thread::spawn(move || writer.post("/api/v1/codes", None, &phone).unwrap());
    for _ in 0..MEANWHILE {
        assert_eq!(reader.get("/api/v1/procedure").unwrap().status, 200);
        assert!(gateway.accept().is_err(), "the message left before the commit");
    }
    lock.execute_batch("ROLLBACK").unwrap();
    let answer = writing.join().unwrap();
    assert!(answer.status < 300, "{answer:?}");
    gateway.set_nonblocking(false).unwrap();
    gateway.accept().expect("now it comes");
}

fn settings(folder: &Path, gateway: &str) {
    std::fs::write(
        folder.join("secret"),
        "a secret of the gateway that is long enough",
    )
    .unwrap();
    let text = format!("[sms]\nurl = \"http://{gateway}/sms\"\nsecret_file = \"secret\"\n");
    std::fs::write(folder.join(office::settings::FILE), text).unwrap();
}
