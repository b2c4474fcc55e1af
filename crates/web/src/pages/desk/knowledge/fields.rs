//! The form of an entry.

use super::super::directory::{list, typed};
use super::{Known, OFFICE, unit_name};
use crate::parts::{Choice, Field, Input};
use crate::shell::T;
use case::Actor;

/// The fields of an entry, in the order in which somebody writes one.
pub(super) fn fields(t: T, known: &Known<'_>, who: &Actor, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let mut units: Vec<(String, String)> = Vec::new();
    if known.confirms {
        units.push((OFFICE.to_owned(), t.say("knowledge-office")));
    }
    let mine = known.units_of(who);
    units.extend(
        mine.iter()
            .map(|line| (line.unit.id.to_string(), unit_name(t, line))),
    );
    // who keeps the entries of one unit has nothing to choose
    let only = (units.len() == 1)
        .then(|| units.first().map(|(id, _)| id.clone()))
        .flatten();
    let unit = |name: &str| only.clone().unwrap_or_else(|| was(name));
    let yes = was("public") == "yes";
    let choice = |value: &str, key: &str, chosen: bool| Choice {
        value: value.to_owned(),
        label: t.say(key),
        note: None,
        chosen,
    };
    vec![
        Field::new(
            t,
            "title",
            t.say("knowledge-title"),
            Input::line(&was("title"), 120),
        )
        .hint(t.say("knowledge-title-hint")),
        Field::new(
            t,
            "words",
            t.say("knowledge-words"),
            Input::line(&was("words"), 250),
        )
        .hint(t.say("knowledge-words-hint")),
        Field::new(
            t,
            "text",
            t.say("knowledge-text"),
            Input::area(&was("text"), 9, 10_000),
        )
        .hint(t.say("knowledge-text-hint")),
        list(t, "unit", t.say("knowledge-unit"), &units, &unit),
        list(t, "topic", t.say("knowledge-topic"), &known.topics(t), was).optional(),
        Field::new(
            t,
            "public",
            t.say("knowledge-who"),
            Input::Radios(vec![
                choice("yes", "knowledge-public", yes),
                choice("no", "knowledge-internal", !yes),
            ]),
        ),
        typed(t, "review", t.say("knowledge-review"), "date", was)
            .hint(t.say("knowledge-review-hint"))
            .optional(),
        typed(t, "from", t.say("knowledge-from"), "date", was)
            .hint(t.say("knowledge-from-hint"))
            .optional(),
        typed(t, "to", t.say("knowledge-to"), "date", was)
            .hint(t.say("knowledge-to-hint"))
            .optional(),
    ]
}
