//! An explanation as plain text, for a terminal.

use super::{Explained, Explanation, Rule, Voice};
use crate::model::{ClauseKind, Head};

/// The explanation in lines, in the voice's language.
pub fn text(explanation: &Explanation<'_>, voice: &Voice<'_>) -> String {
    let mut lines = Vec::new();
    head(explanation.head, voice, &mut lines);
    for explained in &explanation.clauses {
        clause(explained, voice, &mut lines);
    }
    if !explanation.house.is_empty() {
        lines.push(String::new());
        lines.push(voice.say("explain-house", &[]));
    }
    for by in &explanation.house {
        lines.push(String::new());
        let args = [
            ("reason", by.house.reason.clone()),
            ("by", by.house.set_by.clone()),
        ];
        lines.push(voice.say("explain-house-basis", &args));
        rules(&by.rules, voice, &mut lines);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn head(head: &Head, voice: &Voice<'_>, lines: &mut Vec<String>) {
    let args = [
        ("title", voice.words(&head.title)),
        ("version", head.version.clone()),
    ];
    lines.push(voice.say("explain-head", &args));
    let args = [
        ("by", voice.words(&head.issued_by)),
        ("source", head.source.clone()),
    ];
    lines.push(voice.say("explain-source", &args));
    lines.push(in_force(head, voice));
}

/// From when the procedure is in force, and until when where the text sets an end.
pub fn in_force(head: &Head, voice: &Voice<'_>) -> String {
    let from = ("from", head.in_force.to_string());
    match head.last_day {
        Some(last) => voice.say("explain-in-force-until", &[from, ("last", last.to_string())]),
        None => voice.say("explain-in-force", &[from]),
    }
}

fn clause(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Vec<String>) {
    let clause = explained.clause;
    let kind = match clause.kind {
        ClauseKind::Timed => voice.say("explain-kind-timed", &[]),
        ClauseKind::Enforced => voice.say("explain-kind-enforced", &[]),
        ClauseKind::Feature => voice.say("explain-kind-feature", &[]),
        ClauseKind::Report => voice.say("explain-kind-report", &[]),
        ClauseKind::Duty => voice.say("explain-kind-duty", &[]),
    };
    lines.push(String::new());
    lines.push(format!("{} [{kind}]", clause.id));
    lines.push(format!("  {}", clause.text));
    let notes = [
        ("explain-reading", &clause.reading),
        ("explain-product-rule", &clause.product_rule),
        ("explain-shown", &clause.shown),
    ];
    for (key, words) in notes {
        if let Some(words) = words {
            lines.push(format!("  {}", voice.say(key, &[("text", voice.words(words))])));
        }
    }
    if explained.rules.is_empty() && clause.shown.is_none() && clause.product_rule.is_none() {
        lines.push(format!("  {}", voice.say("explain-no-rule", &[])));
    }
    rules(&explained.rules, voice, lines);
}

fn rules(rules: &[Rule<'_>], voice: &Voice<'_>, lines: &mut Vec<String>) {
    for rule in rules {
        for (index, sentence) in rule.sentences(voice).into_iter().enumerate() {
            let lead = if index == 0 { "  - " } else { "    " };
            lines.push(format!("{lead}{sentence}"));
        }
    }
}
