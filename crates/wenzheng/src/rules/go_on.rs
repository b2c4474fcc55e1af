//! `wenzheng rules continue`: lapsed rules are used on, by decision of somebody, until a day.

use ::calendar::Lang;
use office::rules::UsingOn;
use office::{FieldFault, Problem};
use words::say;

use crate::adopt::day;
use crate::fault::said;
use crate::place::Place;
use crate::which::{By, Which};

/// Who decided what.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Last day for which the decision holds: 2027-12-31
    #[arg(long, value_name = "DATE")]
    until: String,
    /// Who decided, such as the office of the government
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

pub(super) async fn go_on(args: &Args, lang: Lang) -> Result<(), String> {
    let until = day(&args.until, lang)?;
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let by = args.by.find(&office, &j, lang).await?;
    let decided = UsingOn {
        until,
        decided_by: args.decided_by.clone(),
        reason: args.reason.clone(),
    };
    let done = office.use_on_by(&j, &by, decided).await;
    done.map_err(|problem| match problem {
        Problem::NotFound => say(lang, "commands-nothing-lapsed", &[]),
        Problem::Invalid(faults) => {
            let one =
                |f: &FieldFault| format!("--{}: {}", f.field.replace('_', "-"), say(lang, f.code, &f.args));
            let lines: Vec<String> = faults.iter().map(one).collect();
            lines.join("\n")
        }
        other => said(lang, other),
    })?;
    opened.store.close().await;
    println!(
        "{}",
        say(lang, "commands-used-on", &[("until", until.to_string())])
    );
    Ok(())
}
