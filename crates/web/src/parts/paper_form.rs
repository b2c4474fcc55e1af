//! The forms of documents: one field for each part that is typed, the finding, and where a document was delivered.

use super::{Ask, Choice, Choices, Field, Input, control, must};
use crate::shell::T;
use case::Offer;
use office::draft::DocumentPartDraft;
use office::{Draft, FieldFault};
use procedure::{Do, Document, PartFrom, Procedure, Ruled};

/// Name of the hidden field that says which document, or record, a form is about.
pub(crate) const NAMES: &str = "names";

/// Before the id of a part, in the name of its field.
const PART: &str = "part-";

/// What an act on a document is called: with the document's name. A record is called by its own.
pub(crate) fn name(t: T, procedure: &Procedure, offer: &Offer) -> Option<String> {
    if offer.does == Do::Record {
        let record = procedure.record(offer.names.as_deref()?)?;
        return Some(t.text(&record.name).to_owned());
    }
    let rule = procedure.document(offer.names.as_deref()?)?;
    let args = [("document", t.text(&rule.name).to_owned())];
    match offer.does {
        Do::Write => Some(t.args("desk-write-document", &args)),
        Do::Deliver => Some(t.args("desk-deliver-document", &args)),
        _ => None,
    }
}

/// The fields of the form.
pub(crate) fn fields(
    t: T,
    offer: &Offer,
    choices: &Choices<'_>,
    was: &dyn Fn(&str) -> Vec<String>,
) -> Vec<Field> {
    let Some(rule) = offer
        .names
        .as_deref()
        .and_then(|id| choices.procedure.document(id))
    else {
        return Vec::new();
    };
    match offer.does {
        Do::Write => writing(t, rule, offer, choices, was),
        Do::Deliver => delivering(t, rule, offer, choices, was),
        _ => Vec::new(),
    }
}

fn writing(
    t: T,
    rule: &Document,
    offer: &Offer,
    choices: &Choices<'_>,
    was: &dyn Fn(&str) -> Vec<String>,
) -> Vec<Field> {
    let mut fields = Vec::new();
    if offer.needs.contains(&procedure::Field::Outcome) {
        let mut finding = control(t, Ask::Outcome, Do::Write, true, choices, was);
        finding.label = t.say("desk-finding");
        fields.push(finding);
    }
    for part in rule.parts.iter().filter(|part| part.from == PartFrom::Typed) {
        let name = format!("{PART}{}", part.id);
        let value = was(&name).into_iter().next().unwrap_or_default();
        let input = if part.contact {
            Input::line(&value, 120)
        } else {
            Input::area(&value, 6, 20_000)
        };
        let mut field = Field::new(t, &name, t.text(&part.name).to_owned(), input);
        field.must = !part.optional;
        fields.push(field);
    }
    // what nobody types is named, so that nobody looks for its field
    let taken = rule.parts.iter().filter(|part| part.from != PartFrom::Typed);
    let names: Vec<&str> = taken.map(|part| t.text(&part.name)).collect();
    if let (Some(first), false) = (fields.first_mut(), names.is_empty()) {
        first.hint = Some(t.args("desk-parts-taken", &[("parts", names.join(" · "))]));
    }
    fields
}

fn delivering(
    t: T,
    rule: &Document,
    offer: &Offer,
    choices: &Choices<'_>,
    was: &dyn Fn(&str) -> Vec<String>,
) -> Vec<Field> {
    let chosen = was("to");
    let to = rule.to.iter().map(|to| Choice {
        value: to.clone(),
        label: addressee(t, choices.procedure, to),
        note: None,
        chosen: chosen.contains(to) || rule.to.len() == 1,
    });
    let mut fields = vec![Field::new(
        t,
        "to",
        t.say("desk-delivered-to"),
        Input::Radios(to.collect()),
    )];
    let ways: Vec<_> = choices
        .procedure
        .ways
        .iter()
        .filter(|way| way.by_act == Do::Deliver)
        .collect();
    if !ways.is_empty() {
        let needed = must(Ask::Way, Do::Deliver, &offer.needs);
        let chosen = was("way");
        let way = ways.into_iter().map(|way| Choice {
            value: way.id.clone(),
            label: t.text(&way.name).to_owned(),
            note: way.clause().map(|clause| clause.as_str().to_owned()),
            chosen: chosen.contains(&way.id),
        });
        let mut field = Field::new(t, "way", t.say("desk-way"), Input::Radios(way.collect()));
        field.must = needed;
        fields.push(field);
    }
    let mut when = control(t, Ask::When, Do::Deliver, false, choices, was);
    when.hint = Some(t.say("desk-delivered-hint"));
    fields.push(when);
    fields
}

/// A recipient as people call it.
pub(crate) fn addressee(t: T, procedure: &Procedure, to: &str) -> String {
    match to {
        "citizen" => t.say("shell-by-citizen"),
        "unit" => t.say("desk-unit"),
        body => {
            let found = procedure.bodies.iter().find(|one| one.id == body);
            found.map_or(body, |one| t.text(&one.name)).to_owned()
        }
    }
}

/// The draft of a form on a document; `None` for other acts.
///
/// # Errors
/// The field that must be filled and is not.
pub(crate) fn reading(act: Do, sent: &[(String, String)]) -> Option<Result<Draft, Vec<FieldFault>>> {
    let one = |name: &str| {
        let found = sent.iter().find(|(n, _)| n == name);
        found
            .map(|(_, text)| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    let document = one(NAMES).unwrap_or_default();
    match act {
        Do::Write => {
            let parts = sent.iter().filter_map(|(name, text)| {
                Some(DocumentPartDraft {
                    id: name.strip_prefix(PART)?.to_owned(),
                    text: text.clone(),
                })
            });
            Some(Ok(Draft::Write {
                document,
                parts: parts.collect(),
                outcome: one("outcome"),
            }))
        }
        Do::Deliver => Some(match one("to") {
            Some(to) => Ok(Draft::Deliver {
                document,
                to,
                way: one("way"),
                when: one("when"),
            }),
            None => Err(vec![FieldFault::new("to", "field-empty")]),
        }),
        _ => None,
    }
}
