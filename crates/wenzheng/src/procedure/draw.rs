//! `wenzheng procedure draw`: steps, actors and clocks as a picture.

use std::path::PathBuf;

use ::calendar::Lang;
use ::procedure::draw::draw;
use ::procedure::explain::Voice;
use words::say;

use super::source;

/// Which procedure, and where the picture goes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Id of a shipped procedure, or name of a file
    id: String,
    /// File to write; the terminal without it
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let procedure = source::named(&args.id, lang)?;
    let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
    let picture = draw(&Voice {
        procedure: &procedure,
        lang,
        catalogue: &catalogue,
    });
    let Some(path) = &args.output else {
        print!("{picture}");
        return Ok(());
    };
    let file = ("file", path.display().to_string());
    std::fs::write(path, picture).map_err(|error| {
        say(
            lang,
            "procedure-unwritable",
            &[file.clone(), ("reason", crate::fault::reason(&error, lang))],
        )
    })?;
    println!("{}", say(lang, "procedure-written", &[file]));
    Ok(())
}
