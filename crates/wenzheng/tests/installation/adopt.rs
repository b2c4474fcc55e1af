//! `wenzheng adopt`: checked first, from a day on, and never twice.

use crate::installation::{Data, Running, output, printed, refused};

const SHIPPED: &str = include_str!("../../../../procedures/suqian-12345.toml");

#[test]
fn a_new_version_is_adopted_once_and_from_a_day_that_can_count() {
    let data = Data::set_up();
    let path = data.path();
    let changed = SHIPPED.replacen("version = \"2020-10-19\"", "version = \"2027\"", 1);
    let file = data.write("new.toml", changed);
    let adopt = |from| ["adopt", &file, "--from", from, "--data", &path].map(str::to_owned);
    let words = |from| adopt(from);
    let said = refused(&words("soon").each_ref().map(String::as_str));
    assert!(
        said.contains("“soon” is no date") && said.contains("2027-01-01"),
        "{said}"
    );
    let said = refused(&words("2020-10-19").each_ref().map(String::as_str));
    assert!(said.contains("would never come into force"), "{said}");
    let said = printed(&words("2027-01-01").each_ref().map(String::as_str));
    assert!(said.contains("in force from 2027-01-01"), "{said}");
    let said = refused(&words("2028-01-01").each_ref().map(String::as_str));
    assert!(
        said.contains("is adopted already, in force from 2027-01-01"),
        "{said}"
    );
    Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]).stop();
}

#[test]
fn faults_are_told_with_their_lines_and_nothing_is_adopted() {
    let data = Data::set_up();
    let faulty = SHIPPED.replacen("first_step = \"received\"", "first_step = \"recieved\"", 1);
    let file = data.write("faulty.toml", faulty);
    let said = refused(&["adopt", &file, "--from", "2027-01-01", "--data", &data.path()]);
    let line = 1 + SHIPPED.lines().position(|l| l.starts_with("first_step")).unwrap();
    assert!(said.contains(&format!("faulty.toml:{line}:")), "{said}");
    assert!(said.contains("was not adopted"), "{said}");
    let said = refused(&[
        "adopt",
        "nowhere.toml",
        "--from",
        "2027-01-01",
        "--data",
        &data.path(),
    ]);
    assert!(said.contains("nowhere.toml cannot be read"), "{said}");
}

#[test]
fn a_calendar_is_adopted_as_well() {
    let data = Data::set_up();
    let calendar = calendar::SHIPPED.replacen("18:00", "17:30", 1);
    let file = data.write("calendar.toml", calendar);
    let said = printed(&["adopt", &file, "--from", "2027-01-01", "--data", &data.path()]);
    assert!(said.contains("in force from 2027-01-01"), "{said}");
}

const WATER: &str = include_str!("../../../../procedures/examples/suqian-water.toml");

#[test]
fn own_rules_are_adopted_unless_they_are_looser() {
    let data = Data::set_up();
    let looser = data.write("looser.toml", WATER.replacen("8 hours", "1 workday", 1));
    let said = refused(&["adopt", &looser, "--data", &data.path()]);
    assert!(said.contains("1 workday") && said.contains("SQ-10(3)"), "{said}");
    let file = data.write("water.toml", WATER);
    let said = printed(&["adopt", &file, "--data", &data.path()]);
    assert!(said.contains("in force from 2026-01-01"), "{said}");
    let said = printed(&["rules", "list", "--data", &data.path()]);
    assert!(
        said.contains("suqian-12345 2020-10-19") && said.contains("console"),
        "{said}"
    );
}

#[test]
fn lapsed_rules_are_used_on_by_a_recorded_decision() {
    let data = Data::set_up();
    let lines = "version = \"2021\"\nlast_day = \"2021-12-31\"\n";
    let lapsed = SHIPPED.replacen("version = \"2020-10-19\"\n", lines, 1);
    let file = data.write("lapsed.toml", lapsed);
    let path = data.path();
    let go_on = |until| {
        [
            "rules",
            "continue",
            "--until",
            until,
            "--decided-by",
            "市政府办公室",
            "--reason",
            "待新办法印发",
            "--data",
            &path,
        ]
        .map(str::to_owned)
    };
    let said = refused(&go_on("2099-12-31").each_ref().map(String::as_str));
    assert!(said.contains("have not lapsed"), "{said}");
    printed(&["adopt", &file, "--from", "2021-01-01", "--data", &path]);
    let said = printed(&["rules", "list", "--data", &path]);
    assert!(said.contains("suqian-12345 2021  lapsed"), "{said}");
    let said = refused(&go_on("2022-01-01").each_ref().map(String::as_str));
    assert!(said.contains("--until: That day is over"), "{said}");
    let doctor = || String::from_utf8(output(&["doctor", "--data", &path]).stdout).unwrap();
    assert!(
        doctor().contains("! main: suqian-12345 2021 was in force until 2021-12-31. Adopt"),
        "{}",
        doctor()
    );
    printed(&go_on("2099-12-31").each_ref().map(String::as_str));
    let said = doctor();
    assert!(
        said.contains("is used on until 2099-12-31 by a decision") && !said.contains("decide to use it on"),
        "{said}"
    );
    let said = printed(&["rules", "list", "--data", &path]);
    assert!(
        said.contains("used on until 2099-12-31 by decision of 市政府办公室: 待新办法印发"),
        "{said}"
    );
}
