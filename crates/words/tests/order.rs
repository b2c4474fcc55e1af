//! Names in the order in which people look through them.

use serde::Deserialize;
use words::{Named, sort_by_name};

#[derive(Deserialize)]
struct File {
    list: Vec<List>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    what: String,
    #[serde(default)]
    things: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
}

#[test]
fn lists_come_as_they_were_written_by_hand() {
    let file: File = toml::from_str(include_str!("order.toml")).unwrap();
    assert!(file.list.len() > 10);
    for list in file.list {
        for (names, named) in [(&list.things, Named::Thing), (&list.people, Named::Person)] {
            for begin in 0..names.len() {
                // from every beginning, and backwards
                let mut sorted = names.clone();
                sorted.rotate_left(begin);
                sorted.reverse();
                sort_by_name(&mut sorted, named, |name| name);
                assert_eq!(sorted, *names, "{}", list.what);
            }
        }
    }
}

#[test]
fn whoever_is_no_person_is_read_as_a_word() {
    let mut names = ["单", "丹", "山"];
    sort_by_name(&mut names, Named::Thing, |name| name);
    assert_eq!(names, ["丹", "单", "山"]);
    sort_by_name(&mut names, Named::Person, |name| name);
    assert_eq!(names, ["丹", "山", "单"]);
}
