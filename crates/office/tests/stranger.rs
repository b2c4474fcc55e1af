//! A verifier that shares nothing with ours, written from `docs/log-format.md`: a hundred lines of Python. It finds sound
//! what is sound, and names what is not.

#![allow(clippy::print_stderr, reason = "says which part is skipped")]

use office::Problem;
use std::path::Path;
use std::process::Command;
use store::case_stream;
use testkit::TestOffice;

/// A Python; the one that runs the mail server will do. `None`, with a line, where there is none.
fn python() -> Option<String> {
    let python = std::env::var("WENZHENG_TEST_SMTP_PYTHON").ok();
    if python.is_none() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "WENZHENG_TEST_SMTP_PYTHON is not set"
        );
        eprintln!("skipped: the stranger's verifier, because WENZHENG_TEST_SMTP_PYTHON is not set");
    }
    python
}

async fn exported(test: &TestOffice, with_events: bool) -> String {
    let mut text = String::new();
    let write = |line: String| {
        text.push_str(&line);
        text.push('\n');
        Ok::<(), Problem>(())
    };
    test.office.export_log(&test.j, with_events, write).await.unwrap();
    text
}

/// What the stranger says, line by line.
fn says(python: &str, folder: &Path, log: &str, key: &str, receipts: &[&str]) -> Vec<String> {
    let written = |name: String, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let mut command = Command::new(python);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stranger/verifier.py"));
    command.arg(written("log".to_owned(), log)).arg(key);
    for (n, receipt) in receipts.iter().enumerate() {
        command.arg(written(format!("receipt-{n}"), receipt));
    }
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_checks_the_log_with_a_program_of_their_own() {
    let Some(python) = python() else { return };
    let test = TestOffice::sqlite().await;
    let first = test.receive_verified("路灯不亮").await.number;
    let receipt = test.office.promise(&test.j, &first).await.unwrap();
    test.office.run_log().await.unwrap();
    test.accept(&first).await;
    let late = test.receive_verified("井盖不见了").await.number;
    let broken = test.office.promise(&test.j, &late).await.unwrap();
    test.office.run_log().await.unwrap();
    test.clock.advance(24 * 60);
    test.office.run_log().await.unwrap();
    let key = test.office.log_key(&test.j).await.unwrap();
    let folder = test.folder.path();
    let log = exported(&test, true).await;
    let check = |log: &str, receipts: &[&str]| says(&python, folder, log, &key, receipts);
    assert_eq!(check(&log, &[&receipt, &broken]), ["sound"]);
    assert_eq!(check(&exported(&test, false).await, &[&receipt]), ["sound"]);
    // an event altered, and one gone
    let stream = case_stream(&first);
    let line = log
        .lines()
        .find(|line| line.contains(&stream) && line.contains("\"seq\":1"))
        .unwrap();
    let altered = log.replace(line, &line.replace("\"kind\":\"receive\"", "\"kind\":\"accept\""));
    assert_eq!(check(&altered, &[]), [format!("altered {stream} 1")]);
    let (before, _) = line.split_once(",\"event\"").unwrap();
    let gone = log.replace(line, &format!("{before}}}"));
    assert_eq!(check(&gone, &[]), [format!("gone {stream} 1")]);
    // a commitment altered: no head fits any more; a receipt that another wrote
    let commitment = test
        .office
        .log_receipt(&test.j, &late)
        .await
        .unwrap()
        .commitment
        .to_string();
    let other = log.replace(&commitment, &"ab".repeat(32));
    let said = check(&other, &[&broken]);
    assert!(
        said.iter()
            .any(|line| line.starts_with("head ") && line.ends_with("does not fit")),
        "{said:?}"
    );
    assert!(
        said.contains(&format!("promise broken {} 1", case_stream(&late))),
        "{said:?}"
    );
    let forged = receipt.replace("within: 60", "within: 1");
    assert_eq!(
        check(&log, &[&forged]),
        [format!("receipt {stream} is not signed")]
    );
}
