//! `wenzheng bench pages`: how long the server takes for each page and how much of it goes over the wire, as the one who
//! sees most of it, with so many cases stored; against `wenzheng serve` as a process of its own. Prints a table for
//! `docs/performance.md`.
//!
//! The cases are those of `wenzheng generate`: courses of many kinds, spread over a year, some of them open.

mod browser;
mod which;

use super::count::Durations;
use super::database::Place;
use super::lifecycles::server::Server;
use super::stopwatch::Stopwatch;
use super::{Fault, flush};
use browser::{Answer, Browser};
use std::path::{Path, PathBuf};
use std::process::Command;
use which::{Page, pages};

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder in which the installations are made [default: the folder for temporary files]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// PostgreSQL instead of SQLite: any database of the cluster, with the right to make others
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// Cases stored beforehand; several to compare
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    stored: Vec<u64>,
    /// Folder that keeps what was made: filled the first time, measured again afterwards (SQLite)
    #[arg(long, value_name = "DIR", conflicts_with = "database_url")]
    keep: Option<PathBuf>,
    /// How often each page is asked for
    #[arg(long, default_value_t = 200)]
    times: u32,
    /// Only pages whose address begins with this
    #[arg(long, value_name = "PATH", default_value = "/")]
    only: String,
}

/// Pages should take no longer, in milliseconds.
const AIM_MS: f64 = 5.0;

/// Nor be heavier on the wire.
const AIM_BYTES: usize = 100 * 1024;

/// Asked for this often before the watch runs.
const WARM: u32 = 5;

pub(crate) fn run(args: &Args) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        for &stored in &args.stored {
            measure(args, stored).await?;
        }
        Ok(())
    })
}

async fn measure(args: &Args, stored: u64) -> Result<(), Fault> {
    let passing = tempfile::tempdir_in(args.data.clone().unwrap_or_else(std::env::temp_dir))?;
    let kept = args.keep.as_ref().map(|keep| keep.join(stored.to_string()));
    let folder = kept.as_deref().unwrap_or_else(|| passing.path());
    let flush = flush::measure(passing.path(), 300, true)?;
    let place = args
        .database_url
        .as_deref()
        .and_then(|url| Place::cluster(Some(url)));
    let url = match &place {
        Some(place) => {
            place.make("pages").await?;
            Some(place.url("pages"))
        }
        None => None,
    };
    if !folder.join("wenzheng.sqlite").exists() {
        std::fs::create_dir_all(folder)?;
        fill(folder, url.as_deref(), stored)?;
    }
    let server = Server::start(folder, url.as_deref()).await?;
    println!(
        "\n{}, {stored} cases stored, {} times each, flush {}\n",
        place.as_ref().map_or("SQLite", Place::engine),
        args.times,
        flush.shown()
    );
    println!("| page | as | p50 | p99 | as it is | on the wire |\n|---|---|---|---|---|---|");
    let mut browser = Browser::open(&server.address).await?;
    let mut missed = 0;
    for page in pages(&mut browser).await? {
        if page.address.starts_with(&args.only) {
            missed += u32::from(!one(&mut browser, &page, args.times).await?);
        }
    }
    println!("\n{missed} pages miss the aim of {AIM_MS} ms or {AIM_BYTES} bytes");
    server.stop().await?;
    if let Some(place) = &place {
        place.drop("pages").await?;
    }
    Ok(())
}

/// One page; whether it keeps to the aims.
async fn one(browser: &mut Browser, page: &Page, times: u32) -> Result<bool, Fault> {
    let plain = browser.get(&page.address, &page.cookie, None).await?;
    let mut durations = Durations::default();
    let mut wire = 0;
    for time in 0..WARM + times {
        let watch = Stopwatch::start();
        let answer = browser
            .get(&page.address, &page.cookie, Some(browser::ACCEPTS))
            .await?;
        if time >= WARM {
            durations.push(watch.elapsed());
        }
        expect(&answer, page)?;
        wire = answer.wire;
    }
    let ms = |share: f64| durations.quantile(share).as_secs_f64() * 1000.0;
    let kib = |bytes: usize| format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024);
    let good = ms(0.5) <= AIM_MS && wire <= AIM_BYTES;
    let mark = if good { "" } else { "**" };
    println!(
        "| {mark}{}{mark} | {} | {:.2} ms | {:.2} ms | {} | {} |",
        page.address,
        page.who,
        ms(0.5),
        ms(0.99),
        kib(plain.body.len()),
        kib(wire),
    );
    Ok(good)
}

fn expect(answer: &Answer, page: &Page) -> Result<(), Fault> {
    if answer.status == 200 {
        return Ok(());
    }
    Err(format!("{} was answered with {}", page.address, answer.status).into())
}

/// Makes the installation and its cases, by the program itself.
fn fill(folder: &Path, database_url: Option<&str>, stored: u64) -> Result<(), Fault> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args(["--lang", "en", "generate", "--cases", &stored.to_string()])
        .args(["--procedure", &super::course::procedure_id()?])
        .args(["--jurisdiction", super::ready::HERE])
        .arg("--data")
        .arg(folder)
        .stdout(std::process::Stdio::null());
    if let Some(url) = database_url {
        command.args(["--database-url", url]);
    }
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("the cases were not made: {status}").into())
    }
}
