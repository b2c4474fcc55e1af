//! `wenzheng rules list`: every adopted version with how it stands, the newest first.

use ::calendar::Lang;
use office::Office;
use office::rules::{Standing, Version};
use store::AdoptedHead;
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::which::Which;

/// Of which installation and jurisdiction.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

pub(super) async fn list(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let versions = office.versions(&j).await.map_err(|error| said(lang, error))?;
    for version in &versions {
        let head = &version.procedure.head;
        println!("{} {}  {}", head.id, head.version, standing(version, lang));
        println!("    {}", head.title.get(lang));
        adopted(&office, &j, &version.head, lang).await?;
    }
    let calendars = office.calendar_versions(&j).await;
    for version in calendars.map_err(|error| said(lang, error))? {
        let standing = if version.in_force {
            say(lang, "rules-in-force", &[])
        } else {
            say(lang, "rules-calendar-other", &[])
        };
        println!("{}  {standing}", version.calendar.id());
        adopted(&office, &j, &version.head, lang).await?;
    }
    opened.store.close().await;
    Ok(())
}

fn standing(version: &Version, lang: Lang) -> String {
    match &version.standing {
        Standing::Coming => say(lang, "rules-coming", &[]),
        Standing::InForce => say(lang, "rules-in-force", &[]),
        Standing::Lapsed => say(lang, "rules-lapsed", &[]),
        Standing::Replaced => say(lang, "rules-replaced", &[]),
        Standing::Repealed => say(lang, "rules-repealed", &[]),
        Standing::UsedOn(decision) => {
            let args = [
                ("who", decision.decided_by.clone()),
                ("until", decision.until.to_string()),
                ("reason", decision.reason.clone()),
            ];
            say(lang, "rules-used-on", &args)
        }
    }
}

/// The line under each version: from when, by whom, and the hash.
async fn adopted(office: &Office, j: &str, head: &AdoptedHead, lang: Lang) -> Result<(), String> {
    let by = match head.adopted_by.as_str() {
        "system" => Some(say(lang, "shell-by-system", &[])),
        by => office.adopter(j, by).await.map_err(|error| said(lang, error))?,
    };
    let args = [
        ("day", head.in_force.to_string()),
        (
            "who",
            by.unwrap_or_else(|| say(lang, "rules-adopter-unknown", &[])),
        ),
        ("hash", head.hash.chars().take(12).collect()),
    ];
    println!("    {}", say(lang, "rules-adopted", &args));
    Ok(())
}
