//! `wenzheng generate`: invented cases in any number, for measuring and for trying out.

use ::calendar::Lang;
use indicatif::{ProgressBar, ProgressStyle};
use office::generate::{Generated, Plan, generate};
use office::{Clock as _, Problem, SystemClock};
use words::say;

use crate::fault::said;
use crate::place::Place;
use crate::serve::First;

/// How many, and where.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many cases
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    cases: u64,
    /// Another seed gives other cases; the same one with more cases adds the missing ones
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    first: First,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::runtime(lang)?.block_on(make(args, lang))
}

async fn make(args: &Args, lang: Lang) -> Result<(), String> {
    if !args.place.is_begun() {
        args.first.begins(lang)?;
    }
    let folder = args.place.made(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let j = crate::serve::settle_one(&office, &args.first, lang).await?;
    let plan = Plan {
        cases: args.cases,
        seed: args.seed,
    };
    let open = |clock, verifiers| opened.office_at(String::new(), clock, verifiers);
    let bar = bar(args.cases);
    let begun = SystemClock.now();
    let done = generate(&open, &j, plan, begun, || bar.inc(1)).await;
    let took = SystemClock.now().ms() - begun.ms();
    bar.finish_and_clear();
    opened.store.close().await;
    let generated = done.map_err(|problem| match problem {
        Problem::Forbidden => say(lang, "commands-generate-real", &[]),
        other => said(lang, other),
    })?;
    tell(&generated, took, lang);
    Ok(())
}

fn tell(generated: &Generated, took: i64, lang: Lang) {
    for (step, count) in &generated.steps {
        println!("{count:>9}  {step}");
    }
    let seconds = u64::try_from(took).unwrap_or_default().max(1);
    let rate = |count: u64| (count * 1000 / seconds).to_string();
    let args = [
        ("cases", generated.cases.to_string()),
        ("commands", generated.commands.to_string()),
        ("seconds", format!("{}.{}", took / 1000, took % 1000 / 100)),
        ("rate", rate(generated.cases)),
        ("command-rate", rate(generated.commands)),
    ];
    println!("{}", say(lang, "commands-generated", &args));
}

/// Hidden where nobody looks at a terminal.
fn bar(cases: u64) -> ProgressBar {
    let bar = ProgressBar::new(cases);
    match ProgressStyle::with_template("{bar:40} {pos}/{len}  {per_sec}  {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
