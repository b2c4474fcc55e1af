//! `wenzheng rules end-own`: a unit's own rules end on a day, by decision of somebody.

use ::calendar::Lang;
use office::adopt::NotAdopted;
use office::rules::EndingOwn;
use office::{FieldFault, Problem};
use words::say;

use crate::adopt::{day, told};
use crate::place::Place;
use crate::which::{By, Which};

/// Who decided what.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Unit whose own rules end
    #[arg(long, value_name = "UNIT")]
    unit: String,
    /// First day on which they hold no more: 2027-01-01
    #[arg(long, value_name = "DATE")]
    from: String,
    /// Who decided, such as the bureau itself
    #[arg(long, value_name = "NAME")]
    decided_by: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    by: By,
}

pub(super) async fn end_own(args: &Args, lang: Lang) -> Result<(), String> {
    let from = day(&args.from, lang)?;
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let by = args.by.find(&office, &j, lang).await?;
    let ending = EndingOwn {
        unit: args.unit.clone(),
        from,
        decided_by: args.decided_by.clone(),
        reason: args.reason.clone(),
    };
    let done = office.end_own_rules_by(&j, &by, ending).await;
    done.map_err(|fault| match fault {
        NotAdopted::Problem(Problem::NotFound) => {
            say(lang, "commands-no-own-rules", &[("unit", args.unit.clone())])
        }
        NotAdopted::Problem(Problem::Invalid(faults)) => {
            let one =
                |f: &FieldFault| format!("--{}: {}", f.field.replace('_', "-"), say(lang, f.code, &f.args));
            let lines: Vec<String> = faults.iter().map(one).collect();
            lines.join("\n")
        }
        other => told(other, std::path::Path::new(&args.unit), lang),
    })?;
    opened.store.close().await;
    let args = [("unit", args.unit.clone()), ("day", from.to_string())];
    println!("{}", say(lang, "commands-own-ended", &args));
    Ok(())
}
