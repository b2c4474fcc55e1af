//! `wenzheng rebuild`: the read models made again from the log.

use ::calendar::Lang;
use office::chance::hex;
use office::{Chance, Office, SystemChance};
use store::{Rebuilt, StoreError};
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::which::Which;

/// Where to rebuild.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

/// A rebuild of a million cases ends long before; one that died blocks the next no longer.
const LEASE_MS: i64 = 3_600_000;
const LEASE: &str = "rebuild";

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(rebuild(args, lang))
}

async fn rebuild(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let key = match opened.store.engine_name() {
        "postgres" => "commands-rebuilding-beside",
        _ => "commands-rebuilding-alone",
    };
    println!("{}", say(lang, key, &[]));
    let rebuilt = alone(&office, &j)
        .await
        .map_err(|error| said(lang, error))?
        .ok_or_else(|| say(lang, "commands-rebuilding-already", &[]))?;
    opened.store.close().await;
    let args = [
        ("cases", rebuilt.cases.to_string()),
        ("others", rebuilt.others.to_string()),
    ];
    println!("{}", say(lang, "commands-rebuilt", &args));
    Ok(())
}

/// Rebuilds under a lease; `None` where another process holds it.
async fn alone(office: &Office, j: &str) -> Result<Option<Rebuilt>, StoreError> {
    let mut token = [0; 16];
    SystemChance.fill(&mut token);
    let holder = hex(&token);
    let now = office.now();
    let store = office.store();
    let until = now.plus_ms(LEASE_MS);
    // Shadow tables are of the whole database, so the lease is as well.
    let held = store
        .claim_lease(String::new(), LEASE.to_owned(), holder.clone(), now, until)
        .await?;
    if !held {
        return Ok(None);
    }
    let rebuilt = store.rebuild(j, office::fold).await;
    store
        .release_lease(String::new(), LEASE.to_owned(), holder)
        .await?;
    Ok(Some(rebuilt?))
}
