//! Records, documents and other lines: what each cannot do without.

use crate::Refusal;
use crate::act::{Delivering, Recording, Referring, Submitting, Writing};
use crate::facts::Seen;
use procedure::{Basis, Document, Of, PartFrom, Ruled, Words};

/// Refuses other words where the file gives them, and what would be done in the future.
pub(crate) fn check_record(seen: &Seen<'_>, note: &Recording, basis: &Basis) -> Result<(), Refusal> {
    let Some(rule) = seen.rules.procedure.record(&note.record) else {
        return Ok(());
    };
    let written = note.text.as_ref().is_some_and(|t| t.chars > 0);
    if rule.words.is_some() && written {
        return Err(Refusal::new("refusal-given-words", rule.basis()).with("record", &note.record));
    }
    if rule.words.is_none() && !written && note.attachments.is_empty() {
        let basis = basis.clone();
        return Err(Refusal::new("refusal-field-missing", basis).with("field", "text"));
    }
    match note.when {
        Some(when) if when > seen.now => {
            Err(Refusal::new("refusal-in-future", basis.clone()).at("when", when))
        }
        _ => Ok(()),
    }
}

/// Refuses a document one of whose parts is missing, typed or taken from the case, naming the part.
pub(crate) fn check_writing(seen: &Seen<'_>, paper: &Writing, basis: &Basis) -> Result<(), Refusal> {
    let Some(rule) = seen.rules.procedure.document(&paper.document) else {
        return Ok(());
    };
    for part in &paper.parts {
        let known = rule.parts.iter().find(|p| p.id == part.id);
        if known.is_none_or(|p| p.from != PartFrom::Typed) {
            let basis = basis.clone();
            return Err(Refusal::new("refusal-unknown-id", basis)
                .with("list", "part")
                .with("id", &part.id));
        }
    }
    for part in rule.parts.iter().filter(|p| !p.optional) {
        let typed = || {
            let mut parts = paper.parts.iter();
            parts.any(|p| p.id == part.id && p.text.chars > 0)
        };
        let there = match part.from {
            PartFrom::Typed => typed(),
            from => stands(seen, rule, from),
        };
        if !there {
            let part = format!("{}/{}", rule.id, part.id);
            return Err(Refusal::new("refusal-part-missing", rule.basis()).with("part", part));
        }
    }
    Ok(())
}

/// Whether the case holds what a part is taken from.
fn stands(seen: &Seen<'_>, rule: &Document, from: PartFrom) -> bool {
    let case = seen.case;
    let order = match rule.of {
        Of::Order => seen.order,
        Of::Case => case.orders.iter().rev().find(|o| o.result.is_some()),
    };
    match from {
        PartFrom::Typed | PartFrom::Original | PartFrom::Act => true,
        PartFrom::Result => order.is_some_and(|o| o.result.is_some()),
        PartFrom::Reply => case.reply.is_some(),
        PartFrom::Instruction => !case.instructions.is_empty(),
        PartFrom::Contact => match rule.of {
            Of::Order => seen.order.is_some_and(|o| o.contacted.is_some()),
            Of::Case => case.orders.iter().any(|o| o.contacted.is_some()),
        },
    }
}

/// Refuses the delivery of what was not written, to somebody it is not for, or in the future.
pub(crate) fn check_delivery(seen: &Seen<'_>, delivery: &Delivering, basis: &Basis) -> Result<(), Refusal> {
    let Some(rule) = seen.rules.procedure.document(&delivery.document) else {
        return Ok(());
    };
    let order = seen.order.map(|o| o.no);
    let by_itself = !rule.on.is_empty();
    if !by_itself && seen.case.paper(&delivery.document, order).is_none() {
        let basis = basis.clone();
        return Err(Refusal::new("refusal-not-written", basis).with("document", &delivery.document));
    }
    if !rule.to.contains(&delivery.to) {
        return Err(Refusal::new("refusal-not-addressed", basis.clone())
            .with("document", &delivery.document)
            .with("to", &delivery.to));
    }
    match delivery.when {
        Some(when) if when > seen.now => {
            Err(Refusal::new("refusal-in-future", basis.clone()).at("when", when))
        }
        _ => Ok(()),
    }
}

/// Refuses to put the case before somebody who is no role of the file.
pub(crate) fn check_submission(
    seen: &Seen<'_>,
    submission: &Submitting,
    basis: &Basis,
) -> Result<(), Refusal> {
    if seen.rules.procedure.role(&submission.to).is_none() && !submission.to.is_empty() {
        return Err(Refusal::new("refusal-unknown-id", basis.clone())
            .with("list", "role")
            .with("id", &submission.to));
    }
    Ok(())
}

/// Refuses a number that is entered for the line already.
pub(crate) fn check_line(seen: &Seen<'_>, line: &Referring, basis: &Basis) -> Result<(), Refusal> {
    let mut lines = seen.case.lines.iter();
    if lines.any(|l| {
        l.channel == line.channel && l.number == line.number && (l.claimed.is_some() || !line.claimed)
    }) {
        return Err(Refusal::new("refusal-line-known", basis.clone()).with("number", &line.number));
    }
    Ok(())
}

/// A name in which a reply goes out, with the unit filled in.
pub(crate) fn in_name(seen: &Seen<'_>, name: &Words) -> Words {
    let unit = seen.order.map_or("", |o| o.unit.name.as_str());
    Words {
        zh: name.zh.replace("{unit}", unit),
        en: name.en.replace("{unit}", unit),
    }
}
