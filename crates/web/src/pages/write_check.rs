//! What was typed in the steps of a message, once more before it is sent, each with the way back to it.

use super::public_list::named;
use super::write_steps::{Made, Step};
use crate::shell::T;

/// Something that was typed before, to be looked at once more.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) step: Step,
    pub(super) label: String,
    pub(super) value: String,
}

/// What was typed in the steps before, as it would be sent.
pub(super) fn check(t: T, made: Made<'_>, was: &dyn Fn(&str) -> String) -> Vec<Checked> {
    let kind = made
        .rules
        .categories
        .iter()
        .find(|kind| kind.id == was("category"));
    let accused = made.accusable.iter().find(|(id, _)| *id == was("accused"));
    let code = was("division");
    let place = made
        .places
        .iter()
        .find(|unit| unit.territory.as_deref() == Some(code.as_str()));
    let point = match (was("latitude"), was("longitude")) {
        (latitude, longitude) if latitude.is_empty() && longitude.is_empty() => String::new(),
        (latitude, longitude) => format!("{latitude}, {longitude}"),
    };
    let all = [
        (
            "citizen-category",
            "category",
            kind.map(|kind| t.text(&kind.name).to_owned()).unwrap_or_default(),
        ),
        ("citizen-title", "title", was("title")),
        ("citizen-text", "text", was("text")),
        (
            "citizen-accused",
            "accused",
            accused.map(|(_, name)| name.clone()).unwrap_or_default(),
        ),
        ("citizen-accused-named", "accused", was("accused_named")),
        (
            "portal-division",
            "division",
            place.map(|unit| named(t, unit)).unwrap_or_default(),
        ),
        ("citizen-place", "place", was("place")),
        ("portal-point", "latitude", point),
    ];
    all.into_iter()
        .filter(|(_, _, value)| !value.trim().is_empty())
        .map(|(label, field, value)| Checked {
            step: Step::of(field),
            label: t.say(label),
            value,
        })
        .collect()
}
