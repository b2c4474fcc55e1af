//! `wenzheng bench`: measures this machine with this program. For developers; what it found stands in
//! `docs/performance.md`.

mod count;
mod course;
mod engine;
mod flush;
mod stopwatch;

use clap::Subcommand;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Decisions a second of the pure engine, over full lifecycles, in one thread
    Engine(engine::Args),
    /// How long the machine takes to make 4 KiB durable
    Flush(flush::Args),
}

/// Why a measurement could not be made.
pub(crate) type Fault = Box<dyn std::error::Error + Send + Sync>;

pub(crate) fn run(command: Command) -> Result<(), Fault> {
    match command {
        Command::Engine(args) => engine::run(&args),
        Command::Flush(args) => flush::run(&args),
    }
}
