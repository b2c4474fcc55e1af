//! `wenzheng procedure` as a clerk runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn procedures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures")
}

fn wenzheng(lang: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wenzheng"));
    command
        .args(["--lang", lang, "procedure"])
        .args(args)
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn list_names_the_shipped_procedures_with_their_hash() {
    let listed = wenzheng("zh", &["list"]);
    assert_eq!(listed.status.code(), Some(0));
    let text = out(&listed);
    let file = std::fs::read_to_string(procedures().join("suqian-12345.toml")).unwrap();
    let hash: String = procedure::read::hash(&file).chars().take(12).collect();
    let line = text.lines().find(|l| l.starts_with("suqian-12345")).unwrap();
    assert!(line.contains("2020-10-19") && line.ends_with(&hash), "{line}");
}

#[test]
fn check_of_a_clean_file_says_so_and_ends_with_0() {
    let file = procedures().join("suqian-12345.toml");
    let checked = wenzheng("zh", &["check", file.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    assert!(out(&checked).ends_with("没有问题。\n"));
}

#[test]
fn check_of_a_faulty_file_names_file_line_clause_and_what_to_do_and_ends_with_1() {
    let file = procedures().join("faulty/093-dead-end.toml");
    let name = file.to_str().unwrap();
    let english = wenzheng("en", &["check", name]);
    assert_eq!(english.status.code(), Some(1));
    let text = out(&english);
    assert!(
        text.starts_with(&format!("{name}:40: ST-1: The step “waiting” is a dead end")),
        "{text}"
    );
    assert!(
        text.contains("\n    → Write an [[act]] with “waiting” in its in"),
        "{text}"
    );
    assert!(text.ends_with("faults: 1, advice: 0.\n"), "{text}");
    let chinese = out(&wenzheng("zh", &["check", name]));
    assert!(chinese.contains("步骤“waiting”是死路"), "{chinese}");
}

#[test]
fn advice_is_marked_and_ends_with_0() {
    let file = procedures().join("faulty/057-role-looks.toml");
    let checked = wenzheng("zh", &["check", file.to_str().unwrap()]);
    assert_eq!(checked.status.code(), Some(0));
    assert!(out(&checked).contains("（建议）"), "{}", out(&checked));
}

#[test]
fn a_file_that_is_not_there_or_not_text_ends_with_2() {
    let missing = wenzheng("zh", &["check", "no-such-file.toml"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("找不到文件 no-such-file.toml"));

    let folder = tempfile::tempdir().unwrap();
    let gb = folder.path().join("gb.toml");
    std::fs::write(&gb, [b'#', 0xcb, 0xde]).unwrap();
    let coded = wenzheng("zh", &["check", gb.to_str().unwrap()]);
    assert_eq!(coded.status.code(), Some(2));
    assert!(err(&coded).contains("UTF-8"));

    assert_eq!(wenzheng("zh", &["check"]).status.code(), Some(2));
    assert_eq!(wenzheng("zh", &["explain", "atlantis"]).status.code(), Some(2));
    assert_eq!(
        wenzheng("zh", &["explain", "suqian-12345", "SQ-99"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn explain_of_a_clause_tells_its_rules() {
    let told = out(&wenzheng("zh", &["explain", "suqian-12345", "SQ-10(3)"]));
    for part in [
        "须在1小时内关注签收",
        "时限“1小时签收”：1小时，从派单到承办单位起算",
        "累计不超过6天",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    assert!(!told.contains("SQ-10(4) ["), "another clause is told too");
}

#[test]
fn explain_of_the_whole_ends_with_the_offices_own_decisions() {
    let told = out(&wenzheng("en", &["explain", "suqian-12345"]));
    let house = told.find("The office's own decisions").unwrap();
    assert!(told.find("SQ-26 [").unwrap() < house);
    assert!(told[house..].contains("Set by: 12345热线"));
}

#[test]
fn explain_of_a_faulty_file_says_what_to_run_first() {
    let file = procedures().join("faulty/093-dead-end.toml");
    let told = wenzheng("zh", &["explain", file.to_str().unwrap()]);
    assert_eq!(told.status.code(), Some(2));
    assert!(err(&told).contains("wenzheng procedure check"));
}

#[test]
fn draw_writes_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("steps.svg");
    let drawn = wenzheng("zh", &["draw", "suqian-12345", "-o", path.to_str().unwrap()]);
    assert_eq!(drawn.status.code(), Some(0), "{}", err(&drawn));
    let picture = std::fs::read_to_string(path).unwrap();
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    let printed = wenzheng("zh", &["draw", "suqian-12345"]);
    assert_eq!(out(&printed), picture);
}

/// A scenario on lines 2 to 6.
const SCENARIO: &str = r#"procedure = "suqian-12345"
[[scenario]]
name = "taken in"
clauses = ["SQ-10(1)"]
when = [{ at = "2025-03-03 09:00", who = "citizen", do = "receive" }]
then = { step = "received" }
"#;

#[test]
fn test_plays_scenarios_a_line_each() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    let name = path.to_str().unwrap();
    let play = |text: &str, lang: &str, args: &[&str]| {
        std::fs::write(&path, text).unwrap();
        wenzheng(lang, &[&["test", name], args].concat())
    };
    let passed = play(SCENARIO, "en", &[]);
    assert_eq!(passed.status.code(), Some(0), "{}", err(&passed));
    assert_eq!(out(&passed), "ok      taken in\nScenarios: 1 passed, 0 failed.\n");

    let failed = play(&SCENARIO.replace("\"received\"", "\"accepted\""), "zh", &[]);
    assert_eq!(failed.status.code(), Some(1));
    let line = format!("{name}:6: step：应为 accepted，实为 received。");
    assert!(out(&failed).contains(&line), "{}", out(&failed));

    let wrong = play(&SCENARIO.replace("receive\"", "recieve\""), "zh", &[]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        err(&wrong).contains(&format!("{name}:5: 没有动作“recieve”")),
        "{}",
        err(&wrong)
    );

    let json: serde_json::Value = serde_json::from_str(&out(&play(SCENARIO, "zh", &["--json"]))).unwrap();
    assert_eq!(
        (&json[0]["name"], &json[0]["passed"]),
        (&"taken in".into(), &true.into())
    );
}

#[test]
fn test_plays_them_on_another_file_where_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (rules, path) = (
        folder.path().join("mine.toml"),
        folder.path().join("scenarios.toml"),
    );
    let shipped = std::fs::read_to_string(procedures().join("suqian-12345.toml")).unwrap();
    let own = shipped.replacen(
        "limit = \"6 days\"\nstarts_on = [\"received\"]",
        "limit = \"5 days\"\nstarts_on = [\"received\"]",
        1,
    );
    assert_ne!(own, shipped);
    std::fs::write(&rules, own).unwrap();
    let due = "then = { due = { matter = \"2025-03-08 24:00\" } }";
    std::fs::write(&path, SCENARIO.replace("then = { step = \"received\" }", due)).unwrap();
    let name = path.to_str().unwrap();
    assert_eq!(wenzheng("zh", &["test", name]).status.code(), Some(1));
    let named = wenzheng("zh", &["test", name, "--procedure", rules.to_str().unwrap()]);
    assert_eq!(named.status.code(), Some(0), "{}{}", out(&named), err(&named));
}
