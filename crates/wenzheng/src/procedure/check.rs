//! `wenzheng procedure check`: what is wrong with a file, and what to do.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::calendar::Lang;
use ::procedure::check::{Finding, Severity};
use words::say;

use super::{USAGE, source};

/// The files to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Procedure files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, lang: Lang) -> ExitCode {
    let calendars = source::calendars();
    let known: Vec<&str> = calendars.iter().map(String::as_str).collect();
    let mut worst = 0;
    for path in &args.files {
        worst = worst.max(match source::text(path, lang) {
            Ok(text) => one(path, &text, &known, lang),
            Err(fault) => {
                eprintln!("{fault}");
                USAGE
            }
        });
    }
    ExitCode::from(worst)
}

fn one(path: &Path, text: &str, calendars: &[&str], lang: Lang) -> u8 {
    let report = source::checked(path, text, calendars);
    for finding in &report.findings {
        println!("{}", line(path, finding, lang));
    }
    let faults = report
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Fault)
        .count();
    let advice = report.findings.len() - faults;
    let args = [
        ("file", path.display().to_string()),
        ("faults", faults.to_string()),
        ("advice", advice.to_string()),
    ];
    let said = match (faults, advice) {
        (0, 0) => say(lang, "procedure-clean", &args),
        (0, _) => say(lang, "procedure-only-advice", &args),
        _ => say(lang, "procedure-faults", &args),
    };
    println!("{said}");
    u8::from(faults > 0)
}

/// `file:line: clause: what is wrong`, and below it what to do.
pub(crate) fn line(path: &Path, finding: &Finding, lang: Lang) -> String {
    let text = say(lang, finding.code, &finding.args);
    let (wrong, advice) = text.split_once('\n').unwrap_or((&text, ""));
    let clause = finding
        .clause
        .as_ref()
        .map(|c| format!("{c}: "))
        .unwrap_or_default();
    let mark = match finding.severity {
        Severity::Fault => String::new(),
        Severity::Advice => say(lang, "procedure-advice", &[]),
    };
    // A fragment or a procedure that is extended goes by its id.
    let file = finding.file.clone().unwrap_or_else(|| path.display().to_string());
    format!("{file}:{}: {clause}{mark}{wrong}\n    → {advice}", finding.line)
}
