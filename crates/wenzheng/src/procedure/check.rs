//! `wenzheng procedure check`: what is wrong with a file, and what to do.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::calendar::{Calendar, Lang, SHIPPED};
use ::procedure::check::{Finding, Report, Severity};
use serde_json::{Value as Json, json};
use words::say;

use super::{USAGE, source, way};

/// The files to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Procedure files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print what was found and proven as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, lang: Lang) -> ExitCode {
    let calendar = Calendar::from_toml(SHIPPED).ok();
    let mut worst = 0;
    let mut rows = Vec::new();
    for path in &args.files {
        let text = match source::text(path, lang) {
            Ok(text) => text,
            Err(fault) => {
                eprintln!("{fault}");
                if let Some(id) = source::shipped_id(path) {
                    eprintln!("{}", say(lang, "procedure-check-id", &[("id", id)]));
                }
                worst = worst.max(USAGE);
                continue;
            }
        };
        let known: Vec<&str> = calendar.iter().map(Calendar::id).collect();
        let report = source::checked(path, &text, &known);
        if args.json {
            rows.push(row(path, &report, calendar.as_ref(), lang));
        } else {
            print(path, &report, calendar.as_ref(), lang);
        }
        worst = worst.max(u8::from(!report.is_clean()));
    }
    if args.json {
        println!("{:#}", Json::Array(rows));
    }
    ExitCode::from(worst)
}

fn print(path: &Path, report: &Report, calendar: Option<&Calendar>, lang: Lang) {
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
    if let (Some(procedure), Some(proof)) = (&report.procedure, &report.proof) {
        for line in way::lines(procedure, proof, calendar, lang) {
            println!("{line}");
        }
    }
    println!("{said}");
}

fn row(path: &Path, report: &Report, calendar: Option<&Calendar>, lang: Lang) -> Json {
    let findings = report.findings.iter().map(|finding| {
        let text = say(lang, finding.code, &finding.args);
        let (wrong, advice) = text.split_once('\n').unwrap_or((&text, ""));
        json!({
            "file": finding.file, "line": finding.line, "code": finding.code,
            "fault": finding.severity == Severity::Fault,
            "clause": finding.clause.as_ref().map(ToString::to_string),
            "wrong": wrong, "advice": advice,
        })
    });
    let proof = report.procedure.as_ref().zip(report.proof.as_ref());
    json!({
        "file": path.display().to_string(),
        "findings": findings.collect::<Vec<_>>(),
        "proof": proof.map(|(procedure, proof)| way::data(procedure, proof, calendar)),
    })
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
