//! What people get wrong on the command line: a folder for a file, days turned round, own rules of nobody.

use crate::{Data, refused};

#[test]
fn a_folder_is_no_file() {
    let data = Data::set_up();
    let folder = data.path();
    for args in [
        vec!["verify", &folder],
        vec!["replay", &folder, "--procedure", "suqian-12345"],
        vec!["import", &folder, "--data", &folder],
        vec!["adopt", &folder, "--data", &folder],
        vec!["export", "ledger", &folder, "--data", &folder],
    ] {
        let said = refused(&args);
        assert!(
            said.contains(&folder) && said.contains("it is a folder"),
            "{args:?}: {said}"
        );
    }
}

#[test]
fn a_ledger_of_days_turned_round_is_not_written() {
    let data = Data::set_up();
    let (path, file) = (data.path(), data.at("ledger.csv"));
    let days = ["--from", "2026-05-05", "--to", "2026-01-01"];
    let args = [&["export", "ledger", &file, "--data", &path][..], &days].concat();
    let said = refused(&args);
    assert!(
        said.contains("--to") && said.contains("before the first one"),
        "{said}"
    );
    assert!(!std::path::Path::new(&file).exists());
}
