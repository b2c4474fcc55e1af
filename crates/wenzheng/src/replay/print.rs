//! The whole on a terminal.

use ::calendar::Lang;
use words::say;

use super::{Measured, left};

/// Rows not measured that are listed on the screen; all of them stand in the JSON.
const SHOWN: usize = 20;

pub(super) fn human(measured: &Measured<'_>, lang: Lang) -> String {
    let replay = &measured.replay;
    let args = [
        ("ledger", measured.ledger.clone()),
        ("rows", replay.rows.to_string()),
        ("measured", replay.total.rows.to_string()),
        ("left", replay.left.len().to_string()),
    ];
    let calendar = ("calendar", measured.calendar.name(lang).to_owned());
    let mut lines = vec![
        say(lang, "replay-rows", &args),
        say(lang, "replay-measures", &[]),
        say(lang, "replay-ignores", &[]),
        say(lang, "replay-counts", &[calendar]),
    ];
    if replay.provisional > 0 {
        let count = ("count", replay.provisional.to_string());
        lines.push(say(lang, "replay-provisional", &[count]));
    }
    for of in 0..measured.procedures.len() {
        lines.push(String::new());
        lines.extend(measured.legend(of, lang));
    }
    lines.push(String::new());
    lines.extend(measured.summary(lang));
    lines.push(String::new());
    lines.push(say(lang, "replay-cells", &[]));
    lines.extend(measured.table(say(lang, "replay-by-month", &[]), &replay.months, lang));
    lines.extend(by_column(measured, lang));
    lines.extend(not_measured(measured, lang));
    lines.join("\n")
}

/// By unit and by kind, or that the ledger names none.
fn by_column(measured: &Measured<'_>, lang: Lang) -> Vec<String> {
    let replay = &measured.replay;
    let mut lines = Vec::new();
    match &measured.unit_header {
        Some(header) if !replay.units.is_empty() => {
            let title = say(lang, "replay-by-unit", &[("column", header.clone())]);
            lines.extend(measured.largest(title, &replay.units, lang));
        }
        _ => lines.extend([String::new(), say(lang, "replay-no-unit", &[])]),
    }
    match &measured.kind_header {
        Some(header) if !replay.kinds.is_empty() => {
            let title = say(lang, "replay-by-the-kind", &[("column", header.clone())]);
            lines.extend(measured.largest(title, &replay.kinds, lang));
            for (procedure, known) in measured.procedures.iter().zip(&replay.known_kinds) {
                let args = [
                    ("id", procedure.head.id.clone()),
                    ("known", known.len().to_string()),
                    (
                        "count",
                        replay
                            .kinds
                            .iter()
                            .filter(|k| !k.name.is_empty())
                            .count()
                            .to_string(),
                    ),
                ];
                lines.push(format!("  {}", say(lang, "replay-known-kinds", &args)));
            }
        }
        _ => lines.extend([String::new(), say(lang, "replay-no-kind", &[])]),
    }
    lines
}

fn not_measured(measured: &Measured<'_>, lang: Lang) -> Vec<String> {
    let left = &measured.replay.left;
    if left.is_empty() {
        return Vec::new();
    }
    let count = ("count", left.len().to_string());
    let mut lines = vec![String::new(), say(lang, "replay-not-measured", &[count])];
    let shown = left.iter().take(SHOWN);
    lines.extend(shown.map(|left| format!("  {}", left::reason(left, lang))));
    if left.len() > SHOWN {
        let count = ("count", (left.len() - SHOWN).to_string());
        lines.push(format!("  {}", say(lang, "replay-more-rows", &[count])));
    }
    lines
}
