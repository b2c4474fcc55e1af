//! `wenzheng jurisdiction`: the governments that one installation serves, each with its own procedure, people and site.

mod add;
mod change;
mod list;

use ::calendar::Lang;
use store::Jurisdiction;
use words::say;

/// What is done with jurisdictions.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// List them with their addresses
    List(list::Args),
    /// Add one, which adopts a procedure; prints the link for its first administrator
    Add(add::Args),
    /// Change names or host name
    Change(change::Args),
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(async {
        match command {
            Command::List(args) => list::list(args, lang).await,
            Command::Add(args) => add::add(args, lang).await,
            Command::Change(args) => change::change(args, lang).await,
        }
    })
}

/// None of them has this id.
fn no_such(lang: Lang, id: &str, there: &[Jurisdiction]) -> String {
    let ids: Vec<&str> = there.iter().map(|j| j.id.as_str()).collect();
    let args = [("id", id.to_owned()), ("ids", ids.join(", "))];
    say(lang, "commands-no-such-jurisdiction", &args)
}
