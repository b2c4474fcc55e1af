//! The access log, for the auditor: by person, case and day, on pages and as a file.

use super::back::faults;
use super::days;
use super::desk_ledger::{encoded, status};
use super::file::download;
use super::signed::Desk;
use crate::pages::desk::access::{Access, sheet};
use crate::parts::Pager;
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::response::Response;
use calendar::{Calendar, Instant};
use office::FieldFault;
use office::access::{AccessLine, AccessWanted};
use serde::Deserialize;
use store::AccessAfter;

/// Lines on one page.
const PAGE: u32 = 50;
/// Lines in a file at most; whoever wants more takes it day by day.
const FILE: usize = 100_000;
/// Lines read at once for a file.
const AT_ONCE: u32 = 2000;

/// The filters as they stand in the address; blank ones filter nothing.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    person: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    /// Behind this line, as `MILLISECONDS SEQ N STREAM`.
    #[serde(default)]
    after: String,
}

/// `GET /desk/access`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let (wanted, wrong) = match wanted(&asked, &desk.adopted.calendar) {
        Ok(wanted) => (wanted, Vec::new()),
        Err(found) => (AccessWanted::default(), faults(t, &found)),
    };
    let after = place(&asked.after);
    // nothing is read under filters that are wrong; whether this person may is asked nevertheless
    let limit = if wrong.is_empty() { PAGE } else { 0 };
    let found = (state.office)
        .access_log(&desk.j, desk.actor(), &wanted, after.as_ref(), limit)
        .await?;
    let chosen = chosen(&asked);
    let pager = Pager {
        t,
        first: after.is_some().then(|| format!("/desk/access?{chosen}")),
        next: (found.next.as_ref())
            .map(|next| format!("/desk/access?{chosen}after={}", encoded(&named(next)))),
    };
    let was = |name: &str| match name {
        "person" => asked.person.clone(),
        "number" => asked.number.clone(),
        "from" => asked.from.clone(),
        "to" => asked.to.clone(),
        _ => String::new(),
    };
    let frame = desk.frame(t.say("access-title"));
    let take = format!("/desk/access/csv?{chosen}");
    let filters = (&was as &dyn Fn(&str) -> String, wrong.as_slice());
    let page = Access::of(frame, &desk.adopted.calendar, filters, &found.lines, pager, take);
    Ok(desk.here.show_as(status(&wrong), &page))
}

/// `GET /desk/access/csv`: what the filters leave.
pub(crate) async fn csv(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let Ok(wanted) = wanted(&asked, &desk.adopted.calendar) else {
        return Ok(desk.here.go(&format!("/desk/access?{}", chosen(&asked)), None));
    };
    let mut lines: Vec<AccessLine> = Vec::new();
    let mut after: Option<AccessAfter> = None;
    loop {
        let found = (state.office)
            .access_log(&desk.j, desk.actor(), &wanted, after.as_ref(), AT_ONCE)
            .await?;
        lines.extend(found.lines);
        after = found.next;
        if after.is_none() || lines.len() >= FILE {
            break;
        }
    }
    let sheet = sheet(desk.here.t, &desk.adopted.calendar, &lines);
    let name = format!("{}.csv", desk.here.t.say("access-title"));
    Ok(download((name, report::sheet::CSV.to_owned(), sheet.csv())))
}

/// The filters, or what is wrong with them.
fn wanted(asked: &Asked, calendar: &Calendar) -> Result<AccessWanted, Vec<FieldFault>> {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let number = filled(&asked.number).map(|number| seal::number::check(&number).unwrap_or(number));
    let days = days::between(&asked.from, &asked.to, calendar)?;
    Ok(AccessWanted {
        person: filled(&asked.person).map(Into::into),
        number: number.map(Into::into),
        from: days.from,
        to: days.to,
    })
}

fn named(after: &AccessAfter) -> String {
    format!("{} {} {} {}", after.at.ms(), after.seq, after.n, after.stream)
}

fn place(text: &str) -> Option<AccessAfter> {
    let mut parts = text.splitn(4, ' ');
    Some(AccessAfter {
        at: Instant::from_ms(parts.next()?.parse().ok()?),
        seq: parts.next()?.parse().ok()?,
        n: parts.next()?.parse().ok()?,
        stream: parts.next()?.to_owned(),
    })
}

/// The filters in force, as the beginning of a query.
fn chosen(asked: &Asked) -> String {
    let all = [
        ("person", &asked.person),
        ("number", &asked.number),
        ("from", &asked.from),
        ("to", &asked.to),
    ];
    all.iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}&", encoded(value)))
        .collect()
}
