//! `wenzheng calendar due`: one limit, counted aloud.

use calendar::{Calendar, Counting, Due, Instant, Lang, Limit, Roll, Start};
use serde::Serialize;
use words::say;

use super::Source;
use super::stretch::stretches;

/// One limit and how it is counted.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// When the limit starts, with a zone: 2026-09-30T17:00:00+08:00
    #[arg(long)]
    from: String,
    /// The limit: "30 minutes", "4 hours", "2 workhours", "6 days", "5 workdays", "5个工作日", "1 month"
    #[arg(long, allow_hyphen_values = true)]
    limit: String,
    /// Whether a last day that is no workday moves on
    #[arg(long, default_value = "none", value_parser = ["none", "next-workday"])]
    roll: String,
    /// The first day that counts
    #[arg(long, default_value = "next-day", value_parser = ["next-day", "same-day", "next-workday", "same-workday"])]
    start: String,
    /// End at close of business instead of 24:00
    #[arg(long)]
    close: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    let calendar = args.source.read(lang)?;
    let from = Instant::parse(&args.from).map_err(|error| say(lang, error.code(), &error.args()))?;
    let limit: Limit = args
        .limit
        .parse()
        .map_err(|error: calendar::LimitError| say(lang, error.code(), &error.args()))?;
    let due = calendar
        .due(from, limit, args.counting())
        .map_err(|error| say(lang, error.code(), &error.args()))?;
    let text = if args.json {
        json(&calendar, &due)?
    } else {
        human(&calendar, &due, lang)
    };
    println!("{text}");
    Ok(())
}

impl Args {
    fn counting(&self) -> Counting {
        let roll = if self.roll == "next-workday" {
            Roll::NextWorkday
        } else {
            Roll::None
        };
        let start = match self.start.as_str() {
            "same-day" => Start::SameDay,
            "next-workday" => Start::NextWorkday,
            "same-workday" => Start::SameWorkday,
            _ => Start::NextDay,
        };
        Counting {
            roll,
            start,
            close: self.close,
        }
    }
}

/// A due time with its moments as people and other programs write them.
#[derive(Serialize)]
struct Printed<'a> {
    due: String,
    from: String,
    limit: Limit,
    provisional: bool,
    counted: &'a [calendar::Counted],
    skipped: &'a [calendar::Skipped],
    calendar: &'a str,
    calendar_hash: &'a str,
}

fn json(calendar: &Calendar, due: &Due) -> Result<String, String> {
    let printed = Printed {
        due: calendar.rfc3339(due.due),
        from: calendar.rfc3339(due.from),
        limit: due.limit,
        provisional: due.provisional,
        counted: &due.counted,
        skipped: &due.skipped,
        calendar: calendar.id(),
        calendar_hash: calendar.hash(),
    };
    serde_json::to_string_pretty(&printed).map_err(|error| error.to_string())
}

fn human(calendar: &Calendar, due: &Due, lang: Lang) -> String {
    let limit = match lang {
        Lang::Zh => due.limit.zh(),
        Lang::En => due.limit.to_string(),
    };
    let mut lines = vec![
        say(
            lang,
            "calendar-due-from",
            &[("limit", limit), ("from", calendar.show(due.from, lang))],
        ),
        say(
            lang,
            "calendar-due",
            &[
                ("due", calendar.show_due(due.due, lang)),
                ("moment", calendar.rfc3339(due.due)),
            ],
        ),
    ];
    if due.provisional {
        lines.push(say(lang, "calendar-provisional", &[]));
    }
    if due.counted.is_empty() {
        lines.push(say(lang, "calendar-by-the-clock", &[]));
    } else {
        lines.push(say(
            lang,
            "calendar-counted",
            &[("count", due.counted.len().to_string())],
        ));
        lines.extend(stretches(
            due.counted.iter().map(|day| (day.date, kind(&day.kind, lang))),
        ));
    }
    if !due.skipped.is_empty() {
        lines.push(say(
            lang,
            "calendar-skipped",
            &[("count", due.skipped.len().to_string())],
        ));
        lines.extend(stretches(
            due.skipped.iter().map(|day| (day.date, why(day, lang))),
        ));
    }
    lines.join("\n")
}

/// What a day is called.
pub(super) fn kind(kind: &calendar::DayKind, lang: Lang) -> String {
    use calendar::DayKind;
    match kind {
        DayKind::Workday => say(lang, "calendar-workday", &[]),
        DayKind::Weekend => say(lang, "calendar-weekend", &[]),
        DayKind::Holiday(name) => name.text(lang).to_owned(),
        DayKind::MakeUp(name) => say(
            lang,
            "calendar-make-up",
            &[("holiday", name.text(lang).to_owned())],
        ),
    }
}

fn why(day: &calendar::Skipped, lang: Lang) -> String {
    use calendar::Why;
    match day.why {
        Why::FirstDay => say(lang, "calendar-first-day", &[]),
        Why::OutsideOfficeHours => say(lang, "calendar-outside-office-hours", &[]),
        Why::Weekend | Why::Holiday => kind(&day.kind, lang),
    }
}
