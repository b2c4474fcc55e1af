//! How each adopted version stands on a day: pure, from the heads of the files and the decisions taken.

use super::Decision;
use jiff::civil::Date;
use procedure::Head;

/// How a version stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Its first day has not come.
    Coming,
    /// In force.
    InForce,
    /// Past its last day, and used on by decision.
    UsedOn(Decision),
    /// Past its last day.
    Lapsed,
    /// A later version took its place; for the cases that it holds it goes on.
    Replaced,
    /// A later one repeals it; for the cases that it holds it goes on.
    Repealed,
}

/// An adopted version with the day from which it is in force.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided<'a> {
    pub(crate) head: &'a Head,
    pub(crate) from: Date,
}

/// How each of the versions, the oldest first, stands on `day`.
pub(crate) fn standings(versions: &[Decided<'_>], decisions: &[Decision], day: Date) -> Vec<Standing> {
    let mut all: Vec<Standing> = versions
        .iter()
        .enumerate()
        .map(|(index, version)| {
            let later = versions.get(index + 1..).unwrap_or_default();
            alone(version, later, decisions, day)
        })
        .collect();
    if let Some(current) = chosen(&all) {
        for earlier in all.iter_mut().take(current) {
            if matches!(earlier, Standing::InForce | Standing::UsedOn(_)) {
                *earlier = Standing::Replaced;
            }
        }
    }
    all
}

fn alone(version: &Decided<'_>, later: &[Decided<'_>], decisions: &[Decision], day: Date) -> Standing {
    if version.from > day {
        return Standing::Coming;
    }
    let head = version.head;
    let mut begun = later.iter().filter(|other| other.from <= day);
    if begun
        .clone()
        .any(|other| other.head.repeals(&head.id, &head.version))
    {
        return Standing::Repealed;
    }
    if begun.any(|other| other.head.id == head.id) {
        return Standing::Replaced;
    }
    if head.last_day.is_none_or(|last| day <= last) {
        return Standing::InForce;
    }
    let fits = |d: &&Decision| d.procedure == head.id && d.version == head.version && day <= d.until;
    match decisions.iter().rev().find(fits) {
        Some(decision) => Standing::UsedOn(decision.clone()),
        None => Standing::Lapsed,
    }
}

/// The version that new cases come under: the last one in force or used on; where there is none, the last that lapsed.
pub(crate) fn chosen(standings: &[Standing]) -> Option<usize> {
    let valid = |s: &Standing| matches!(s, Standing::InForce | Standing::UsedOn(_));
    let lapsed = |s: &Standing| *s == Standing::Lapsed;
    let last = standings.iter().rposition(valid);
    last.or_else(|| standings.iter().rposition(lapsed))
}
