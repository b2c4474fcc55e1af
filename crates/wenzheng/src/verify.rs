//! `wenzheng verify`: an exported log gone through, offline and trusting nobody but the public key.

use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::PathBuf;

use ::calendar::Lang;
use proof::{Check, Finding, Head, Promised, PublicKey, Receipt, Report, Unreadable};
use words::say;

use crate::fault::unreadable;

/// What is checked against what.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The exported log
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A citizen's receipt: is the promise kept? May be given several times
    #[arg(long, value_name = "FILE")]
    receipt: Vec<PathBuf>,
    /// A head that was kept from earlier: does the log still begin with it? May be given several times
    #[arg(long, value_name = "FILE")]
    head: Vec<PathBuf>,
    /// The public key that you trust, as `ed25519:…` or `sm2:…` [default: the one in the file, for you to compare]
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// So many findings are printed one by one; a file that is no log has one in every line. JSON has all of them.
const FINDINGS: usize = 50;

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let key = args.key.as_deref().map(str::parse::<PublicKey>).transpose();
    let key = key.map_err(|()| say(lang, "log-key-unreadable", &[]))?;
    let given = key.is_some();
    let receipts = texts(&args.receipt, Receipt::read, lang)?;
    let heads = texts(&args.head, Head::read, lang)?;
    let file = crate::fault::open(&args.file, lang)?;
    let mut check = Check::new(key, receipts, heads);
    let mut empty = true;
    for line in BufReader::new(file).lines() {
        empty = empty && line.as_ref().is_ok_and(|line| line.trim().is_empty());
        match line {
            Ok(line) => check.line(&line),
            // What is no text is no line of a log either.
            Err(error) if error.kind() == ErrorKind::InvalidData => check.line("\u{fffd}"),
            Err(error) => return Err(unreadable(&args.file, &error, lang)),
        }
    }
    if empty {
        return Err(say(
            lang,
            "log-empty",
            &[("file", args.file.display().to_string())],
        ));
    }
    let report = check.end();
    if args.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?
        );
    } else {
        print(&report, given, lang);
    }
    if report.sound {
        Ok(())
    } else {
        Err(say(lang, "log-unsound", &[]))
    }
}

/// Reads texts of one kind from their files.
fn texts<T>(
    files: &[PathBuf],
    read: impl Fn(&str) -> Result<T, Unreadable>,
    lang: Lang,
) -> Result<Vec<T>, String> {
    let one = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, lang))?;
        read(&text).map_err(|fault| {
            let said = say(lang, fault.code(), &[("line", fault.line().to_owned())]);
            format!("{}: {said}", path.display())
        })
    };
    files.iter().map(one).collect()
}

fn print(report: &Report, given: bool, lang: Lang) {
    if let (Some(log), Some(key), Some(hash)) = (&report.log, &report.key, report.hash) {
        let args = [
            ("log", log.clone()),
            ("key", key.to_string()),
            ("hash", hash.as_str().to_owned()),
            ("leaves", report.leaves.to_string()),
            ("heads", report.heads.to_string()),
            ("covered", report.covered.to_string()),
            (
                "until",
                report.until.map_or_else(|| "–".to_owned(), proof::written),
            ),
        ];
        println!("{}", say(lang, "log-checked", &args));
        if report.events > 0 {
            let args = [("events", report.events.to_string())];
            println!("{}", say(lang, "log-checked-events", &args));
        }
        if !given {
            println!("{}", say(lang, "log-key-of-the-file", &[]));
        }
    }
    for finding in report.findings.iter().take(FINDINGS) {
        println!("{}", of_finding(finding, lang));
    }
    if let Some(more) = report
        .findings
        .len()
        .checked_sub(FINDINGS)
        .filter(|more| *more > 0)
    {
        println!(
            "{}",
            say(lang, "log-more-findings", &[("count", more.to_string())])
        );
    }
    for promised in &report.receipts {
        println!("{}", of_receipt(promised, lang));
    }
    if report.sound {
        println!("{}", say(lang, "log-sound", &[]));
    }
}

fn of_finding(finding: &Finding, lang: Lang) -> String {
    let number = |number: Option<u64>| number.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let args = [
        ("leaf", number(finding.leaf)),
        ("stream", finding.stream.clone().unwrap_or_else(|| "–".to_owned())),
        ("seq", number(finding.seq)),
        ("head", number(finding.head)),
    ];
    say(lang, finding.found.code(), &args)
}

fn of_receipt(promised: &Promised, lang: Lang) -> String {
    let args = [
        ("stream", promised.stream.clone()),
        ("seq", promised.seq.to_string()),
        (
            "leaf",
            promised
                .leaf
                .map_or_else(|| "–".to_owned(), |leaf| leaf.to_string()),
        ),
    ];
    say(lang, promised.kept.code(), &args)
}
