//! `wenzheng retention`: how long personal data is kept, which cases are held, and the decision to destroy keys.

use ::calendar::Lang;
use ::case::CaseNumber;
use office::retention::Standing;
use office::{FieldFault, Office, Problem};
use words::say;

use crate::export::administrator;
use crate::fault::said;
use crate::place::Place;
use crate::which::Which;

/// What is decided.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// How long data is kept, what is held, and how many cases are due
    Show(Args),
    /// Set the time of retention in days; without --days data is kept for ever
    Set {
        /// Days without anything new after which the data of an ended case may be destroyed
        #[arg(long, value_name = "DAYS")]
        days: Option<u32>,
        #[command(flatten)]
        why: Why,
        #[command(flatten)]
        args: Args,
    },
    /// Hold a case: its data stays until the hold is lifted
    Hold(OfCase),
    /// Lift a hold
    Lift(OfCase),
    /// Destroy the keys of every case that is due and not held; the text stays without personal data
    Destroy {
        #[command(flatten)]
        why: Why,
        #[command(flatten)]
        args: Args,
    },
}

/// A case and why.
#[derive(clap::Args)]
pub(crate) struct OfCase {
    /// Its number
    #[arg(value_name = "NUMBER")]
    number: String,
    #[command(flatten)]
    why: Why,
    #[command(flatten)]
    args: Args,
}

/// Why.
#[derive(clap::Args)]
pub(crate) struct Why {
    /// Why it is decided
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// Where, and who decides.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Login of the administrator who decides
    #[arg(long, value_name = "LOGIN")]
    by: String,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    which: Which,
}

impl Command {
    fn args(&self) -> &Args {
        match self {
            Self::Show(args) | Self::Set { args, .. } | Self::Destroy { args, .. } => args,
            Self::Hold(of) | Self::Lift(of) => &of.args,
        }
    }
}

pub(crate) fn run(command: &Command, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(decide(command, lang))
}

async fn decide(command: &Command, lang: Lang) -> Result<(), String> {
    let args = command.args();
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = args.which.find(&office, lang).await?;
    let who = administrator(&office, &j, &args.by, lang).await?;
    let problem = |problem| faulty(problem, lang);
    match command {
        Command::Show(_) => {
            let standing = office.retention(&j, &who).await.map_err(problem)?;
            let due = office.due_for_destruction(&j, &who).await.map_err(problem)?;
            show(&standing, due.len(), lang);
        }
        Command::Set { days, why, .. } => {
            let done = office.set_retention(&j, &who, *days, &why.reason).await;
            done.map_err(problem)?;
            println!("{}", say(lang, "retention-recorded", &[]));
        }
        Command::Hold(of) => {
            let done = office.hold(&j, &who, &of.number, &of.why.reason).await;
            done.map_err(problem)?;
            println!("{}", say(lang, "retention-recorded", &[]));
        }
        Command::Lift(of) => {
            let done = office.lift_hold(&j, &who, &of.number, &of.why.reason).await;
            done.map_err(problem)?;
            println!("{}", say(lang, "retention-recorded", &[]));
        }
        Command::Destroy { why, .. } => {
            let done = destroy(&office, &j, &who, &why.reason).await;
            // what is gone is gone, also where it went no further: that is told in any case
            if done.broken.is_none() || done.cases > 0 {
                let told = [("cases", done.cases.to_string())];
                println!("{}", say(lang, "retention-destroyed", &told));
            }
            if let Some(left) = unfinished(done, lang) {
                opened.store.close().await;
                return Err(left);
            }
        }
    }
    opened.store.close().await;
    Ok(())
}

/// What became of the cases that are due.
#[derive(Default)]
struct Done {
    /// So many are done.
    cases: usize,
    /// These are not, each with what is wrong.
    failed: Vec<(CaseNumber, Problem)>,
    /// What broke it off, where something did.
    broken: Option<Problem>,
}

/// Every case that is due, each tried once.
async fn destroy(office: &Office, j: &str, who: &case::Actor, reason: &str) -> Done {
    let (mut all, mut behind) = (Done::default(), None);
    loop {
        match office.destroy_due(j, who, reason, behind).await {
            Ok(done) => {
                all.cases += done.cases.len();
                all.failed.extend(done.failed);
                behind = done.more;
                if behind.is_none() {
                    return all;
                }
            }
            Err(problem) => {
                all.broken = Some(problem);
                return all;
            }
        }
    }
}

/// Which cases are left, one a line, with what is wrong, and what broke it off; `None` where nothing is left.
fn unfinished(done: Done, lang: Lang) -> Option<String> {
    let one = |(number, problem): (CaseNumber, Problem)| {
        let why = faulty(problem, lang);
        say(
            lang,
            "retention-failed",
            &[("number", number.to_string()), ("why", why)],
        )
    };
    let mut lines: Vec<String> = done.failed.into_iter().map(one).collect();
    lines.extend(done.broken.map(|problem| faulty(problem, lang)));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn show(standing: &Standing, due: usize, lang: Lang) {
    let text = match standing.days {
        Some(days) => say(lang, "retention-days", &[("days", days.to_string())]),
        None => say(lang, "retention-never", &[]),
    };
    println!("{text}");
    for held in &standing.held {
        let reason = held.reason.clone().unwrap_or_default();
        println!("{} {reason}", held.number);
    }
    println!(
        "{}",
        say(lang, "retention-due-count", &[("cases", due.to_string())])
    );
}

fn faulty(problem: Problem, lang: Lang) -> String {
    match problem {
        Problem::Invalid(faults) => {
            let one = |f: &FieldFault| format!("--{}: {}", f.field, say(lang, f.code, &f.args));
            faults.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        other => said(lang, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was destroyed before it broke off stands on its own line before; here is what is left.
    #[test]
    fn what_is_left_is_told_with_what_broke_it_off() {
        assert_eq!(
            unfinished(
                Done {
                    cases: 3,
                    ..Done::default()
                },
                Lang::En
            ),
            None
        );
        let done = Done {
            cases: 200,
            failed: vec![(CaseNumber::from("2025030300000017"), Problem::NotFound)],
            broken: Some(Problem::field("reason", "field-empty")),
        };
        let left = unfinished(done, Lang::En).unwrap_or_default();
        let lines: Vec<&str> = left.lines().collect();
        assert!(
            lines.len() == 2 && lines[0].contains("2025030300000017"),
            "{left}"
        );
        assert!(lines[1].starts_with("--reason: "), "{left}");
    }
}
