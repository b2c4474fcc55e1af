//! `wenzheng demo`: everything runs, and nothing of it stays.

use crate::installation::{Running, wenzheng};

#[test]
fn the_demo_serves_its_city_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = wenzheng(&["demo", "--listen", "127.0.0.1:0"]);
    command.env("TMPDIR", folder.path());
    let running = Running::start(command);
    assert!(running.said.contains("linxiaoyan") && running.said.contains("yunchuan-12345"));
    let numbers = running
        .said
        .lines()
        .filter_map(|line| line.trim().split_once("  "))
        .filter(|(number, _)| number.len() == 16 && number.bytes().all(|b| b.is_ascii_digit()));
    assert_eq!(numbers.count(), 5, "five cases to follow: {}", running.said);
    let (status, page) = running.get("/");
    assert_eq!(status, 200);
    assert!(page.contains("云川市"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    assert!(running.stop().contains("Stopped."));
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "the folder is gone"
    );
}
