//! What people get wrong on the command line: a folder for a file, days turned round, own rules of nobody.

use crate::installation::{Data, refused};

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
fn a_jurisdiction_that_is_not_there_is_named() {
    let data = Data::set_up();
    let said = refused(&["log", "key", "--jurisdiction", "nope", "--data", &data.path()]);
    assert!(said.contains("There is no jurisdiction nope"), "{said}");
}

#[test]
fn a_log_of_nothing_is_said_to_be_empty() {
    let data = Data::new();
    let file = data.write("log.jsonl", "");
    let said = refused(&["verify", &file]);
    assert!(said.contains("is empty") && said.contains("log.jsonl"), "{said}");
}

/// Links begin with the address for the public: what they cannot begin with is refused, with one that works.
#[test]
fn an_address_for_the_public_has_a_scheme_and_a_host() {
    let data = Data::set_up();
    let path = data.path();
    for wrong in [
        "foo",
        "ftp://x",
        "https://wz.example.cn/12345",
        "https://wz.example.cn?x=1",
    ] {
        let place = ["--data", &path, "--listen", "127.0.0.1:0", "--public-url", wrong];
        let said = refused(&[&["serve"][..], &place].concat());
        assert!(
            said.contains(wrong) && said.contains("https://wz.example.cn"),
            "{said}"
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

/// A first run that names a procedure which is not there makes no folder that looks like an installation.
#[test]
fn a_first_run_without_its_procedure_makes_nothing() {
    let data = Data::new();
    let path = data.path();
    for (procedure, part) in [("suqian-12354", "suqian-12345"), ("none.toml", "none.toml")] {
        let said = refused(&[
            "serve",
            "--data",
            &path,
            "--procedure",
            procedure,
            "--listen",
            "127.0.0.1:0",
        ]);
        assert!(said.contains(part), "{said}");
        assert!(!std::path::Path::new(&path).exists(), "{procedure}");
    }
}

/// Whoever imports by night would think that a table came in of which nothing did.
#[test]
fn a_table_of_which_nothing_comes_in_is_refused() {
    let data = Data::set_up();
    let path = data.path();
    data.write("head.csv", "编号,姓名,主题,时间,内容,答复,答复时间\n");
    let head = data.at("head.csv");
    let said = refused(&["import", &head, "--data", &path]);
    assert!(said.contains("no rows"), "{said}");
    data.write(
        "bad.csv",
        "编号,姓名,主题,时间,内容,答复,答复时间\n2,李四,水管,昨天,水管漏了,已修,\n",
    );
    let bad = data.at("bad.csv");
    let said = refused(&["import", &bad, "--data", &path]);
    assert!(said.contains("Of 1 rows none was taken"), "{said}");
}
