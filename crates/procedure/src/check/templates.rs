//! Texts sent to people: none without a sender, no blanks that nobody fills in.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::{list, nearest};
use crate::model::Template;

/// What is filled into a text: the case's number, the unit, the due time, the link to the case.
const PLACEHOLDERS: [&str; 4] = ["number", "unit", "due", "link"];

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let by_acts = p.acts.iter().flat_map(|a| &a.tell).map(|t| &t.template);
    let used: Vec<&String> = by_acts.chain(p.rungs.iter().map(|r| &r.template)).collect();
    for (index, template) in p.templates.iter().enumerate() {
        if !used.contains(&&template.id) {
            let args = vec![("template", template.id.clone())];
            found.advice(
                line!(file, "template", index, "id"),
                "check-template-unused",
                None,
                args,
            );
        }
        placeholders(file, index, template, found);
    }
}

fn placeholders(file: &File<'_>, index: usize, template: &Template, found: &mut Findings) {
    for (key, words) in [("subject", &template.subject), ("text", &template.text)] {
        for (lang, text) in [("zh", &words.zh), ("en", &words.en)] {
            for name in braces(text) {
                if !PLACEHOLDERS.contains(&name) {
                    let args = vec![
                        ("name", name.to_owned()),
                        ("near", nearest(name, PLACEHOLDERS)),
                        ("words", list(PLACEHOLDERS)),
                    ];
                    let line = line!(file, "template", index, key, lang);
                    found.fault(line, "check-template-placeholder", None, args);
                }
            }
        }
    }
}

/// What stands between braces; to the end of the text where one does not close.
pub(super) fn braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or(rest))
}
