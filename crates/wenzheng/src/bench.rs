//! `wenzheng bench`: measures this machine with this program. For developers; what it found stands in
//! `docs/performance.md`.

mod count;
mod course;
mod database;
mod engine;
mod fill;
mod flush;
mod lifecycles;
mod pages;
mod ready;
mod stopwatch;
mod store;

use clap::Subcommand;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Decisions a second of the pure engine, over full lifecycles, in one thread
    Engine(engine::Args),
    /// How long the machine takes to make 4 KiB durable
    Flush(flush::Args),
    /// Commands a second through the store, beside the same statements on plain connections
    Store(store::Args),
    /// Whole courses of cases a second over HTTP, against `wenzheng serve`
    Lifecycles(lifecycles::Args),
    /// Server time and weight of each page, against `wenzheng serve`
    Pages(pages::Args),
}

/// Why a measurement could not be made.
pub(crate) type Fault = Box<dyn std::error::Error + Send + Sync>;

pub(crate) fn run(command: Command) -> Result<(), Fault> {
    match command {
        Command::Engine(args) => engine::run(&args),
        Command::Flush(args) => flush::run(&args),
        Command::Store(args) => store::run(&args),
        Command::Lifecycles(args) => lifecycles::run(&args),
        Command::Pages(args) => pages::run(&args),
    }
}
