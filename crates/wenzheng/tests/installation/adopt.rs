//! `wenzheng adopt`: checked first, from a day on, and never twice.

use crate::{Data, Running, printed, refused};

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
