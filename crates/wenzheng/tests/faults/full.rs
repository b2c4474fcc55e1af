//! A full disk: said clearly, nothing stored by half, and work goes on when there is room again.

use crate::faults::server::{HERE, Server};
use crate::faults::skipped;
use case::CaseNumber;
use std::path::Path;
use std::process::Command;
use store::{Store, case_stream};

/// The disk, in a mount namespace of the server's own: it goes with the server.
const SIZE: &str = "12m";
/// Takes room until it is removed.
const BALLAST: &str = "ballast";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_said_and_survived() {
    let folder = tempfile::tempdir().unwrap();
    let small = |then: &str| {
        let mut command = Command::new("unshare");
        let text = format!("mount -t tmpfs -o size={SIZE} tmpfs \"$0\" && {then}");
        command
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &text])
            .arg(folder.path());
        command
    };
    let allowed = small("exit 0").output();
    if !allowed.as_ref().is_ok_and(|output| output.status.success()) {
        return skipped(
            "a full disk",
            &format!("no small disk can be mounted: {allowed:?}"),
        );
    }
    let mut command = small(&format!(
        "head -c 6000000 /dev/zero > \"$0/{BALLAST}\" && exec \"$@\""
    ));
    command.arg(env!("CARGO_BIN_EXE_wenzheng"));
    let server = Server::run(command, folder.path(), None);
    let inside = format!("/proc/{}/root{}", server.id(), folder.path().display());
    let inside = Path::new(&inside);

    let mut client = server.client();
    let text = "路灯三天没有亮了。".repeat(400);
    let mut numbers = vec![];
    let (id, full) = loop {
        let id = format!("message {}", numbers.len());
        let answer = client.write(&id, &text).unwrap();
        if answer.status != 201 {
            break (id, answer);
        }
        numbers.push(answer.json()["number"].as_str().unwrap().to_owned());
        assert!(numbers.len() < 5_000, "the disk never fills");
    };
    assert!(numbers.len() > 10, "there was room at first");
    assert_eq!(
        (full.status, &full.media[..]),
        (503, "application/problem+json"),
        "{full:?}"
    );
    let problem = full.json();
    assert_eq!(problem["code"], "problem-disk-full", "{problem}");
    assert!(
        problem["detail"].as_str().unwrap().contains("disk is full"),
        "{problem}"
    );

    // A page says it too; reading goes on.
    let form = client.get("/write").unwrap();
    assert_eq!(form.status, 200, "{form:?}");
    let sent = format!(
        "token={}&command={}&title=lamp&name=Wang&phone=13800138000&text={}",
        form.token(),
        "ab".repeat(32),
        "The lamps are dark. ".replace(' ', "+").repeat(900),
    );
    let page = client.form("/write", &form.cookies, &sent).unwrap();
    assert_eq!(page.status, 503, "{page:?}");
    assert!(
        page.media.starts_with("text/html") && page.body.contains("没有保存"),
        "{page:?}"
    );

    std::fs::remove_file(inside.join(BALLAST)).unwrap();
    let answer = client.write(&id, &text).unwrap();
    assert_eq!(answer.status, 201, "{answer:?}");
    numbers.push(answer.json()["number"].as_str().unwrap().to_owned());

    let kept = tempfile::tempdir().unwrap();
    for name in ["wenzheng.sqlite", "wenzheng.sqlite-wal"] {
        std::fs::copy(inside.join(name), kept.path().join(name)).unwrap();
    }
    drop(server);
    let url = format!("sqlite:{}", kept.path().join("wenzheng.sqlite").display());
    let store = Store::open(&url).await.unwrap();
    for number in &numbers {
        let events = store
            .events(HERE, &case_stream(&CaseNumber::from(&number[..])))
            .await
            .unwrap();
        assert_eq!(events.len(), 1, "{number}");
    }
    let counted = store.counts_by_step(HERE).await.unwrap();
    let cases: u64 = counted.iter().map(|count| count.cases).sum();
    assert_eq!(cases, numbers.len() as u64, "nothing half done, nothing twice");
    store.close().await;
}
