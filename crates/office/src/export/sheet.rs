//! The ledger as a sheet. `docs/exchange-files.md` tells what stands in each column.

use super::LedgerLine;
use calendar::{Calendar, Instant, Lang};
use report::sheet::Sheet;

/// The lines with a line of names above them; titles only where `titles` says so.
pub fn ledger_sheet(lang: Lang, calendar: &Calendar, lines: &[LedgerLine], titles: bool) -> Sheet {
    let say = |key: &str| words::say(lang, key, &[]);
    let mut head = vec![
        say("export-number"),
        say("export-external"),
        say("export-channel"),
        say("export-category"),
        say("export-received"),
        say("export-accepted"),
        say("export-dispatched-to"),
        say("export-dispatched"),
        say("export-due"),
        say("export-replied"),
        say("export-closed"),
        say("export-step"),
        say("export-late"),
    ];
    if titles {
        head.push(say("export-title"));
    }
    let time = |at: Instant| calendar.local(at).strftime("%Y-%m-%d %H:%M").to_string();
    let row = |line: &LedgerLine| {
        let rules = &line.rules;
        let channel = rules.channel(&line.channel).map(|c| c.name.get(lang));
        let category = rules.categories.iter();
        let mut category = category.filter(|c| line.category.as_ref() == Some(&c.id));
        let step = rules.step(&line.step).map(|step| step.name.get(lang));
        let units = line.dispatched.iter().map(|(unit, lead, _)| {
            let args = [("unit", unit.clone())];
            if *lead {
                words::say(lang, "export-lead", &args)
            } else {
                words::say(lang, "export-assist", &args)
            }
        });
        let late = line.late.iter().map(|(clock, by)| match by {
            Some(by) if lang == Lang::Zh => format!("{} {}", clock.get(lang), by.zh()),
            Some(by) => format!("{} {by}", clock.get(lang)),
            None => clock.get(lang).to_owned(),
        });
        let mut cells = vec![
            line.number.to_string().into(),
            line.external.join("; ").into(),
            channel.unwrap_or(&line.channel).into(),
            category
                .next()
                .map(|c| c.name.get(lang).to_owned())
                .or_else(|| line.category.clone())
                .into(),
            time(line.received).into(),
            line.accepted.map(time).into(),
            units.collect::<Vec<_>>().join("; ").into(),
            line.dispatched
                .iter()
                .map(|(_, _, at)| *at)
                .min()
                .map(time)
                .into(),
            line.due.map(time).into(),
            line.replied.map(time).into(),
            line.closed.map(time).into(),
            step.unwrap_or(&line.step).into(),
            late.collect::<Vec<_>>().join("; ").into(),
        ];
        if titles {
            cells.push(line.title.clone().into());
        }
        cells
    };
    Sheet {
        head,
        rows: lines.iter().map(row).collect(),
    }
}
