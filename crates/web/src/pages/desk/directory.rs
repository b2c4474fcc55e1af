//! Units, people, posts and shifts, for the administrator.

use super::directory_listed::Listed;
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Lang;
use office::administer::{PersonLine, unit_kinds};
use office::view::lists::UnitLine;
use procedure::{Procedure, Seat};

/// `GET /desk/directory`; each form sends to `POST /desk/directory/{what}`.
#[derive(Debug, Template)]
#[template(path = "desk/directory.html")]
pub struct Directory {
    frame: Frame,
    listed: Listed,
    forms: Vec<EntryForm>,
}

#[derive(Debug)]
struct EntryForm {
    what: &'static str,
    name: String,
    fields: Vec<Field>,
    open: bool,
}

/// A form that comes back: which, what was typed, what is wrong in the reader's language.
pub type Back<'a> = Option<(&'a str, &'a dyn Fn(&str) -> String, &'a [(String, String)])>;

impl Directory {
    /// From the directory of today.
    pub fn of(
        frame: Frame,
        procedure: &Procedure,
        listed: Listed,
        (units, people): (&[UnitLine], &[PersonLine]),
        back: Back<'_>,
    ) -> Self {
        let t = frame.t;
        let name = |u: &UnitLine| {
            if t.lang() == Lang::Zh {
                u.unit.zh.clone()
            } else {
                u.unit.en.clone()
            }
        };
        let unit_list: Vec<(String, String)> = units
            .iter()
            .map(|u| (u.unit.id.as_str().to_owned(), name(u)))
            .collect();
        let was_of = |what: &str| back.filter(|(w, _, _)| *w == what);
        let forms = ["unit", "person", "post", "duty"].map(|what| {
            let none = |_: &str| String::new();
            let was: &dyn Fn(&str) -> String = was_of(what).map_or(&none, |(_, was, _)| was);
            let mut fields = match what {
                "unit" => unit_fields(t, procedure, &unit_list, was),
                "person" => person_fields(t, was),
                "post" => post_fields(t, procedure, &unit_list, people, was),
                _ => duty_fields(t, &unit_list, people, was),
            };
            let wrong = was_of(what).map(|(_, _, faults)| faults).unwrap_or_default();
            for field in &mut fields {
                field.fault = wrong
                    .iter()
                    .find(|(n, _)| *n == field.name)
                    .map(|(_, says)| says.clone());
                field.id = format!("{what}-{}", field.name);
            }
            let name = match what {
                "unit" => t.say("directory-add-unit"),
                "person" => t.say("directory-add-person"),
                "post" => t.say("directory-add-post"),
                _ => t.say("directory-add-duty"),
            };
            EntryForm {
                what,
                name,
                fields,
                open: was_of(what).is_some(),
            }
        });
        Self {
            listed,
            forms: forms.into(),
            frame,
        }
    }
}

pub(super) fn list(
    t: T,
    name: &str,
    label: String,
    all: &[(String, String)],
    was: &dyn Fn(&str) -> String,
) -> Field {
    let chosen = was(name);
    let choices = all.iter().map(|(value, label)| Choice {
        chosen: *value == chosen,
        value: value.clone(),
        label: label.clone(),
        note: None,
    });
    Field::new(t, name, label, Input::List(choices.collect()))
}

pub(super) fn typed(
    t: T,
    name: &str,
    label: String,
    kind: &'static str,
    was: &dyn Fn(&str) -> String,
) -> Field {
    let autocomplete = if kind == "password" { "new-password" } else { "off" };
    let most = if matches!(kind, "date" | "datetime-local") {
        25
    } else {
        120
    };
    // a password is typed again
    let value = if kind == "password" {
        String::new()
    } else {
        was(name)
    };
    Field::new(
        t,
        name,
        label,
        Input::Line {
            value,
            kind,
            autocomplete,
            keyboard: "text",
            most,
        },
    )
}

/// The usual kinds in words; a procedure may name others.
pub(super) fn kind_name(t: T, kind: &str) -> String {
    match kind {
        "city" => t.say("directory-kind-city"),
        "county" => t.say("directory-kind-county"),
        "town" => t.say("directory-kind-town"),
        "other" => t.say("directory-kind-other"),
        named => named.to_owned(),
    }
}

fn unit_fields(
    t: T,
    procedure: &Procedure,
    units: &[(String, String)],
    was: &dyn Fn(&str) -> String,
) -> Vec<Field> {
    let kinds: Vec<(String, String)> = unit_kinds(procedure)
        .into_iter()
        .map(|kind| (kind.clone(), kind_name(t, &kind)))
        .collect();
    let mut fields = vec![
        typed(t, "zh", t.say("directory-zh"), "text", was),
        typed(t, "en", t.say("directory-en"), "text", was),
        typed(t, "id", t.say("directory-id"), "text", was).hint(t.say("directory-id-hint")),
        list(t, "kind", t.say("directory-kind"), &kinds, was),
        list(t, "parent", t.say("directory-parent"), units, was).optional(),
        typed(t, "territory", t.say("directory-territory"), "text", was)
            .hint(t.say("directory-territory-hint"))
            .optional(),
    ];
    fields.extend(duties(t, procedure, was));
    fields.push(typed(t, "from", t.say("directory-from"), "date", was));
    fields.push(typed(t, "to", t.say("directory-to"), "date", was).optional());
    let on = was("change") == "yes";
    let change = Field::new(t, "change", t.say("directory-change-unit"), Input::Tick { on });
    fields.push(change.hint(t.say("directory-change-unit-hint")).optional());
    fields
}

/// What a unit is there for: kinds of cases, and marks.
fn duties(t: T, procedure: &Procedure, was: &dyn Fn(&str) -> String) -> Option<Field> {
    let chosen = was("duties");
    let kinds = procedure.categories.iter().map(|c| (&c.id, &c.name));
    let marks = procedure.marks.iter().map(|m| (&m.id, &m.name));
    let choice = |(id, name): (&String, &procedure::Words)| Choice {
        value: id.clone(),
        label: t.text(name).to_owned(),
        note: None,
        chosen: chosen.split(' ').any(|one| one == id),
    };
    let all: Vec<Choice> = kinds.chain(marks).map(choice).collect();
    let hint = t.say("directory-duties-hint");
    let field = || Field::new(t, "duties", t.say("directory-duties"), Input::Boxes(all.clone()));
    (!all.is_empty()).then(|| field().hint(hint).optional())
}

fn person_fields(t: T, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    let least = office::staff::password::SHORTEST.to_string();
    vec![
        typed(t, "name", t.say("desk-staff-name"), "text", was),
        typed(t, "login", t.say("desk-login"), "text", was),
        typed(t, "password", t.say("desk-password"), "password", was)
            .hint(t.args("desk-password-hint", &[("least", least)])),
        typed(t, "email", t.say("directory-email"), "email", was).optional(),
        typed(t, "phone", t.say("desk-phone"), "tel", was).optional(),
    ]
}

fn logins(people: &[PersonLine]) -> Vec<(String, String)> {
    people
        .iter()
        .map(|p| {
            (
                p.person.login.clone(),
                format!("{} · {}", p.person.name, p.person.login),
            )
        })
        .collect()
}

fn post_fields(
    t: T,
    procedure: &Procedure,
    units: &[(String, String)],
    people: &[PersonLine],
    was: &dyn Fn(&str) -> String,
) -> Vec<Field> {
    let staffed = procedure.roles.iter().filter(|r| r.seat != Seat::Citizen);
    let mut roles: Vec<(String, String)> = staffed
        .map(|r| (r.id.clone(), t.text(&r.name).to_owned()))
        .collect();
    roles.push((
        case::access::ADMINISTRATOR.to_owned(),
        t.say("directory-administrator"),
    ));
    roles.push((case::access::KEEPER.to_owned(), t.say("directory-keeper")));
    vec![
        list(t, "person", t.say("directory-person"), &logins(people), was),
        list(t, "role", t.say("directory-role"), &roles, was),
        list(t, "unit", t.say("directory-unit"), units, was)
            .hint(t.say("directory-unit-hint"))
            .optional(),
        typed(t, "from", t.say("directory-from"), "date", was),
        typed(t, "to", t.say("directory-to"), "date", was).optional(),
    ]
}

fn duty_fields(
    t: T,
    units: &[(String, String)],
    people: &[PersonLine],
    was: &dyn Fn(&str) -> String,
) -> Vec<Field> {
    vec![
        list(t, "unit", t.say("directory-unit"), units, was),
        list(t, "person", t.say("directory-person"), &logins(people), was),
        typed(t, "from", t.say("directory-duty-from"), "datetime-local", was),
        typed(t, "to", t.say("directory-duty-to"), "datetime-local", was),
    ]
}
