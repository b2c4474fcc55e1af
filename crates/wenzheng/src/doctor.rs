//! `wenzheng doctor`: looks through what an operator would otherwise search for, beside a running server or without one.
//! It changes nothing, and shows nothing secret.

mod addresses;
mod backup;
mod database;
mod finding;
mod folder;
mod languages;
mod network;
mod rules;
mod standing;

use std::process::ExitCode;

use ::calendar::{Instant, Lang};
use office::{Clock as _, Settings, SystemClock};
use serde_json::json;
use words::say;

use crate::place::Place;
use finding::{Finding, State};

/// What is looked at. The words of `wenzheng serve` can be repeated here, so that it is known what was meant.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    /// Address at which a server should answer
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// Where people reach it
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Web servers in front that are believed
    #[arg(long, value_name = "ADDR")]
    trusted_proxy: Vec<String>,
    /// Address of the figures for Prometheus
    #[arg(long, value_name = "ADDR")]
    metrics: Option<String>,
    /// As JSON, with each text in both languages
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, lang: Lang) -> ExitCode {
    let found = match crate::runtime(lang) {
        Ok(runtime) => runtime.block_on(look(args)),
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::FAILURE;
        }
    };
    if args.json {
        println!("{}", as_json(&found));
    } else {
        for finding in &found {
            println!("{}", finding.line(lang));
        }
        let counts = State::ALL.map(|state| {
            let count = found.iter().filter(|finding| finding.state == state).count();
            (state.word(), count.to_string())
        });
        println!("{}", say(lang, "doctor-sum", &counts));
    }
    if found.iter().any(|finding| finding.state == State::Wrong) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

/// Everything, in the order in which one thing needs the other.
async fn look(args: &Args) -> Vec<Finding> {
    let now = SystemClock.now();
    let source = match (args.place.source(Lang::Zh), args.place.source(Lang::En)) {
        (Ok(source), _) | (_, Ok(source)) => source,
        (Err(zh), Err(en)) => return vec![Finding::both(State::Wrong, "folder", zh, en)],
    };
    let mut found = folder::look(&source.folder);
    let masters = folder::master(&source.folder, &mut found);
    let settings = match Settings::read(&source.folder) {
        Ok(settings) => Some(settings),
        Err(error) => {
            found.push(Finding::of(State::Wrong, "settings", |lang| error.say(lang)));
            None
        }
    };
    let standing = database::look(&source.url, now, &mut found).await;
    if let Some(standing) = &standing {
        if let Some(masters) = &masters {
            folder::opens(masters, standing, &mut found);
        }
        let in_force = rules::look(standing, now, &mut found);
        if let Some(asked) = settings.as_ref().and_then(|settings| settings.sign_in.as_ref()) {
            rules::second_factor(asked, &in_force, &mut found);
        }
        standing::look(standing, now, &mut found);
    }
    backup::look(&source.folder, now, &mut found);
    languages::look(&source.folder, &mut found);
    if let Some(settings) = &settings {
        addresses::look(args, settings, &mut found);
        network::look(&source, settings, &mut found).await;
    }
    network::server(args.listen.as_deref(), &mut found);
    network::server(args.metrics.as_deref(), &mut found);
    found
}

fn as_json(found: &[Finding]) -> String {
    let lines: Vec<_> = found
        .iter()
        .map(|finding| {
            json!({
                "about": finding.about,
                "state": finding.state.word(),
                "zh": finding.says(Lang::Zh),
                "en": finding.says(Lang::En),
            })
        })
        .collect();
    serde_json::Value::Array(lines).to_string()
}

/// Whole minutes between two instants; 0 where the second is not later.
fn minutes(from: Instant, to: Instant) -> i64 {
    (to.ms() - from.ms()).max(0) / 60_000
}
