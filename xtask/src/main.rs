//! The project's own commands: `cargo xtask test`, `tidy`, `conformance`, `deb`, `peers`, `screenshots` and `fuzz`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command for developers speaks on the terminal"
)]

mod args;
mod conformance;
mod deb;
mod find;
mod fuzz;
mod peers;
mod process;
mod screenshots;
mod steps;
mod summary;
mod tidy;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::Command;

/// What went wrong, as one text for the terminal.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let command = match args::parse(env::args().skip(1)) {
        Ok(command) => command,
        Err(fault) => {
            eprintln!("{fault}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    let good = match command {
        Command::Help => {
            println!("{}", args::USAGE);
            true
        }
        Command::Test(choice) => steps::run(&root(), &choice),
        Command::Tidy => tidy::run(&root()),
        Command::Conformance => conformance::run(&root()),
        Command::Deb => deb::run(&root()),
        Command::Peers => peers::hold(&root()),
        Command::Fuzz(wish) => fuzz::run(&root(), &wish),
        Command::Screenshots(pictures) => screenshots::run(&root(), &pictures),
    };
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The top folder of the repository, one above this crate.
fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// True on a build server, where a part that cannot run is a failure.
fn on_build_server() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
