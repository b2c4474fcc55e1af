//! Units as a tree and people with their posts, each from which day to which.

use super::directory::kind_name;
use crate::parts::piece;
use crate::shell::T;
use askama::Template;
use calendar::Lang;
use jiff::civil::Date;
use office::administer::PersonLine;
use office::view::lists::UnitLine;
use procedure::Procedure;
use store::{PostHeld, Unit};

/// What is entered.
#[derive(Debug)]
pub struct Listed {
    /// The units of today that stand under no other.
    pub(crate) units: Vec<UnitNode>,
    /// Units that are none today: name and days.
    pub(crate) others: Vec<(String, String)>,
    /// Who works here.
    pub(crate) people: Vec<PersonRow>,
}

/// A unit with those under it.
#[derive(Debug, Template)]
#[template(path = "desk/unit-node.html")]
pub struct UnitNode {
    name: String,
    about: String,
    duty: Option<String>,
    days: String,
    under: Vec<UnitNode>,
}
piece!(UnitNode);

/// A person with posts.
#[derive(Debug)]
pub(crate) struct PersonRow {
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) href: String,
    pub(crate) active: bool,
    /// Posts of today, and those that begin later.
    pub(crate) posts: Vec<(String, String)>,
    /// Posts that ended.
    pub(crate) past: Vec<(String, String)>,
}

impl Listed {
    /// Of today; beside them units that ended or begin later.
    pub fn of(
        t: T,
        rules: &Procedure,
        (units, others): (&[UnitLine], &[Unit]),
        people: &[PersonLine],
        today: Date,
    ) -> Self {
        let known = |id: &str| units.iter().any(|line| line.unit.id.as_str() == id);
        let top = |line: &&UnitLine| {
            let parent = line.unit.parent.as_ref();
            parent.is_none_or(|parent| !known(parent.as_str()) || *parent == line.unit.id)
        };
        let tops = units.iter().filter(top);
        let other = |unit: &Unit| (named(t, unit), days(t, unit.from, unit.to));
        let all: Vec<&Unit> = units.iter().map(|line| &line.unit).chain(others).collect();
        let person = |line: &PersonLine| {
            let over = |post: &&PostHeld| post.to.is_some_and(|to| to <= today);
            let (past, posts): (Vec<&PostHeld>, Vec<&PostHeld>) = line.held.iter().partition(over);
            let shown = |posts: Vec<&PostHeld>| -> Vec<(String, String)> {
                let post = |post: &PostHeld| (post_name(t, rules, &all, post), days(t, post.from, post.to));
                posts.into_iter().map(post).collect()
            };
            PersonRow {
                name: line.person.name.clone(),
                login: line.person.login.clone(),
                href: super::person::address(&line.person.login),
                active: line.person.active,
                posts: shown(posts),
                past: shown(past),
            }
        };
        Self {
            units: tops.map(|line| node(t, units, line, 0)).collect(),
            others: others.iter().map(other).collect(),
            people: people.iter().map(person).collect(),
        }
    }
}

/// Deeper than this no administration is.
const DEEPEST: u8 = 9;

fn node(t: T, units: &[UnitLine], line: &UnitLine, depth: u8) -> UnitNode {
    let unit = &line.unit;
    let under = |other: &&UnitLine| {
        other.unit.parent.as_ref() == Some(&unit.id) && other.unit.id != unit.id && depth < DEEPEST
    };
    let territory = unit.territory.clone();
    let about: Vec<String> = [kind_name(t, &unit.kind), unit.id.to_string()]
        .into_iter()
        .chain(territory)
        .collect();
    UnitNode {
        name: named(t, unit),
        about: about.join(" · "),
        duty: line
            .on_duty
            .as_ref()
            .map(|name| format!("{}{name}", t.say("directory-on-duty"))),
        days: days(t, unit.from, unit.to),
        under: units
            .iter()
            .filter(under)
            .map(|line| node(t, units, line, depth + 1))
            .collect(),
    }
}

fn named(t: T, unit: &Unit) -> String {
    match t.lang() {
        Lang::Zh => unit.zh.clone(),
        Lang::En => unit.en.clone(),
    }
}

fn post_name(t: T, rules: &Procedure, units: &[&Unit], post: &PostHeld) -> String {
    let role = match (rules.role(&post.role), post.role.as_str()) {
        (Some(role), _) => t.text(&role.name).to_owned(),
        (None, case::access::ADMINISTRATOR) => t.say("directory-administrator"),
        (None, case::access::KEEPER) => t.say("directory-keeper"),
        // a role of rules that are in force no more
        (None, role) => role.to_owned(),
    };
    let unit = post.unit.as_ref();
    let unit = unit.map(|id| match units.iter().find(|unit| unit.id == *id) {
        Some(unit) => named(t, unit),
        None => id.to_string(),
    });
    unit.into_iter().chain([role]).collect::<Vec<_>>().join(" ")
}

/// From the first day to the last one.
fn days(t: T, from: Date, to: Option<Date>) -> String {
    let from = calendar::show_day(from, t.lang());
    // the day from which on it is none is the day after the last
    match to.and_then(|to| to.yesterday().ok()) {
        Some(last) => t.args(
            "directory-days",
            &[("from", from), ("to", calendar::show_day(last, t.lang()))],
        ),
        None => t.args("directory-since", &[("from", from)]),
    }
}
