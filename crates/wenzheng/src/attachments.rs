//! `wenzheng attachments`: between the data folder and a bucket, while the server works on.

use ::calendar::Lang;
use office::attachments::{Carried, carry, moving};
use words::say;

use crate::fault::said;
use crate::place::Place;

/// What is done with attachments.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Copy all to where `keep_in` of the settings says, and read each again. They stay where they were, too
    Move(Args),
}

/// Of which installation.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    let Command::Move(args) = command;
    crate::runtime(lang)?.block_on(carried(args, lang))
}

async fn carried(args: &Args, lang: Lang) -> Result<(), String> {
    let source = args.place.source(lang)?;
    let settings = source.settings(lang)?;
    let Some(bucket) = &settings.attachments else {
        return Err(say(lang, "attachments-no-bucket", &[]));
    };
    let places = moving(&source.folder, bucket).map_err(|error| said(lang, error))?;
    let Carried {
        copied,
        there,
        missing,
    } = carry(&source.url, &places)
        .await
        .map_err(|fault| said(lang, fault))?;
    let counts = [("copied", copied.to_string()), ("there", there.to_string())];
    println!("{}", say(lang, "attachments-moved", &counts));
    if missing.is_empty() {
        return Ok(());
    }
    let ids = ("ids", missing.join(", "));
    Err(say(lang, "attachments-missing", &[ids]))
}
