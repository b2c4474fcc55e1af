//! `wenzheng import`: a ledger that people bring becomes cases.

mod report;

use std::fs::File;
use std::path::{Path, PathBuf};

use ::calendar::{Calendar, Lang};
use indicatif::{ProgressBar, ProgressStyle};
use ledger::Mapping;
use office::Office;
use office::import::{Mode, Plan, Tally};
use words::say;

use crate::fault::{said, unreadable};
use crate::place::Place;
use crate::which::Which;
use report::Report;

/// Which table, and how.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A CSV (UTF-8, UTF-16, GB18030) or XLSX table
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How rows enter: answered and closed, or received now [default: history for rows that have a reply]
    #[arg(long = "as", value_name = "HOW", value_parser = ["history", "new"])]
    how: Option<String>,
    /// A TOML file that says which column is which field: received = "来电时刻"
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Channel of rows that name none [default: the first that citizens use by themselves]
    #[arg(long, value_name = "ID")]
    channel: Option<String>,
    /// Name of the ledger, where several ledgers count from one
    #[arg(long, value_name = "NAME", default_value = "ledger")]
    source: String,
    /// Write all rows that were not taken, with line and reason, to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
    /// Only look what would happen
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(import(args, lang))
}

async fn import(args: &Args, lang: Lang) -> Result<(), String> {
    let mapping = match &args.mapping {
        Some(path) => mapping(path, lang)?,
        None => Mapping::default(),
    };
    let file = crate::fault::open(&args.file, lang)?;
    let mut report = Report::open(args.report.as_deref(), lang)?;
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let calendar = in_force(&office, &j).await.map_err(|error| said(lang, error))?;
    let bar = bar(&file);
    let rows = ledger::read(bar.wrap_read(file), &mapping, &calendar).map_err(|error| said(lang, error))?;
    let done = office
        .import(&j, &args.plan(), rows, |line| report.take(line, &bar))
        .await;
    bar.finish_and_clear();
    opened.store.close().await;
    match done {
        Ok(tally) => {
            report.finish(&tally, args.json, args.dry_run)?;
            taken(&tally, lang)
        }
        Err(problem) => {
            let why = said(lang, problem);
            Err(say(lang, "commands-import-broken-off", &[("reason", why)]))
        }
    }
}

/// Refuses a table of which nothing came in: whoever runs it by night would think that it had. Rows that came in before
/// count, so the same table once more is fine.
fn taken(tally: &Tally, lang: Lang) -> Result<(), String> {
    if tally.history + tally.new + tally.same > 0 {
        return Ok(());
    }
    let rows = ("rows", tally.rows.to_string());
    let key = match tally.rows {
        0 => "commands-import-empty",
        _ => "commands-import-none",
    };
    Err(say(lang, key, &[rows]))
}

impl Args {
    fn plan(&self) -> Plan {
        Plan {
            mode: self.how.as_deref().map(|how| match how {
                "new" => Mode::New,
                _ => Mode::History,
            }),
            channel: self.channel.clone(),
            source: self.source.clone(),
            dry_run: self.dry_run,
        }
    }
}

/// Times without a zone are read in the calendar that is in force.
async fn in_force(office: &Office, j: &str) -> Result<std::sync::Arc<Calendar>, office::Problem> {
    Ok(office.in_force(j, office.now()).await?.calendar)
}

pub(crate) fn mapping(path: &Path, lang: Lang) -> Result<Mapping, String> {
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, lang))?;
    Mapping::from_toml(&text).map_err(|error| said(lang, error))
}

/// Grows with the bytes read; hidden where nobody looks at a terminal.
fn bar(file: &File) -> ProgressBar {
    let length = file.metadata().map(|data| data.len()).unwrap_or_default();
    let bar = ProgressBar::new(length);
    match ProgressStyle::with_template("{bar:40} {percent:>3}%  {msg}  {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
