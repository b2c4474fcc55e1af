//! `wenzheng procedure explain`: the text and its rules, clause by clause.

use ::calendar::Lang;
use ::procedure::explain::{Voice, explain, text};
use words::say;

use super::source;

/// Which procedure, and which clause of it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Id of a shipped procedure, or name of a file
    id: String,
    /// One clause, such as SQ-10(3); all without it
    clause: Option<String>,
}

pub(super) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let procedure = source::named(&args.id, lang)?;
    let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
    let voice = Voice {
        procedure: &procedure,
        lang,
        catalogue: &catalogue,
    };
    let Some(explanation) = explain(&procedure, args.clause.as_deref()) else {
        let known: Vec<&str> = procedure.clauses.iter().map(|c| c.id.as_str()).collect();
        let args = [
            ("id", args.id.clone()),
            ("clause", args.clause.clone().unwrap_or_default()),
            ("clauses", known.join(", ")),
        ];
        return Err(say(lang, "procedure-unknown-clause", &args));
    };
    print!("{}", text(&explanation, &voice));
    Ok(())
}
