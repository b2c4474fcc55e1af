//! `wenzheng jurisdiction change`.

use ::calendar::Lang;
use store::Jurisdiction;
use words::say;

use crate::fault::said;
use crate::place::Place;

/// What is changed.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Id of the jurisdiction
    #[arg(value_name = "ID")]
    id: String,
    /// Name in Chinese
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Name in English
    #[arg(long, value_name = "NAME")]
    name_en: Option<String>,
    /// Host name of its own
    #[arg(long, value_name = "HOST", conflicts_with = "no_host")]
    host: Option<String>,
    /// No host name any more: it is reached below /@ID
    #[arg(long)]
    no_host: bool,
    #[command(flatten)]
    place: Place,
}

pub(super) async fn change(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    office
        .record_jurisdictions()
        .await
        .map_err(|error| said(lang, error))?;
    let there = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    let known = there.iter().find(|j| j.id == args.id);
    let known = known.ok_or_else(|| super::no_such(lang, &args.id, &there))?;
    let host = args.host.as_ref().map(|host| host.to_ascii_lowercase());
    let changed = Jurisdiction {
        id: known.id.clone(),
        zh: args.name.clone().unwrap_or_else(|| known.zh.clone()),
        en: args.name_en.clone().unwrap_or_else(|| known.en.clone()),
        host: if args.no_host {
            None
        } else {
            host.or_else(|| known.host.clone())
        },
    };
    office
        .enter_jurisdiction(changed)
        .await
        .map_err(|error| said(lang, error))?;
    opened.store.close().await;
    println!(
        "{}",
        say(lang, "commands-jurisdiction-changed", &[("id", args.id.clone())])
    );
    Ok(())
}
