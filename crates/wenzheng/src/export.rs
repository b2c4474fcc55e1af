//! `wenzheng export`: what people take along. What stands in each column tells `docs/exchange-files.md`.

use std::io::Write as _;
use std::path::PathBuf;

use ::calendar::{Calendar, Instant, Lang};
use case::access::ADMINISTRATOR;
use case::{Actor, Post};
use jiff::civil::Date;
use office::Office;
use office::export::ledger_sheet;
use store::LedgerFilter;
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::target::{self, How};
use crate::which::Which;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// The ledger of transfers and handling: numbers, units, times, what is late; no name, no phone
    Ledger(Args),
}

/// What, and in which form.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// First day of receipt, as 2026-01-01
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Last day of receipt
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// As CSV [default, unless the file's name ends with .xlsx]
    #[arg(long, conflicts_with = "xlsx")]
    csv: bool,
    /// As XLSX
    #[arg(long)]
    xlsx: bool,
    /// In place of a file that is there
    #[arg(long)]
    overwrite: bool,
    /// With titles; needs --by, and is recorded
    #[arg(long, requires = "by")]
    with_text: bool,
    /// Login of the administrator who answers for the titles
    #[arg(long, value_name = "LOGIN")]
    by: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    let Command::Ledger(args) = command;
    crate::runtime(lang)?.block_on(ledger(args, lang))
}

async fn ledger(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let problem = |problem: office::Problem| said(lang, problem);
    let adopted = office.in_force(&j, office.now()).await.map_err(problem)?;
    let calendar = &adopted.calendar;
    let from = start(calendar, args.from.as_deref(), false, lang)?;
    let to = start(calendar, args.to.as_deref(), true, lang)?;
    if from.is_some() && to.is_some() && from >= to {
        return Err(format!("--to: {}", say(lang, "field-days-turned", &[])));
    }
    let filter = LedgerFilter {
        from,
        to,
        ..LedgerFilter::default()
    };
    let lines = office.export_ledger(&j, &Actor::System, &filter).await;
    let mut lines = lines.map_err(problem)?;
    if let (true, Some(login)) = (args.with_text, &args.by) {
        let who = administrator(&office, &j, login, lang).await?;
        let opened = office.open_titles(&j, &who, &filter, &mut lines).await;
        opened.map_err(problem)?;
    }
    opened.store.close().await;
    let sheet = ledger_sheet(lang, calendar, &lines, args.with_text);
    let ends = args
        .file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    let content = if args.xlsx || (ends && !args.csv) {
        sheet
            .xlsx(&say(lang, "desk-ledger", &[]))
            .map_err(|error| error.to_string())?
    } else {
        sheet.csv()
    };
    let file = args.file.display().to_string();
    let how = How {
        overwrite: args.overwrite,
        private: false,
    };
    target::create(&args.file, how, lang)?
        .write_all(&content)
        .map_err(|error| target::unwritable(&args.file, &error, lang))?;
    let args = [("lines", lines.len().to_string()), ("file", file)];
    println!("{}", say(lang, "commands-exported", &args));
    Ok(())
}

/// The beginning of a day, or of the day after it.
fn start(
    calendar: &Calendar,
    day: Option<&str>,
    behind: bool,
    lang: Lang,
) -> Result<Option<Instant>, String> {
    let Some(text) = day else { return Ok(None) };
    let wrong = || say(lang, "commands-not-a-day", &[("text", text.to_owned())]);
    let day: Date = text.parse().map_err(|_| wrong())?;
    let day = if behind {
        day.tomorrow().map_err(|_| wrong())?
    } else {
        day
    };
    let at = calendar.instant(day.at(0, 0, 0, 0)).map_err(|_| wrong())?;
    Ok(Some(at))
}

/// Who answers for the titles, with the posts of today: the office says whether they may.
pub(crate) async fn administrator(
    office: &Office,
    j: &str,
    login: &str,
    lang: Lang,
) -> Result<Actor, String> {
    let unknown = || say(lang, "commands-no-such-login", &[("login", login.to_owned())]);
    let store = office.store();
    let person = store.person_by_login(j, login).await;
    let person = person.map_err(|error| said(lang, error))?.ok_or_else(unknown)?;
    let day = office::directory::day_of(office.now());
    let held = store.posts(j, &person.id, day).await;
    let held = held.map_err(|error| said(lang, error))?;
    let is_one = person.active && held.iter().any(|post| post.role == ADMINISTRATOR);
    let post = Post {
        role: ADMINISTRATOR.to_owned(),
        unit: None,
    };
    Ok(Actor::Staff {
        person: person.id,
        posts: is_one.then_some(post).into_iter().collect(),
    })
}
