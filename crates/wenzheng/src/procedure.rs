//! `wenzheng procedure`: regulations as data, listed, checked, tested, explained, drawn.

mod check;
mod draw;
mod explain;
mod list;
mod source;
mod test;
mod way;

pub(crate) use check::line;
pub(crate) use source::named;

use std::process::ExitCode;

use ::calendar::Lang;
use clap::Subcommand;

/// What can be asked of procedures. A procedure is named by its id, or by the name of a file.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// List the procedures that the program carries along
    List,
    /// Find what is wrong with procedure files: line, clause, and what to do
    Check(check::Args),
    /// Play scenario files: given these events, when this, then that
    Test(test::Args),
    /// Explain a procedure clause by clause, or one clause
    Explain(explain::Args),
    /// Draw steps, actors and clocks as SVG
    Draw(draw::Args),
}

/// The command could not be carried out as it was given.
const USAGE: u8 = 2;

/// 0: done, nothing wrong. 1: a checked file has faults. 2: a wrong file, id or clause was named.
pub(crate) fn run(command: Command, lang: Lang) -> ExitCode {
    let done = match command {
        Command::List => list::run(lang),
        Command::Check(args) => return check::run(&args, lang),
        Command::Test(args) => return test::run(&args, lang),
        Command::Explain(args) => explain::run(&args, lang),
        Command::Draw(args) => draw::run(&args, lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(USAGE)
        }
    }
}
