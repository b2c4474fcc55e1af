//! `wenzheng rules`: which versions are adopted and how they stand, and the decision to use lapsed ones on.

mod end_own;
mod go_on;
mod list;

use ::calendar::Lang;

/// What is done with adopted rules.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// List what is adopted: in force, coming, replaced, repealed or lapsed, and by whom
    List(list::Args),
    /// Record the decision to go on using rules that are past their last day
    Continue(go_on::Args),
    /// Record the decision that a unit's own rules end
    EndOwn(end_own::Args),
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(async {
        match command {
            Command::List(args) => list::list(args, lang).await,
            Command::Continue(args) => go_on::go_on(args, lang).await,
            Command::EndOwn(args) => end_own::end_own(args, lang).await,
        }
    })
}
