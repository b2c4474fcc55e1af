//! Documents that cannot be filled: blanks that nothing fills in, parts that nothing can say, papers that nobody gets.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::{list, nearest};
use super::templates::braces;
use crate::model::{ActRule, Do, Document, Of, Part, PartFrom, Ruled, Words};
use crate::vocabulary::word;

/// What is filled into the title and the opening words of a document.
const PAPER: [&str; 11] = [
    "number", "title", "unit", "due", "date", "office", "place", "ground", "guidance", "measure", "citizen",
];
/// The same for the one in whose name it is issued.
const ISSUER: [&str; 2] = ["place", "unit"];
const MONTHLY: [&str; 1] = ["month"];
const IN_NAME: [&str; 1] = ["unit"];

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    for (index, document) in p.documents.iter().enumerate() {
        let blanks = [
            ("title", Some(&document.title), &PAPER[..]),
            ("text", document.text.as_ref(), &PAPER[..]),
            ("issuer", document.issuer.as_ref(), &ISSUER[..]),
        ];
        for (key, words, known) in blanks {
            filled(file, ("document", index, key), words, known, document, found);
        }
        for (at, part) in document.parts.iter().enumerate() {
            if !part.optional && !can_be_said(file, document, part) {
                let args = vec![("document", document.id.clone()), ("part", part.id.clone())];
                let line = line!(file, "document", index, "parts", at, "id");
                found.fault(line, "check-document-part", document.clause(), args);
            }
        }
        about(file, index, document, found);
        delivered(file, document, found);
    }
    for (index, monthly) in p.monthly.iter().enumerate() {
        let place = ("monthly", index, "title");
        filled(file, place, Some(&monthly.title), &MONTHLY, monthly, found);
    }
    for (index, act) in p.acts.iter().enumerate() {
        let place = ("act", index, "in_name");
        filled(file, place, act.in_name.as_ref(), &IN_NAME, act, found);
    }
}

fn filled(
    file: &File<'_>,
    (table, index, key): (&'static str, usize, &'static str),
    words: Option<&Words>,
    known: &[&str],
    rule: &dyn Ruled,
    found: &mut Findings,
) {
    let Some(words) = words else { return };
    for (lang, text) in [("zh", &words.zh), ("en", &words.en)] {
        for name in braces(text).filter(|name| !known.contains(name)) {
            let args = vec![
                ("name", name.to_owned()),
                ("near", nearest(name, known.iter().copied())),
                ("words", list(known.iter().copied())),
            ];
            let line = line!(file, table, index, key, lang);
            found.fault(line, "check-template-placeholder", rule.clause(), args);
        }
    }
}

/// Whether some act of the file can give a part its text.
fn can_be_said(file: &File<'_>, document: &Document, part: &Part) -> bool {
    let has = |does: &[Do]| file.procedure.acts.iter().any(|a| does.contains(&a.does));
    let written = || {
        let mut acts = file.procedure.acts.iter();
        acts.any(|a| a.does == Do::Write && a.document.as_deref() == Some(&document.id))
    };
    match part.from {
        PartFrom::Typed => written(),
        PartFrom::Original => true,
        PartFrom::Result => has(&[Do::Report]),
        PartFrom::Reply => has(&[Do::Reply, Do::Answer, Do::Refuse]),
        PartFrom::Contact => has(&[Do::Contact]),
        PartFrom::Instruction => has(&[Do::Instruct]),
        PartFrom::Act => !document.on.is_empty(),
    }
}

/// A document of a work order that comes with an act on the case alone would never be issued, and with a rung on a clock
/// of the case neither.
fn about(file: &File<'_>, index: usize, document: &Document, found: &mut Findings) {
    if document.of == Of::Case {
        return;
    }
    let p = file.procedure;
    let of_order = |act: &ActRule| {
        let step = act.in_steps.first().and_then(|s| p.step(s));
        step.is_some_and(|s| s.of == Of::Order) || matches!(act.does, Do::Dispatch | Do::Claim)
    };
    for (at, does) in document.on.iter().enumerate() {
        let mut acts = p.acts.iter().filter(|a| a.does == *does).peekable();
        if acts.peek().is_some() && !acts.any(of_order) {
            let args = vec![("document", document.id.clone()), ("act", word(*does))];
            let line = line!(file, "document", index, "on", at);
            found.fault(line, "check-document-of-order", document.clause(), args);
        }
    }
    for (at, id) in document.rungs.iter().enumerate() {
        let rung = p.rungs.iter().find(|r| r.id == *id);
        let clock = rung.and_then(|r| p.clock(&r.clock));
        if clock.is_some_and(|c| c.of == Of::Case) {
            let args = vec![("document", document.id.clone()), ("act", id.clone())];
            let line = line!(file, "document", index, "rungs", at);
            found.fault(line, "check-document-of-order", document.clause(), args);
        }
    }
}

fn delivered(file: &File<'_>, document: &Document, found: &mut Findings) {
    if !document.to.is_empty() {
        return;
    }
    let acts = file.procedure.acts.iter().enumerate();
    let delivers = |act: &ActRule| act.does == Do::Deliver && act.document.as_deref() == Some(&document.id);
    for (index, act) in acts.filter(|(_, act)| delivers(act)) {
        let args = vec![("document", document.id.clone())];
        let line = line!(file, "act", index, "document");
        found.fault(line, "check-document-nobody", act.clause(), args);
    }
}
