//! The `wenzheng` program: its command line, and the only place that reads the clock of the machine.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks through them"
)]

mod calendar;
mod lang;
mod procedure;
mod shipped;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Wenzheng 问政: takes in what citizens ask, handles it by the written rules, and can prove it did.
#[derive(Parser)]
#[command(name = "wenzheng", version, arg_required_else_help = true)]
struct Cli {
    /// Language of what is printed [default: that of the machine, by LC_ALL, LC_MESSAGES and LANG]
    #[arg(long, global = true, value_parser = ["zh", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Count due times, show holidays and make-up workdays
    #[command(subcommand)]
    Calendar(calendar::Command),
    /// List, check, explain and draw procedures: regulations as data
    #[command(subcommand)]
    Procedure(procedure::Command),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = lang::choose(cli.lang.as_deref());
    let done = match cli.command {
        Command::Calendar(command) => calendar::run(command, lang),
        Command::Procedure(command) => return procedure::run(command, lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
