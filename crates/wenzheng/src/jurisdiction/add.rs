//! `wenzheng jurisdiction add`.

use ::calendar::Lang;
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::serve::{first_links, found};

/// Who is added.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Short id, such as banner: it stands in addresses and cannot be changed
    #[arg(value_name = "ID")]
    id: String,
    /// Name in Chinese [default: who issued the procedure]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Name in English [default: the Chinese one]
    #[arg(long, value_name = "NAME", requires = "name")]
    name_en: Option<String>,
    /// Host name of its own, such as wz.banner.example; without one it is reached below /@ID
    #[arg(long, value_name = "HOST")]
    host: Option<String>,
    /// The procedure to adopt, a shipped one (see `wenzheng procedure list`) or a file; needed where several are shipped
    #[arg(long, value_name = "ID|FILE")]
    procedure: Option<String>,
    /// Where people reach the installation, for the link that is printed [default: that of the settings]
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    #[command(flatten)]
    place: Place,
}

pub(super) async fn add(args: &Args, lang: Lang) -> Result<(), String> {
    let public = args
        .public_url
        .as_deref()
        .map(|url| crate::serve::public(url, lang))
        .transpose()?;
    let folder = args.place.folder(lang)?;
    let settings = office::Settings::read(folder.path()).map_err(|error| error.say(lang))?;
    let opened = args.place.open(folder, lang).await?;
    let url = public.or(settings.public_url).unwrap_or_default();
    let office = opened.office(url.trim_end_matches('/').to_owned());
    let there = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    if there.iter().any(|j| j.id == args.id) {
        return Err(say(
            lang,
            "commands-jurisdiction-there",
            &[("id", args.id.clone())],
        ));
    }
    for jurisdiction in there.iter() {
        let fits = office.master_key_fits(&jurisdiction.id).await;
        if !fits.map_err(|error| said(lang, error))? {
            return Err(say(lang, "commands-key-wrong", &[]));
        }
    }
    let names = args
        .name
        .clone()
        .map(|zh| (zh.clone(), args.name_en.clone().unwrap_or(zh)));
    let host = args.host.as_ref().map(|host| host.to_ascii_lowercase());
    let adopted = found(&office, &args.id, names, host, args.procedure.as_deref())
        .await
        .map_err(|fault| fault.said(lang))?;
    office
        .record_jurisdictions()
        .await
        .map_err(|error| said(lang, error))?;
    println!("{}", say(lang, "commands-adopted", &adopted));
    // From the second one on, the first is reached by another address as well.
    if there.iter().any(|j| j.host.is_none()) {
        println!("{}", say(lang, "commands-jurisdictions-by-path", &[]));
    }
    first_links(&office, lang).await?;
    opened.store.close().await;
    Ok(())
}
