//! The form of files that `check` knows is the form that `read` reads.

use std::collections::BTreeSet;

use procedure::schema::{FILE, Kind, Section};
use procedure::vocabulary::of;
use procedure::{
    ActRule, Alternative, Before, Body, Category, Channel, Clause, ClockRule, Demand, Document, Extension,
    Gate, Ground, Guidance, Head, House, Mark, Measure, Monthly, Narrowed, Need, Norm, OrdersTo, Outcome,
    OwnEnded, OwnRules, Part, PassOver, PersonalRule, Priority, Procedure, Question, Record, Requirement,
    Role, Round, Rung, Step, Tell, Template, Way, Wording, Words,
};

fn keys_of_structs() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("file", of::<Procedure>()),
        ("procedure", of::<Head>()),
        ("words", of::<Words>()),
        ("house", of::<House>()),
        ("clause", of::<Clause>()),
        ("role", of::<Role>()),
        ("channel", of::<Channel>()),
        ("category", of::<Category>()),
        ("ground", of::<Ground>()),
        ("guidance", of::<Guidance>()),
        ("way", of::<Way>()),
        ("step", of::<Step>()),
        ("act", of::<ActRule>()),
        ("needs", of::<Need>()),
        ("only_if", of::<Requirement>()),
        ("orders", of::<OrdersTo>()),
        ("tell", of::<Tell>()),
        ("clock", of::<ClockRule>()),
        ("extension", of::<Extension>()),
        ("rung", of::<Rung>()),
        ("norm", of::<Norm>()),
        ("outcome", of::<Outcome>()),
        ("priority", of::<Priority>()),
        ("measure", of::<Measure>()),
        ("personal", of::<PersonalRule>()),
        ("pass_over", of::<PassOver>()),
        ("demand", of::<Demand>()),
        ("limits", of::<Alternative>()),
        ("before", of::<Before>()),
        ("mark", of::<Mark>()),
        ("gate", of::<Gate>()),
        ("question", of::<Question>()),
        ("record", of::<Record>()),
        ("body", of::<Body>()),
        ("document", of::<Document>()),
        ("parts", of::<Part>()),
        ("round", of::<Round>()),
        ("wording", of::<Wording>()),
        ("monthly", of::<Monthly>()),
        ("template", of::<Template>()),
        ("own_rules", of::<OwnRules>()),
        ("own_ended", of::<OwnEnded>()),
        ("narrowed", of::<Narrowed>()),
    ]
}

/// All kinds of tables, those within others included.
fn sections(section: &'static Section, all: &mut Vec<&'static Section>) {
    if all.iter().any(|s| std::ptr::eq(*s, section)) {
        return;
    }
    all.push(section);
    for key in section.keys {
        if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
            sections(inner, all);
        }
    }
}

#[test]
fn every_table_has_the_keys_that_are_read() {
    let mut all = Vec::new();
    sections(&FILE, &mut all);
    let read = keys_of_structs();
    assert_eq!(all.len(), read.len());
    for section in all {
        let known: BTreeSet<&str> = section.keys.iter().map(|k| k.name).collect();
        let (_, keys) = read.iter().find(|(name, _)| *name == section.name).unwrap();
        assert_eq!(known, keys.iter().copied().collect(), "{}", section.name);
    }
}

/// A value that `check` takes for right.
fn value(kind: Kind) -> String {
    match kind {
        Kind::Text => "\"x\"".to_owned(),
        Kind::Yes => "true".to_owned(),
        Kind::Limit => "\"5 workdays\"".to_owned(),
        Kind::Date => "\"2026-01-31\"".to_owned(),
        Kind::Times => "[\"09:00\"]".to_owned(),
        Kind::Word(words) => format!("\"{}\"", words().first().unwrap()),
        Kind::WordList(words) => format!("[\"{}\"]", words().first().unwrap()),
        Kind::Texts => "[\"x\"]".to_owned(),
        Kind::Condition => "\"case.accepted\"".to_owned(),
        Kind::Conditions => "[\"case.units >= 2\"]".to_owned(),
        Kind::Table(section) => table(section, "", ""),
        Kind::Tables(section) => format!("[{}]", table(section, "", "")),
    }
}

/// The least that the table must hold, as an inline table, with one key more or one less.
fn table(section: &Section, more: &str, less: &str) -> String {
    let keys = section
        .keys
        .iter()
        .filter(|k| (k.needed || k.name == more) && k.name != less);
    let keys: Vec<String> = keys.map(|k| format!("{} = {}", k.name, value(k.kind))).collect();
    format!("{{ {} }}", keys.join(", "))
}

fn reads(section: &Section, inline: &str) -> bool {
    let head = FILE.keys.iter().find(|k| k.name == "procedure").unwrap();
    let text = match section.name {
        "file" => return true,
        "procedure" => format!("procedure = {inline}"),
        name => format!("procedure = {}\n{name} = [{inline}]", value(head.kind)),
    };
    procedure::read(&text).is_ok()
}

#[test]
fn what_must_be_there_is_what_reading_refuses_to_miss() {
    for key in FILE.keys {
        let (Kind::Table(section) | Kind::Tables(section)) = key.kind else {
            panic!("{} is no table", key.name)
        };
        assert!(
            reads(section, &table(section, "", "")),
            "[[{}]] at its least",
            section.name
        );
        for key in section.keys {
            let with = table(section, key.name, "");
            assert!(reads(section, &with), "{with}");
            let without = table(section, "", key.name);
            assert_eq!(
                reads(section, &without),
                !key.needed,
                "{} without {}",
                section.name,
                key.name
            );
        }
    }
}
