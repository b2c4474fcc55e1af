//! Keys of machines: which there are, and the form for a new one.

use super::directory::{list, typed};
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Lang;
use office::Adopted;
use office::machines::{MachineLine, SCOPES};
use office::view::lists::UnitLine;
use procedure::Seat;

/// `GET /desk/machines`; the form sends to `POST /desk/machines`.
#[derive(Debug, Template)]
#[template(path = "desk/machines.html")]
pub struct Machines {
    frame: Frame,
    lines: Vec<Line>,
    fields: Vec<Field>,
    open: bool,
}

#[derive(Debug)]
struct Line {
    id: String,
    name: String,
    post: String,
    scopes: String,
    until: String,
    used: String,
    active: bool,
}

/// What was typed, and what is wrong with it.
pub struct Typed<'a> {
    /// A value by name.
    pub was: &'a dyn Fn(&str) -> String,
    /// The scopes that were ticked.
    pub scopes: Vec<&'a str>,
    /// What is wrong, by field.
    pub faults: &'a [(String, String)],
}

impl std::fmt::Debug for Typed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typed").finish_non_exhaustive()
    }
}

/// A key that was just made.
#[derive(Debug, Template)]
#[template(path = "desk/machine-made.html")]
pub struct Shown {
    frame: Frame,
    name: String,
    key: String,
}

impl Shown {
    /// The key is shown this once.
    pub fn of(frame: Frame, name: String, key: String) -> Self {
        Self { frame, name, key }
    }
}

fn scope_name(t: T, scope: &str) -> String {
    match scope {
        "read" => t.say("machines-scope-read"),
        "receive" => t.say("machines-scope-receive"),
        "act" => t.say("machines-scope-act"),
        "person" => t.say("machines-scope-person"),
        "rounds" => t.say("machines-scope-rounds"),
        "items" => t.say("machines-scope-items"),
        _ => t.say("machines-scope-exchange"),
    }
}

fn unit_name(t: T, line: &UnitLine) -> String {
    if t.lang() == Lang::Zh {
        line.unit.zh.clone()
    } else {
        line.unit.en.clone()
    }
}

impl Machines {
    /// From the machines there are.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        units: &[UnitLine],
        machines: &[MachineLine],
        back: &Typed<'_>,
    ) -> Self {
        let t = frame.t;
        let (procedure, calendar) = (&adopted.procedure, &adopted.calendar);
        let post = |post: &case::Post| {
            let role = procedure.role(&post.role);
            let role = role.map_or_else(|| post.role.clone(), |role| t.text(&role.name).to_owned());
            let unit = post.unit.as_ref().map(|id| {
                let found = units.iter().find(|line| line.unit.id == *id);
                found.map_or_else(|| id.to_string(), |line| unit_name(t, line))
            });
            unit.map_or_else(|| role.clone(), |unit| format!("{unit} {role}"))
        };
        let line = |machine: &MachineLine| Line {
            id: machine.id.clone(),
            name: machine.name.clone(),
            post: machine.posts.iter().map(post).collect::<Vec<_>>().join(" · "),
            scopes: machine
                .scopes
                .iter()
                .map(|scope| scope_name(t, scope))
                .collect::<Vec<_>>()
                .join(" · "),
            until: machine
                .until
                .map_or_else(|| t.say("machines-no-end"), |until| until.to_string()),
            used: machine
                .used
                .map_or_else(|| t.say("machines-never"), |at| calendar.show(at, t.lang())),
            active: machine.active,
        };
        let unit_list: Vec<(String, String)> = units
            .iter()
            .map(|line| (line.unit.id.to_string(), unit_name(t, line)))
            .collect();
        let roles: Vec<(String, String)> = procedure
            .roles
            .iter()
            .filter(|role| role.seat != Seat::Citizen)
            .map(|role| (role.id.clone(), t.text(&role.name).to_owned()))
            .collect();
        let scopes = SCOPES.map(|scope| Choice {
            value: scope.to_owned(),
            label: scope_name(t, scope),
            note: None,
            chosen: back.scopes.contains(&scope),
        });
        let mut fields = vec![
            typed(t, "name", t.say("machines-name"), "text", back.was).hint(t.say("machines-name-hint")),
            list(t, "role", t.say("directory-role"), &roles, back.was),
            list(t, "unit", t.say("directory-unit"), &unit_list, back.was)
                .hint(t.say("directory-unit-hint"))
                .optional(),
            Field::new(t, "scopes", t.say("machines-scopes"), Input::Boxes(scopes.into())),
            typed(t, "until", t.say("machines-until"), "date", back.was)
                .hint(t.say("machines-until-hint"))
                .optional(),
        ];
        for field in &mut fields {
            let wrong = back.faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            lines: machines.iter().map(line).collect(),
            fields,
            open: !back.faults.is_empty() || machines.is_empty(),
            frame,
        }
    }
}
