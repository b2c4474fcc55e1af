//! The master key is exchanged under a server that is at work, which is then killed; the old one is dropped before its next start.

use crate::faults::http::Client;
use crate::faults::server::Server;
use serde_json::json;
use std::path::Path;
use std::process::Command;

fn keys(command: &str, folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_wenzheng"))
        .args(["keys", command, "--lang", "en", "--data"])
        .arg(folder)
        .output()
        .unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// Writes a message; its number and check code.
fn written(client: &mut Client, id: &str) -> (String, String) {
    let receipt = client.write(id, "路灯坏了三天。").unwrap();
    assert_eq!(receipt.status, 201, "{receipt:?}");
    let receipt = receipt.json();
    let text = |name: &str| receipt[name].as_str().unwrap().to_owned();
    (text("number"), text("check_code"))
}

/// The citizen opens the case and reads what they wrote.
fn read(client: &mut Client, (number, code): &(String, String)) -> String {
    let held = json!({ "number": number, "check_code": code });
    let session = client.post("/api/v1/follow", None, &held).unwrap();
    assert_eq!(session.status, 200, "{session:?}");
    let token = session.json()["token"].as_str().unwrap().to_owned();
    let more = json!({ "id": format!("more-{number}-{}", token.get(..8).unwrap()), "act": "add", "text": "还是不亮。" });
    let added = client
        .post(&format!("/api/v1/cases/{number}/acts"), Some(&token), &more)
        .unwrap();
    assert_eq!(added.status, 200, "{added:?}");
    let case = client.read(&format!("/api/v1/cases/{number}"), &token).unwrap();
    case.json()["text"].as_str().unwrap().to_owned()
}

#[test]
fn a_master_key_is_exchanged_without_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("master.key");
    let mut server = Server::start(folder.path(), None);
    let mut client = server.client();
    let before = written(&mut client, "before");
    let old = std::fs::read(&file).unwrap();

    assert!(keys("rotate", folder.path()).contains("new master key"));
    let both = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        (
            both.matches("current ").count(),
            both.matches("previous ").count()
        ),
        (1, 1)
    );
    let after = written(&mut client, "after");
    assert_eq!(read(&mut client, &before), "路灯坏了三天。");
    assert_eq!(read(&mut client, &after), "路灯坏了三天。");
    assert!(
        keys("rotate", folder.path()).contains("not finished"),
        "one rotation at a time"
    );
    assert!(
        keys("retire", folder.path()).contains("in use"),
        "the server holds the database"
    );
    server.kill();

    let said = keys("retire", folder.path());
    assert!(said.contains("the file holds the new one only"), "{said}");
    let one = std::fs::read_to_string(&file).unwrap();
    assert!(one.contains("current ") && !one.contains("previous "));
    let mut server = Server::start(folder.path(), None);
    let mut client = server.client();
    assert_eq!(read(&mut client, &before), "路灯坏了三天。");
    assert_eq!(read(&mut client, &after), "路灯坏了三天。");
    server.kill();

    // the old key opens nothing any more
    std::fs::write(&file, old).unwrap();
    assert!(keys("rewrap", folder.path()).contains("open under none of the master keys"));
}
