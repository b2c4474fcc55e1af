//! Arguments of refusals as people read them: names of the procedure for ids, local times, limits in words.

use crate::Rules;
use calendar::{Instant, Lang, Limit};
use procedure::Words;

/// One argument of a catalogue text in the reader's language. `catalogue` gives the texts of the keys `act-…` and
/// `need-…`. What is not an id, a moment (in milliseconds) or a limit stays as it is.
pub fn said(
    rules: &Rules<'_>,
    lang: Lang,
    catalogue: impl Fn(&str) -> String,
    name: &str,
    value: &str,
) -> String {
    let procedure = rules.procedure;
    let words = |found: Option<&Words>| found.map(|words| words.get(lang).to_owned());
    let moment = || value.parse().ok().map(Instant::from_ms);
    let found = match name {
        "act" => Some(catalogue(&format!("act-{value}"))),
        "field" => Some(catalogue(&format!("need-{value}"))),
        "step" => words(procedure.step(value).map(|s| &s.name)),
        "measure" => words(procedure.measures.iter().find(|m| m.id == value).map(|m| &m.name)),
        "document" => words(procedure.document(value).map(|d| &d.name)),
        "part" => {
            let part = value.split_once('/').and_then(|(document, part)| {
                let parts = &procedure.document(document)?.parts;
                parts.iter().find(|p| p.id == part)
            });
            words(part.map(|p| &p.name))
        }
        "mark" | "other" => words(procedure.marks.iter().find(|m| m.id == value).map(|m| &m.name)),
        "to" => words(procedure.bodies.iter().find(|b| b.id == value).map(|b| &b.name)),
        "due" => moment().map(|at| rules.calendar.show_due(at, lang)),
        "until" | "when" | "received" => moment().map(|at| rules.calendar.show(at, lang)),
        "limit" | "most" | "left" | "asked" | "granted" => {
            value.parse().ok().map(|limit: Limit| match lang {
                Lang::Zh => limit.zh(),
                Lang::En => limit.to_string(),
            })
        }
        _ => None,
    };
    found.unwrap_or_else(|| value.to_owned())
}
