//! `wenzheng calendar show`: the days of a year that are not what their weekday says.

use calendar::{DayKind, Lang};
use jiff::civil::Date;
use words::say;

use super::stretch::stretches;
use super::{Source, due};

/// A year of a calendar.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The year
    #[arg(value_parser = clap::value_parser!(i16).range(2010..=2199))]
    year: i16,
    #[command(flatten)]
    source: Source,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let calendar = args.source.read(lang)?;
    let days: Vec<_> = Date::constant(args.year, 1, 1)
        .series(jiff::Span::new().days(1))
        .take_while(|date| date.year() == args.year)
        .map(|date| (date, calendar.day(date)))
        .collect();
    println!("{}", calendar.name(lang));
    if days.iter().any(|(_, day)| day.provisional) {
        println!("{}", say(lang, "calendar-provisional", &[]));
    }
    let named = days
        .iter()
        .filter(|(_, day)| matches!(day.kind, DayKind::Holiday(_) | DayKind::MakeUp(_)));
    for line in stretches(named.map(|(date, day)| (*date, due::kind(&day.kind, lang)))) {
        println!("{line}");
    }
    let workdays = days.iter().filter(|(_, day)| day.kind.works()).count();
    println!(
        "{}",
        say(
            lang,
            "calendar-workdays-of-year",
            &[("year", args.year.to_string()), ("count", workdays.to_string())]
        )
    );
    Ok(())
}
