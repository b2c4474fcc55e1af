//! `wenzheng calendar`: due times that explain themselves, and the days of a year.

mod due;
mod show;
mod stretch;

use std::path::{Path, PathBuf};

use ::calendar::{Calendar, Lang, SHIPPED};
use clap::Subcommand;
use words::say;

/// What can be asked of a calendar.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Count when a limit ends, with the days counted and the days skipped
    Due(due::Args),
    /// Show the holidays and make-up workdays of a year
    Show(show::Args),
}

/// Where the calendar comes from.
#[derive(clap::Args)]
pub(crate) struct Source {
    /// Another calendar file instead of the shipped one
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,
}

pub(crate) fn run(command: Command, lang: Lang) -> Result<(), String> {
    match command {
        Command::Due(args) => due::run(&args, lang),
        Command::Show(args) => show::run(&args, lang),
    }
}

impl Source {
    pub(crate) fn read(&self, lang: Lang) -> Result<Calendar, String> {
        let Some(path) = &self.calendar else {
            return parse(SHIPPED, lang);
        };
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, lang))?;
        parse(&text, lang)
    }
}

fn parse(text: &str, lang: Lang) -> Result<Calendar, String> {
    Calendar::from_toml(text).map_err(|error| say(lang, error.code(), &error.args()))
}

fn unreadable(path: &Path, error: &std::io::Error, lang: Lang) -> String {
    let args = [
        ("path", path.display().to_string()),
        ("reason", crate::fault::reason(error, lang)),
    ];
    say(lang, "calendar-file-unreadable", &args)
}
