//! `wenzheng replay`: a past ledger under the limits of a procedure, or of two side by side.

mod grid;
mod groups;
mod json;
mod left;
mod legend;
mod print;

use std::path::PathBuf;

use ::calendar::{Calendar, Lang};
use ::procedure::Procedure;
use ::replay::Replay;
use ledger::{Field, Mapping};
use words::say;

use crate::calendar::Source;
use crate::fault::said;
use crate::import::mapping;
use crate::procedure::named;

/// Which table, and by which limits.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A CSV (UTF-8, UTF-16, GB18030) or XLSX table with the times of messages and answers
    #[arg(value_name = "LEDGER")]
    ledger: PathBuf,
    /// Id of a shipped procedure, or name of a file; twice to see two side by side
    #[arg(long, value_name = "ID", required = true)]
    procedure: Vec<String>,
    /// A TOML file that says which column is which field: replied = "办结时刻"
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Print JSON, with every row that was not measured
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

/// What was measured, and by what.
struct Measured<'a> {
    ledger: String,
    procedures: &'a [Procedure],
    calendar: &'a Calendar,
    unit_header: Option<String>,
    kind_header: Option<String>,
    replay: Replay<'a>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let procedures = args.procedures(lang)?;
    let mapping = match &args.mapping {
        Some(path) => mapping(path, lang)?,
        None => Mapping::default(),
    };
    let calendar = args.source.read(lang)?;
    let file = crate::fault::open(&args.ledger, lang)?;
    let rows = ledger::times(file, &mapping, &calendar).map_err(|error| said(lang, error))?;
    let header = |field| rows.header(field).map(str::to_owned);
    let (unit_header, kind_header) = (header(Field::Unit), header(Field::Kind));
    let both: Vec<&Procedure> = procedures.iter().collect();
    let replay =
        ::replay::replay(rows, &both, &calendar).map_err(|error| say(lang, error.code(), &error.args()))?;
    let measured = Measured {
        ledger: args.ledger.display().to_string(),
        procedures: &procedures,
        calendar: &calendar,
        unit_header,
        kind_header,
        replay,
    };
    let text = if args.json {
        json::json(&measured, lang)?
    } else {
        print::human(&measured, lang)
    };
    println!("{text}");
    Ok(())
}

impl Args {
    /// One or two procedures, each with a limit that can be measured.
    fn procedures(&self, lang: Lang) -> Result<Vec<Procedure>, String> {
        if self.procedure.len() > 2 {
            return Err(say(lang, "replay-at-most-two", &[]));
        }
        let mut procedures = Vec::new();
        for id in &self.procedure {
            let procedure = named(id, lang)?;
            if ::replay::columns(0, &procedure).0.is_empty() {
                return Err(say(lang, "replay-no-limits", &[("id", id.clone())]));
            }
            procedures.push(procedure);
        }
        Ok(procedures)
    }
}
