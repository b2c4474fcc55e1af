//! The `wenzheng` program: its command line.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks through them"
)]

#[macro_use]
mod out;

mod adopt;
mod attachments;
mod backup;
mod bench;
mod calendar;
mod demo;
mod doctor;
mod export;
mod fault;
mod generate;
mod import;
mod jurisdiction;
mod keys;
mod lang;
mod languages;
mod log;
mod place;
mod procedure;
mod rebuild;
mod replay;
mod restore;
mod retention;
mod rules;
mod serve;
mod shipped;
mod target;
mod usage;
mod verify;
mod which;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A quarter of the processor's time of a request went into the system's allocator, which also kept what a password hash
/// gave back. SQLite's own memory comes from it too; huge pages would only swell it (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    /// List, check, test, explain and draw procedures: regulations as data
    #[command(subcommand)]
    Procedure(procedure::Command),
    /// Try everything in an invented city; nothing of it stays
    Demo(demo::Args),
    /// Serve an installation; the first run sets it up
    Serve(serve::Args),
    /// List jurisdictions, add one, change its names or host name
    #[command(subcommand)]
    Jurisdiction(jurisdiction::Command),
    /// Adopt another procedure or calendar from a day on
    Adopt(adopt::Args),
    /// Run a past ledger under the limits of a procedure: in time, late, by how much
    Replay(replay::Args),
    /// What is adopted, in force, lapsed or repealed; decide to use lapsed rules on
    #[command(subcommand)]
    Rules(rules::Command),
    /// Import a ledger: CSV or XLSX
    Import(import::Args),
    /// Write the ledger of transfers and handling to a file: CSV or XLSX
    #[command(subcommand)]
    Export(export::Command),
    /// Languages added by files: a catalogue to begin with, and what is wrong with a file
    #[command(subcommand)]
    Words(languages::Command),
    /// The log that outsiders can check: write it to a file, print its key
    #[command(subcommand)]
    Log(log::Command),
    /// Check an exported log, receipts and older heads; needs no installation and trusts nobody
    Verify(verify::Args),
    /// Make up any number of plausible cases
    Generate(generate::Args),
    /// Back up everything into two files, while the server works on, and check them by restoring
    Backup(backup::Args),
    /// Look for what is wrong, or will be: folder, keys, database, clock, rules, gateways, backups
    Doctor(doctor::Args),
    /// Restore a backup into an empty installation, of SQLite or PostgreSQL
    Restore(restore::Args),
    /// Attachments between the data folder and a bucket
    #[command(subcommand)]
    Attachments(attachments::Command),
    /// The master key: rotate it, see how far that is, drop the one before
    #[command(subcommand)]
    Keys(keys::Command),
    /// How long personal data is kept; hold cases; destroy keys by decision
    #[command(subcommand)]
    Retention(retention::Command),
    /// Make the read models again from the log
    Rebuild(rebuild::Args),
    /// Measure this machine with this program, for developers
    #[command(subcommand)]
    Bench(bench::Command),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return unread(&error),
    };
    let lang = lang::choose(cli.lang.as_deref());
    let done = match cli.command {
        Command::Calendar(command) => calendar::run(command, lang),
        Command::Procedure(command) => return procedure::run(command, lang),
        Command::Doctor(args) => return doctor::run(&args, lang),
        Command::Bench(command) => {
            return match bench::run(command) {
                Ok(()) => ExitCode::SUCCESS,
                Err(fault) => {
                    eprintln!("{fault}");
                    ExitCode::FAILURE
                }
            };
        }
        Command::Demo(args) => demo::run(&args, lang),
        Command::Serve(args) => serve::run(&args, lang),
        Command::Jurisdiction(command) => jurisdiction::run(&command, lang),
        Command::Adopt(args) => adopt::run(&args, lang),
        Command::Replay(args) => replay::run(&args, lang),
        Command::Rules(command) => rules::run(&command, lang),
        Command::Import(args) => import::run(&args, lang),
        Command::Export(command) => export::run(&command, lang),
        Command::Words(command) => languages::run(&command, lang),
        Command::Log(command) => log::run(&command, lang),
        Command::Verify(args) => verify::run(&args, lang),
        Command::Generate(args) => generate::run(&args, lang),
        Command::Backup(args) => backup::run(&args, lang),
        Command::Restore(args) => restore::run(&args, lang),
        Command::Retention(command) => retention::run(&command, lang),
        Command::Attachments(command) => attachments::run(&command, lang),
        Command::Keys(command) => keys::run(&command, lang),
        Command::Rebuild(args) => rebuild::run(&args, lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// Says what is wrong with the command line; help and version come the same way.
fn unread(error: &clap::Error) -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lang = lang::choose(usage::lang_in(&args));
    match usage::says(error, lang) {
        Some(says) => eprintln!("{says}"),
        None => drop(error.print()),
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// What happens goes to the standard error, as much of it as WENZHENG_LOG asks for: `warn`, `info`, `web=debug`.
fn log(usual: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("WENZHENG_LOG");
    tracing_subscriber::fmt()
        .with_env_filter(filter.unwrap_or_else(|_| usual.into()))
        .with_writer(std::io::stderr)
        // Where nobody reads the log, it would complain of that where nobody reads, and panic.
        .log_internal_errors(false)
        .init();
}

/// What commands wait on.
fn runtime(lang: ::calendar::Lang) -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Runtime::new().map_err(|error| unstartable(&error, lang))
}

/// The machine does not give what every command needs.
fn unstartable(error: &std::io::Error, lang: ::calendar::Lang) -> String {
    words::say(lang, "commands-runtime", &[("reason", error.to_string())])
}
