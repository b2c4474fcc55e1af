//! `wenzheng demo`: an invented city and a town of it in a temporary folder, with everything running. It is gone when it
//! ends.

use std::path::PathBuf;
use std::sync::Arc;

use ::calendar::Lang;
use office::demo::{Demo, Ground, JURISDICTION, PASSWORD, TOWN, fill, fill_town};
use office::senders::{Console, Senders};
use office::{Chance as _, Clock as _, Config, Office, SystemChance, SystemClock};
use seal::Key;
use store::{Blobs, DiskBlobs, Store};
use words::say;

use crate::fault::said;
use crate::languages::folder as languages;
use crate::serve::{Stop, listen, shell, until_stopped};
use crate::shipped::procedures;

/// Where to serve it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Address and port to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    listen: String,
    /// Folder of languages to add: ug.ftl and the like
    #[arg(long, value_name = "DIR")]
    locales: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::log("warn");
    crate::runtime(lang)?.block_on(demo(args, lang))
}

async fn demo(args: &Args, lang: Lang) -> Result<(), String> {
    let stop = Stop::listen().map_err(|error| crate::unstartable(&error, lang))?;
    if let Some(folder) = &args.locales {
        languages::add(folder, lang)?;
    }
    let (listener, address) = listen(&args.listen, lang).await?;
    let folder = tempfile::Builder::new()
        .prefix("wenzheng-demo-")
        .tempdir()
        .map_err(|error| {
            let path = std::env::temp_dir().display().to_string();
            say(
                lang,
                "commands-folder",
                &[("path", path), ("reason", error.to_string())],
            )
        })?;
    let url = format!("sqlite:{}", folder.path().join("wenzheng.sqlite").display());
    let store = Store::open(&url).await.map_err(|error| said(lang, error))?;
    let blobs: Arc<dyn Blobs> = Arc::new(DiskBlobs::new(folder.path().join("attachments")));
    let mut master = [0; 32];
    SystemChance.fill(&mut master);
    let master = Key::from_bytes(master);
    println!("{}", say(lang, "commands-demo-filling", &[]));
    let shipped = procedures();
    // the city keeps messages to itself, the town publishes them
    let of_city = shipped.first().map(String::as_str).unwrap_or_default();
    let of_town = shipped.last().map(String::as_str).unwrap_or_default();
    let now = SystemClock.now();
    let ground = || Ground {
        store: store.clone(),
        blobs: blobs.clone(),
        master: master.clone(),
        now,
    };
    // the city has the address that is listened on for itself, the town is below /@ID
    let host = address.ip().to_string();
    let host = (!host.contains(':')).then_some(host.as_str());
    let city = fill(ground(), host, of_city).await;
    let city = city.map_err(|error| said(lang, error))?;
    let town = fill_town(ground(), of_town).await;
    let town = town.map_err(|error| said(lang, error))?;
    let office = Office::new(Config {
        store: store.clone(),
        master: master.clone(),
        blobs,
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        public_url: format!("http://{address}"),
        verifiers: Vec::new(),
    });
    let shell = shell::of(&office, master.derive("pages"));
    tell(&office, JURISDICTION, &city, lang).await?;
    tell(&office, TOWN, &town, lang).await?;
    let args = [("address", office.public_url().to_owned())];
    println!("{}", say(lang, "commands-serving", &args));
    let senders = Senders::all_by(Arc::new(Console::new(std::io::stdout())));
    let done = until_stopped(office, shell, Vec::new(), senders, listener, stop, lang).await;
    store.close().await;
    done
}

/// Prints where a place is reached, its people, and some cases to follow.
async fn tell(office: &Office, j: &str, demo: &Demo, lang: Lang) -> Result<(), String> {
    let rules = office
        .in_force(j, office.now())
        .await
        .map_err(|error| said(lang, error))?;
    let all = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    let place = all.iter().find(|place| place.id == j);
    let place = place.map(|place| if lang == Lang::Zh { &place.zh } else { &place.en });
    let role = |id: &str| match rules.procedure.role(id) {
        Some(role) if lang == Lang::Zh => role.name.zh.clone(),
        Some(role) => role.name.en.clone(),
        None => say(lang, "commands-administrator", &[]),
    };
    let address = office.url_of(j).await.map_err(|error| said(lang, error))?;
    println!("\n{}  {address}", place.map(String::as_str).unwrap_or_default());
    let args = [("count", demo.cases.to_string())];
    println!("{}", say(lang, "commands-demo-cases", &args));
    for sample in &demo.samples {
        println!("  {}  {}  {}", sample.number, sample.check_code, sample.title);
    }
    let args = [("password", PASSWORD.to_owned())];
    println!("{}", say(lang, "commands-demo-people", &args));
    for member in &demo.people {
        let unit = member.unit.as_deref().unwrap_or_default();
        println!(
            "  {:<11} {}  {}  {unit}",
            member.login,
            member.name,
            role(&member.role)
        );
    }
    Ok(())
}
