//! `wenzheng words check`: what is wrong with a language's file, and what it lacks.

use std::path::PathBuf;

use ::calendar::Lang;
use words::say;

/// The file to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The file, named after its language by BCP 47: ug.ftl
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let (tag, text) = super::read(&args.file, lang)?;
    let checked = words::check(&tag, &text);
    for fault in &checked.faults {
        let (wrong, advice) = super::halves(&args.file, fault, lang);
        println!("{wrong}\n    → {advice}");
    }
    let base = match checked.base {
        Lang::Zh => say(lang, "language-chinese", &[]),
        Lang::En => say(lang, "language-english", &[]),
    };
    let count = |n: usize| n.to_string();
    if !checked.missing.is_empty() {
        let args = [("count", count(checked.missing.len())), ("base", base)];
        println!("{}", say(lang, "language-missing", &args));
        for key in &checked.missing {
            println!("    {key}");
        }
    }
    let file = ("file", args.file.display().to_string());
    match checked.faults.len() {
        0 => {
            println!("{}", say(lang, "language-clean", &[file]));
            Ok(())
        }
        faults => Err(say(lang, "language-faults", &[file, ("faults", count(faults))])),
    }
}
