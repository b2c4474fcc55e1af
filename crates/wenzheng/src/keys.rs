//! `wenzheng keys`: the master key is rotated while everything goes on.

use ::calendar::Lang;
use words::say;

use crate::fault::said;
use crate::place::{Folder, Place, master};

/// What is done with the master key.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Make a new master key; the one so far stays valid. A running server wraps all keys anew by itself
    Rotate(Args),
    /// Wrap anew what is still under a master key before the current one: after a break, or without a server
    Rewrap(Args),
    /// Drop the master keys before the current one; refused while a key still needs one of them
    Retire(Args),
}

/// Of which installation.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(async {
        match command {
            Command::Rotate(args) => rotate(args, lang).await,
            Command::Rewrap(args) => rewrap(args, false, lang).await,
            Command::Retire(args) => rewrap(args, true, lang).await,
        }
    })
}

async fn rotate(args: &Args, lang: Lang) -> Result<(), String> {
    // Without the lock: the server that holds it goes on.
    let folder = args.place.unlocked(lang)?;
    let masters = master::open(folder.path(), false, lang)?;
    if !masters.previous.is_empty() {
        return Err(say(lang, "commands-keys-unretired", &[]));
    }
    write(&folder, &masters.rotated(master::new_key()), lang)?;
    println!("{}", say(lang, "commands-keys-rotated", &[]));
    // Where no server has the database open, nobody else would do it.
    match args.place.folder(lang) {
        Ok(_) => rewrap(args, false, lang).await,
        Err(_) => Ok(()),
    }
}

/// Wraps keys anew, and then drops the master keys that nothing needs any more, where that is wanted.
async fn rewrap(args: &Args, retire: bool, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let done = office
        .rewrap_keys(&|_| {})
        .await
        .map_err(|problem| said(lang, problem))?;
    let told = [
        ("rewrapped", done.rewrapped.to_string()),
        ("already", done.already.to_string()),
        ("unreadable", done.unreadable.to_string()),
    ];
    println!("{}", say(lang, "commands-keys-rewrapped", &told));
    opened.store.close().await;
    if done.unreadable > 0 {
        return Err(say(lang, "commands-keys-unreadable", &told));
    }
    if retire {
        write(&opened.folder, &opened.masters.retired(), lang)?;
        println!("{}", say(lang, "commands-keys-retired", &[]));
    }
    Ok(())
}

fn write(folder: &Folder, masters: &office::keys::Masters, lang: Lang) -> Result<(), String> {
    master::write(folder.path(), masters).map_err(|error| {
        let args = [
            ("path", folder.path().display().to_string()),
            ("reason", error.to_string()),
        ];
        say(lang, "commands-key-unmade", &args)
    })
}
