//! `wenzheng bench flush`: how long the machine takes to make 4 KiB durable. Every durable figure hangs on it.

use super::Fault;
use super::count::Durations;
use super::stopwatch::Stopwatch;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// Where and how often.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder whose disk is measured, best that of the database [default: the folder for temporary files]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// How many flushes
    #[arg(long, default_value_t = 500)]
    count: u32,
}

pub(crate) fn run(args: &Args) -> Result<(), Fault> {
    let folder = args.data.clone().unwrap_or_else(std::env::temp_dir);
    let (overwritten, appended) = (
        measure(&folder, args.count, true)?,
        measure(&folder, args.count, false)?,
    );
    println!(
        "flush in {}: 4 KiB overwritten and made durable: {}; 4 KiB appended: {} ({} each)",
        folder.display(),
        overwritten.shown(),
        appended.shown(),
        args.count
    );
    Ok(())
}

/// Flush times of one file: written over as a log that is used again, or growing.
pub(crate) fn measure(folder: &Path, count: u32, over: bool) -> Result<Durations, Fault> {
    let mut file = tempfile::tempfile_in(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let page = [0x5a; 4096];
    file.write_all(&page)?;
    file.sync_all()?;
    let mut durations = Durations::default();
    for _ in 0..count {
        let watch = Stopwatch::start();
        if over {
            file.seek(SeekFrom::Start(0))?;
        }
        file.write_all(&page)?;
        file.sync_data()?;
        durations.push(watch.elapsed());
    }
    Ok(durations)
}
