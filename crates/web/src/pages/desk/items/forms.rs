//! The forms for an item: noting one, making a case of it, writing it up.

use super::super::directory::{list, typed};
use super::Above;
use crate::parts::{Choice, Field, Input};
use crate::shell::T;
use office::Adopted;
use office::items::ItemView;
use procedure::Scope;

fn line_of(t: T, name: &str, label: String, value: &str, most: u16) -> Field {
    Field::new(t, name, label, Input::line(value, most))
}

pub(super) fn note_fields(t: T, was: &dyn Fn(&str) -> String) -> Vec<Field> {
    vec![
        line_of(t, "title", t.say("items-title"), &was("title"), 300).hint(t.say("items-title-hint")),
        Field::new(
            t,
            "text",
            t.say("items-text"),
            Input::area(&was("text"), 5, 20_000),
        )
        .optional(),
        line_of(t, "address", t.say("items-address"), &was("address"), 2000)
            .hint(t.say("items-address-hint"))
            .optional(),
        typed(t, "posted", t.say("items-posted"), "datetime-local", was).optional(),
    ]
}

pub(super) fn case_fields(
    t: T,
    adopted: &Adopted,
    view: &ItemView,
    typed: &dyn Fn(&str) -> Option<String>,
) -> Vec<Field> {
    let rules = &adopted.procedure;
    let content = view.content.clone().unwrap_or_default();
    let text = match (&content.address, content.text.as_str()) {
        (Some(address), "") => format!("{}\n{address}", content.title),
        (Some(address), text) => format!("{text}\n{address}"),
        (None, "") => content.title.clone(),
        (None, text) => text.to_owned(),
    };
    let known = |name: &str| match name {
        "channel" => view.channel.clone(),
        "place" => view.place.clone(),
        "title" => Some(content.title.clone()),
        "text" => Some(text.clone()),
        _ => None,
    };
    let was = |name: &str| typed(name).or_else(|| known(name)).unwrap_or_default();
    let channels: Vec<(String, String)> = rules
        .channels
        .iter()
        .map(|channel| (channel.id.clone(), t.text(&channel.name).to_owned()))
        .collect();
    let categories: Vec<(String, String)> = rules
        .categories
        .iter()
        .map(|category| (category.id.clone(), t.text(&category.name).to_owned()))
        .collect();
    vec![
        list(t, "channel", t.say("items-channel"), &channels, &was),
        line_of(t, "title", t.say("items-title"), &was("title"), 300),
        Field::new(
            t,
            "text",
            t.say("items-text"),
            Input::area(&was("text"), 8, 20_000),
        ),
        list(t, "category", t.say("items-category"), &categories, &was).optional(),
        line_of(t, "place", t.say("items-place"), &was("place"), 300).optional(),
        line_of(t, "external", t.say("items-external"), &was("external"), 64)
            .hint(t.say("items-external-hint"))
            .optional(),
    ]
}

pub(super) fn report_fields(
    t: T,
    adopted: &Adopted,
    above: &[Above],
    typed: &dyn Fn(&str) -> Option<String>,
) -> Vec<Field> {
    let was = |name: &str| typed(name).unwrap_or_default();
    let leads = |scope| matches!(scope, Scope::Submitted | Scope::All);
    let mut roles = adopted
        .procedure
        .roles
        .iter()
        .filter(|role| leads(role.sees) && !role.outside)
        .collect::<Vec<_>>();
    // leaders first
    roles.sort_by_key(|role| role.sees != Scope::Submitted);
    let roles: Vec<(String, String)> = roles
        .into_iter()
        .map(|role| (role.id.clone(), t.text(&role.name).to_owned()))
        .collect();
    let sent = was("peers");
    let links = above.iter().map(|(id, name)| Choice {
        value: id.clone(),
        label: name.clone(),
        note: None,
        chosen: sent.split(' ').any(|one| one == id),
    });
    let links: Vec<Choice> = links.collect();
    let send = (!links.is_empty()).then(|| {
        Field::new(t, "peers", t.say("items-send-above"), Input::Boxes(links))
            .hint(t.say("items-send-above-hint"))
            .optional()
    });
    let mut fields = vec![
        list(t, "to", t.say("items-to"), &roles, &was),
        Field::new(
            t,
            "report",
            t.say("items-report"),
            Input::area(&was("report"), 6, 20_000),
        )
        .hint(t.say("items-report-hint")),
        Field::new(
            t,
            "above",
            t.say("items-above"),
            Input::area(&was("above"), 2, 20_000),
        )
        .hint(t.say("items-above-hint"))
        .optional(),
    ];
    // before what is told in words
    let place = fields.len() - 1;
    fields.splice(place..place, send);
    fields
}
