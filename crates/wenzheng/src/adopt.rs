//! `wenzheng adopt`: another procedure or calendar, from a day on. What ran before stays for the cases it holds.

use std::path::{Path, PathBuf};

use ::calendar::Lang;
use ::procedure::Wanted;
use ::procedure::check::Finding;
use jiff::civil::Date;
use office::adopt::{Bringing, NotAdopted};
use words::say;

use crate::fault::{said, unreadable};
use crate::place::Place;
use crate::shipped::{find_beside, folder_of};
use crate::which::{By, Which};

/// What is adopted from when.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A procedure file or a calendar file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// First day in force: 2027-01-01 [default: the day that a procedure file names]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    by: By,
}

/// Faults listed; `wenzheng procedure check` lists all of them.
const SHOWN: usize = 10;

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(adopt(args, lang))
}

async fn adopt(args: &Args, lang: Lang) -> Result<(), String> {
    let text = std::fs::read_to_string(&args.file).map_err(|error| unreadable(&args.file, &error, lang))?;
    let from = args.from.as_deref().map(|text| day(text, lang)).transpose()?;
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let by = args.by.find(&office, &j, lang).await?;
    let find = |wanted: Wanted<'_>| find_beside(folder_of(&args.file), wanted);
    let brought = Bringing {
        text: &text,
        from,
        by: &by,
        find: &find,
    };
    let done = office.bring(&j, brought).await;
    let done = done.map_err(|fault| told(fault, &args.file, lang))?;
    opened.store.close().await;
    let adopted = [
        ("file", args.file.display().to_string()),
        ("day", done.from.to_string()),
    ];
    println!("{}", say(lang, "commands-adopted-from", &adopted));
    if let Some(unit) = done.unknown_unit {
        println!("{}", say(lang, "rules-unit-unknown", &[("unit", unit)]));
    }
    Ok(())
}

/// A day as it is typed.
pub(crate) fn day(text: &str, lang: Lang) -> Result<Date, String> {
    text.parse()
        .map_err(|_| say(lang, "commands-not-a-day", &[("text", text.to_owned())]))
}

/// Why it was not adopted, and what to do.
pub(crate) fn told(fault: NotAdopted, file: &Path, lang: Lang) -> String {
    let name = ("file", file.display().to_string());
    match fault {
        NotAdopted::Faulty(faults) => faulty(&faults, file, lang),
        NotAdopted::Already(day) => say(lang, "commands-adopted-before", &[name, ("day", day.to_string())]),
        NotAdopted::TooEarly { from, adopted, since } => {
            let args = [
                ("day", from.to_string()),
                ("adopted", adopted),
                ("since", since.to_string()),
            ];
            say(lang, "commands-day-before", &args)
        }
        NotAdopted::NoDay => say(lang, "commands-day-missing", &[name]),
        NotAdopted::Problem(problem) => said(lang, problem),
    }
}

/// The first faults with their lines and what to do, and how many there are.
fn faulty(faults: &[Finding], file: &Path, lang: Lang) -> String {
    let shown = faults.iter().take(SHOWN);
    let mut lines: Vec<String> = shown
        .map(|finding| crate::procedure::line(file, finding, lang))
        .collect();
    let args = [
        ("count", faults.len().to_string()),
        ("file", file.display().to_string()),
    ];
    lines.push(say(lang, "commands-not-adopted", &args));
    lines.join("\n")
}
