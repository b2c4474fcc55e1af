//! `wenzheng log`: the log that outsiders can check, as a file, and the key that signs it.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use ::calendar::Lang;
use office::Problem;
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::target::{self, How};
use crate::which::Which;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Write the log to a file that `wenzheng verify` and strangers can check
    Export(Args),
    /// Print the public key that signs the log
    Key(Where),
}

/// Which log.
#[derive(clap::Args)]
pub(crate) struct Where {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

/// What goes where.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The file to write
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// With the events, sealed as they are, and their salts: for auditors, never for the public
    #[arg(long)]
    events: bool,
    /// In place of a file that is there
    #[arg(long)]
    overwrite: bool,
    #[command(flatten)]
    of: Where,
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    let runtime = crate::runtime(lang)?;
    match command {
        Command::Export(args) => runtime.block_on(export(args, lang)),
        Command::Key(of) => runtime.block_on(key(of, lang)),
    }
}

/// What stops an export.
enum Stopped {
    Problem(Problem),
    File(std::io::Error),
}

impl From<Problem> for Stopped {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

async fn export(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.of.place.folder(lang)?;
    let opened = args.of.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.of.which.find(&office, lang).await?;
    // What was stored since the server stopped belongs into the file.
    office.run_log().await.map_err(|problem| said(lang, problem))?;
    let unwritable = |error: std::io::Error| target::unwritable(&args.file, &error, lang);
    let how = How {
        overwrite: args.overwrite,
        private: args.events,
    };
    let mut file = BufWriter::new(target::create(&args.file, how, lang)?);
    let mut lines: u64 = 0;
    let written = office
        .export_log(&j, args.events, |line| {
            lines += 1;
            writeln!(file, "{line}").map_err(Stopped::File)
        })
        .await;
    match written {
        Err(Stopped::Problem(problem)) => return Err(said(lang, problem)),
        Err(Stopped::File(error)) => return Err(unwritable(error)),
        Ok(()) => file.flush().map_err(unwritable)?,
    }
    opened.store.close().await;
    let file = args.file.display().to_string();
    let said = [("lines", lines.to_string()), ("file", file)];
    println!("{}", say(lang, "log-exported", &said));
    if args.events {
        println!("{}", say(lang, "log-exported-events", &[]));
    }
    Ok(())
}

async fn key(of: &Where, lang: Lang) -> Result<(), String> {
    let folder = of.place.folder(lang)?;
    let opened = of.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = of.which.find(&office, lang).await?;
    let key = office.log_key(&j).await.map_err(|problem| said(lang, problem))?;
    println!("{key}");
    opened.store.close().await;
    Ok(())
}
