//! `wenzheng bench lifecycles`: whole courses of cases a second over HTTP, against `wenzheng serve` as a process of its
//! own, with everything on that is on in an office: durable commits, sessions, form tokens, access, limits, jobs.

mod client;
pub(super) mod server;
mod setup;
mod walk;

use super::count::{Durations, rate};
use super::database::Place;
use super::stopwatch::Stopwatch;
use super::{Fault, flush};
use client::Connection;
use server::Server;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::task::JoinSet;
use walk::{People, Walker};

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
    #[arg(long, value_delimiter = ',', default_value = "0,100000")]
    stored: Vec<u32>,
    /// Cases under way at once
    #[arg(long, default_value_t = 32)]
    clients: u32,
    /// Seconds to measure
    #[arg(long, default_value_t = 15)]
    seconds: u32,
    /// Lifecycles at most: as many citizens get a one-time code beforehand
    #[arg(long, default_value_t = 12_000)]
    most: u32,
}

pub(crate) fn run(args: &Args) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        for &stored in &args.stored {
            measure(args, stored).await?;
        }
        Ok(())
    })
}

async fn measure(args: &Args, stored: u32) -> Result<(), Fault> {
    let folder = tempfile::tempdir_in(args.data.clone().unwrap_or_else(std::env::temp_dir))?;
    let flush = flush::measure(folder.path(), 300, true)?;
    let place = args
        .database_url
        .as_deref()
        .and_then(|url| Place::cluster(Some(url)));
    let url = match &place {
        Some(place) => {
            place.make("lifecycles").await?;
            Some(place.url("lifecycles"))
        }
        None => None,
    };
    let made = setup::installation(folder.path(), url.as_deref(), stored, args.most).await?;
    let server = Server::start(folder.path(), url.as_deref()).await?;
    let fresh = server.memory()?;
    let people = Arc::new(People::sign_in(&server.address, &made).await?);
    let before = server.processor_seconds()?;
    let done = load(args, &server, &people).await?;
    let processor = server.processor_seconds()? - before;
    let memory = server.memory()?;
    server.stop().await?;
    println!(
        "{}, {stored} cases stored, {} clients, flush {}: {:.0} lifecycles/s ({:.0} requests/s), a request {}; \
         {:.1} ms of processor in the server for a lifecycle; resident {} MiB, at most {} MiB ({} MiB before)",
        place.as_ref().map_or("SQLite", Place::engine),
        args.clients,
        flush.shown(),
        rate(done.lifecycles, done.seconds),
        rate(done.requests.len() as u64, done.seconds),
        done.requests.shown(),
        processor * 1000.0 / f64::from(done.walked),
        memory.resident,
        memory.most,
        fresh.resident,
    );
    for (act, durations) in &done.by_act {
        println!("  {act:<13} {}", durations.shown());
    }
    if let Some(place) = &place {
        place.drop("lifecycles").await?;
    }
    Ok(())
}

/// What came of the load.
struct Done {
    lifecycles: u64,
    /// Begun altogether, counted or not.
    walked: u32,
    seconds: f64,
    requests: Durations,
    by_act: Vec<(&'static str, Durations)>,
}

/// Clients take case after case through its course until time is up; what was begun then is not counted.
async fn load(args: &Args, server: &Server, people: &Arc<People>) -> Result<Done, Fault> {
    let next = Arc::new(AtomicU32::new(0));
    let seconds = f64::from(args.seconds);
    let (warm, most) = (f64::from(args.seconds.min(3)), args.most);
    let mut tasks = JoinSet::new();
    let watch = Stopwatch::start();
    for _ in 0..args.clients {
        let (next, people, address) = (next.clone(), people.clone(), server.address.clone());
        tasks.spawn(async move {
            let mut walker = Walker::new(people, Connection::open(&address).await?).await?;
            let mut lifecycles = 0u64;
            let mut timed = vec![];
            loop {
                let citizen = next.fetch_add(1, Ordering::Relaxed);
                if citizen >= most {
                    return Err("more lifecycles than citizens with a code: raise --most".into());
                }
                let begun = watch.seconds();
                let times = walker.walk(citizen).await?;
                if watch.seconds() > warm + seconds {
                    return Ok((lifecycles, timed));
                }
                if begun >= warm {
                    lifecycles += 1;
                    timed.extend(times);
                }
            }
        });
    }
    let mut done = Done {
        lifecycles: 0,
        walked: 0,
        seconds,
        requests: Durations::default(),
        by_act: vec![],
    };
    while let Some(ended) = tasks.join_next().await {
        let (lifecycles, timed): (u64, Vec<(&'static str, std::time::Duration)>) =
            ended?.map_err(|fault: Fault| fault)?;
        done.lifecycles += lifecycles;
        for (act, duration) in timed {
            done.requests.push(duration);
            match done.by_act.iter_mut().find(|(known, _)| *known == act) {
                Some((_, durations)) => durations.push(duration),
                None => done.by_act.push((act, [duration].into_iter().collect())),
            }
        }
    }
    done.walked = next.load(Ordering::Relaxed);
    Ok(done)
}
