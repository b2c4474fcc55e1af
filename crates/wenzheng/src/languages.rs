//! `wenzheng words`: languages added by files: a catalogue to begin with, and what is wrong with a file.

mod check;
pub(crate) mod folder;
mod template;

use std::path::Path;

use ::calendar::Lang;
use clap::Subcommand;
use words::{Fault, say};

/// What can be done with files of texts.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check a language's file: missing and unknown keys, wrong variables, what is no Fluent
    Check(check::Args),
    /// Print the catalogue in the language of --lang, to translate it into another
    Template,
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    match command {
        Command::Check(args) => check::run(args, lang),
        Command::Template => {
            template::print(lang);
            Ok(())
        }
    }
}

/// The text of a file and its name without the ending, which is the tag of the language.
fn read(path: &Path, lang: Lang) -> Result<(String, String), String> {
    let text = std::fs::read_to_string(path).map_err(|error| crate::fault::unreadable(path, &error, lang))?;
    let tag = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok((tag, text))
}

/// `file:line: what is wrong`, and what to do.
fn halves(path: &Path, fault: &Fault, lang: Lang) -> (String, String) {
    let text = say(lang, fault.code, &fault.args);
    let (wrong, advice) = text.split_once('\n').unwrap_or((&text, ""));
    let wrong = format!("{}:{}: {wrong}", path.display(), fault.line);
    (wrong, advice.to_owned())
}
