//! `wenzheng bench store`: commands a second through the store, beside the identical statements with ready values on
//! plain connections, in transactions of the same size, by turns in the same run.

mod raw;

use super::Fault;
use super::count::rate;
use super::course::Course;
use super::database::Place;
use super::stopwatch::Stopwatch;
use super::{fill, flush, ready};
use std::path::PathBuf;
use store::{Commit, Store};
use tokio::task::JoinSet;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folder in which the SQLite databases are made [default: the folder for temporary files]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// PostgreSQL as well: any database of the cluster, with the right to make others
    /// [default: WENZHENG_TEST_POSTGRES]
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
    /// Cases stored beforehand; several to compare
    #[arg(long, value_delimiter = ',', default_value = "0,100000")]
    stored: Vec<u32>,
    /// Clients at once; several to compare
    #[arg(long, value_delimiter = ',', default_value = "1,16,64")]
    clients: Vec<u32>,
    /// Turns of either side
    #[arg(long, default_value_t = 5)]
    turns: u32,
    /// Whole courses in a turn
    #[arg(long, default_value_t = 320)]
    courses: u32,
}

/// The units of work of some cases, each case's in order.
pub(crate) type Courses = Vec<Vec<Commit>>;

pub(crate) fn run(args: &Args) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let folder = Place::folder(args.data.as_deref())?;
        if let Place::Folder(path) = &folder {
            let flush = flush::measure(path.path(), 300, true)?;
            println!("flush in {}: {}", path.path().display(), flush.shown());
        }
        measure(args, &folder).await?;
        match Place::cluster(args.database_url.as_deref()) {
            Some(cluster) => measure(args, &cluster).await,
            None => {
                println!(
                    "PostgreSQL: skipped, because neither --database-url nor WENZHENG_TEST_POSTGRES is given"
                );
                Ok(())
            }
        }
    })
}

/// Through the store into one database, plainly into another; recorded on a third.
const DATABASES: [&str; 3] = ["stored", "plain", "recorded"];

async fn measure(args: &Args, place: &Place) -> Result<(), Fault> {
    for &stored in &args.stored {
        place.make("filled").await?;
        let filled = Store::open(&place.url("filled")).await?;
        fill::fill(&filled, 0..stored).await?;
        filled.close().await;
        for name in DATABASES {
            place.copy("filled", name).await?;
        }
        place.drop("filled").await?;
        let mut next = stored;
        for &clients in &args.clients {
            turns(args, place, clients, &mut next, stored).await?;
        }
        for name in DATABASES {
            place.drop(name).await?;
        }
    }
    Ok(())
}

/// Turns of both sides with so many clients.
async fn turns(args: &Args, place: &Place, clients: u32, next: &mut u32, stored: u32) -> Result<(), Fault> {
    let course = Course::new()?;
    let store = Store::open(&place.url("stored")).await?;
    let mut plain = raw::Raw::open(place, clients).await?;
    let (mut through, mut bare) = (0.0, 0.0);
    let (mut commands, mut transactions) = (0u64, 0u64);
    // A first turn warms both sides up and is not counted. One client waits for each flush: fewer will do.
    let courses = if clients == 1 {
        args.courses / 8
    } else {
        args.courses
    };
    for turn in 0..=args.turns {
        let end = *next + courses;
        let work: Courses = (*next..end)
            .map(|position| ready::commits(&course, position))
            .collect::<Result<_, _>>()?;
        *next = end;
        let count: usize = work.iter().map(Vec::len).sum();
        let before = store.transactions();
        let seconds = through_store(&store, work.clone(), clients).await?;
        let made = store.transactions() - before;
        let size = usize::try_from((count as u64).div_ceil(made.max(1)))?;
        let plain_seconds = plain.turn(work, size).await?;
        if turn > 0 {
            through += seconds;
            bare += plain_seconds;
            commands += count as u64;
            transactions += made;
        }
    }
    store.close().await;
    plain.close().await?;
    let (rate, raw) = (rate(commands, through), rate(commands, bare));
    println!(
        "{}, {stored} cases stored, {clients} clients: {rate:.0} commands/s, raw {raw:.0}/s, ratio {:.2}; {:.1} commands to a transaction",
        place.engine(),
        rate / raw,
        super::count::rate(commands, transactions as f64),
    );
    Ok(())
}

/// Clients that each take case after case through its course; seconds for all.
async fn through_store(store: &Store, work: Courses, clients: u32) -> Result<f64, Fault> {
    let mut shares: Vec<Courses> = (0..clients).map(|_| vec![]).collect();
    for (course, to) in work.into_iter().zip((0..clients as usize).cycle()) {
        if let Some(share) = shares.get_mut(to) {
            share.push(course);
        }
    }
    let mut tasks = JoinSet::new();
    let watch = Stopwatch::start();
    for share in shares {
        let store = store.clone();
        tasks.spawn(async move {
            for commit in share.into_iter().flatten() {
                store.commit(commit).await?;
            }
            Ok::<_, Fault>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(watch.seconds())
}
