//! `wenzheng adopt`: another procedure or calendar, from a day on. What ran before stays for the cases it holds.

use std::path::PathBuf;

use ::calendar::{Calendar, Lang, SHIPPED};
use jiff::civil::Date;
use store::Kind;
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::which::Which;

/// What is adopted from when.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A procedure file or a calendar file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// First day in force: 2027-01-01
    #[arg(long, value_name = "DATE")]
    from: String,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

/// Faults listed; `wenzheng procedure check` lists all of them.
const SHOWN: usize = 10;

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(adopt(args, lang))
}

async fn adopt(args: &Args, lang: Lang) -> Result<(), String> {
    let file = || ("file", args.file.display().to_string());
    let mut text = std::fs::read_to_string(&args.file).map_err(|error| {
        say(
            lang,
            "commands-file-unreadable",
            &[file(), ("reason", error.to_string())],
        )
    })?;
    let from: Date = args
        .from
        .parse()
        .map_err(|_| say(lang, "commands-not-a-day", &[("text", args.from.clone())]))?;
    let calendar = Calendar::from_toml(&text).ok();
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let hash = match &calendar {
        Some(calendar) => calendar.hash().to_owned(),
        None => {
            let known = calendars(&office, &j, lang).await?;
            text = checked(&text, &known, &args.file, lang)?;
            ::procedure::hash(&text)
        }
    };
    let before = office
        .store()
        .adopted(&j, &hash)
        .await
        .map_err(|error| said(lang, error))?;
    if let Some(before) = before {
        let day = ("day", before.in_force.to_string());
        return Err(say(lang, "commands-adopted-before", &[file(), day]));
    }
    // Of two in force the later one counts, so an earlier one never would.
    let kind = match calendar {
        Some(_) => Kind::Calendar,
        None => Kind::Procedure,
    };
    let latest = office
        .store()
        .all_adopted(&j, kind)
        .await
        .map_err(|error| said(lang, error))?
        .into_iter()
        .max_by_key(|adopted| adopted.in_force);
    if let Some(latest) = latest.filter(|latest| latest.in_force >= from) {
        let args = [
            ("day", from.to_string()),
            ("adopted", latest.id),
            ("since", latest.in_force.to_string()),
        ];
        return Err(say(lang, "commands-day-before", &args));
    }
    let done = match calendar {
        Some(_) => office.adopt_calendar(&j, &text, from).await,
        None => office.adopt_procedure_from(&j, &text, Some(from)).await,
    };
    done.map_err(|error| said(lang, error))?;
    opened.store.close().await;
    println!(
        "{}",
        say(
            lang,
            "commands-adopted-from",
            &[file(), ("day", from.to_string())]
        )
    );
    Ok(())
}

/// Ids of the calendars adopted, and of the shipped one.
async fn calendars(office: &office::Office, j: &str, lang: Lang) -> Result<Vec<String>, String> {
    let adopted = office
        .store()
        .all_adopted(j, Kind::Calendar)
        .await
        .map_err(|error| said(lang, error))?;
    let shipped = Calendar::from_toml(SHIPPED).map(|calendar| calendar.id().to_owned());
    Ok(adopted.into_iter().map(|a| a.id).chain(shipped).collect())
}

/// The text to adopt of a procedure without faults; else every fault with its line and what to do.
fn checked(text: &str, calendars: &[String], file: &std::path::Path, lang: Lang) -> Result<String, String> {
    let known: Vec<&str> = calendars.iter().map(String::as_str).collect();
    let report = crate::procedure::checked(file, text, &known);
    if report.is_clean() {
        return Ok(report.text);
    }
    let faults: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.severity == ::procedure::check::Severity::Fault)
        .collect();
    let shown = faults.iter().take(SHOWN);
    let mut lines: Vec<String> = shown
        .map(|finding| crate::procedure::line(file, finding, lang))
        .collect();
    let args = [
        ("count", faults.len().to_string()),
        ("file", file.display().to_string()),
    ];
    lines.push(say(lang, "commands-not-adopted", &args));
    Err(lines.join("\n"))
}
