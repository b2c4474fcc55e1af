//! From a row of a table to an entry: its number, its title, its channel, and whether it is history.

use super::{Entry, Mode, Plan, Reason};
use crate::chance::hex;
use ledger::Row;
use procedure::{Procedure, Words};
use sha2::Digest as _;

/// Longest number taken, in characters.
const LONGEST_NUMBER: usize = 64;
/// A title that is made of the text, in characters.
const TITLE: usize = 40;

/// Makes an entry of a row.
pub(super) fn entry(row: Row, plan: &Plan, procedure: &Procedure) -> Result<Entry, Reason> {
    let mode = match plan.mode {
        Some(mode) => mode,
        None if row.reply.is_some() => Mode::History,
        None => return Err(reason("import-no-reply", vec![])),
    };
    let number = match &row.number {
        Some(number) => checked(number).ok_or_else(|| {
            let most = ("most", LONGEST_NUMBER.to_string());
            reason("import-number", vec![most])
        })?,
        None => made(&row),
    };
    let title = row.title.clone().unwrap_or_else(|| shortened(&row.text));
    let category = row.kind.as_deref().and_then(|kind| {
        let found = procedure.categories.iter().find(|c| named(kind, &c.id, &c.name));
        found.map(|c| c.id.clone())
    });
    Ok(Entry {
        line: row.line,
        mode,
        number,
        channel: channel(row.channel.as_deref(), plan, procedure),
        title,
        text: row.text,
        received: row.received,
        reply: row.reply,
        replied: row.replied,
        name: row.name,
        phone: row.phone,
        id_number: row.id_number,
        address: row.address,
        category,
    })
}

fn reason(code: &'static str, args: Vec<(&'static str, String)>) -> Reason {
    Reason { code, args }
}

/// A number names a stream and stands on screens and in addresses: one line, and not too long.
fn checked(number: &str) -> Option<String> {
    let number = number.trim();
    let fits = number.chars().count() <= LONGEST_NUMBER && !number.chars().any(char::is_control);
    fits.then(|| number.to_owned())
}

/// A number made of the content: the same row has the same one in every file and every run.
fn made(row: &Row) -> String {
    let mut hash = sha2::Sha256::new();
    for part in [
        row.name.as_deref().unwrap_or_default(),
        row.title.as_deref().unwrap_or_default(),
        &row.text,
        &row.received.ms().to_string(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let digest = hex(&hash.finalize());
    format!("H{}", digest.get(..16).unwrap_or(&digest))
}

fn shortened(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|l| !l.is_empty())
        .unwrap_or(text);
    let mut title: String = line.chars().take(TITLE).collect();
    if line.chars().count() > TITLE {
        title.push('…');
    }
    title
}

fn channel(named_by_row: Option<&str>, plan: &Plan, procedure: &Procedure) -> String {
    let channels = &procedure.channels;
    let of_row = named_by_row.and_then(|text| channels.iter().find(|c| named(text, &c.id, &c.name)));
    let of_plan = plan.channel.as_deref().and_then(|id| procedure.channel(id));
    let usual = channels
        .iter()
        .find(|c| c.self_service)
        .or_else(|| channels.first());
    let found = of_row.or(of_plan).or(usual);
    found.map(|c| c.id.clone()).unwrap_or_default()
}

/// Whether a cell means this entry of the procedure.
fn named(text: &str, id: &str, name: &Words) -> bool {
    text == id || text == name.zh || text.eq_ignore_ascii_case(&name.en)
}
