//! The ledger with its filters.

use super::back::faults;
use super::days;
use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::ledger::Ledger;
use crate::parts::Pager;
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::{Calendar, Instant};
use office::FieldFault;
use office::administer::is_division;
use serde::Deserialize;
use store::{LedgerAfter, LedgerFilter};

/// Lines on one page.
const PAGE: u32 = 30;

/// The filters as they stand in the address; blank ones filter nothing.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    step: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    external: String,
    #[serde(default)]
    division: String,
    /// After this instant of receipt, UTC milliseconds.
    #[serde(default)]
    received: Option<i64>,
    /// After this case.
    #[serde(default)]
    after: Option<String>,
}

/// `GET /desk/ledger`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let (filter, wrong) = match filter(&asked, &desk.adopted.calendar) {
        Ok(filter) => (Some(filter), Vec::new()),
        Err(found) => (None, faults(t, &found)),
    };
    let after = match (asked.received, &asked.after) {
        (Some(received), Some(number)) => Some(LedgerAfter {
            received: Instant::from_ms(received),
            number: number.clone().into(),
        }),
        _ => None,
    };
    let found = match &filter {
        None => Vec::new(),
        Some(filter) => {
            let found = state
                .office
                .ledger(&desk.j, desk.actor(), filter, after.as_ref(), PAGE);
            found.await?
        }
    };
    let now = state.office.now();
    let lines = found
        .iter()
        .map(|line| Line::of(t, &desk.adopted, line, now))
        .collect();
    let chosen = chosen(&asked);
    let take = ["csv", "xlsx"].map(|form| format!("/desk/ledger/{form}?{chosen}"));
    let address = |more: &str| format!("/desk/ledger?{chosen}{more}");
    let next = found.last().filter(|_| found.len() == PAGE as usize);
    let pager = Pager {
        t,
        first: after.is_some().then(|| address("")),
        next: next.map(|l| {
            address(&format!(
                "received={}&after={}",
                l.row.received.ms(),
                l.row.number
            ))
        }),
    };
    let units = state.office.units_in(&desk.j, t.lang()).await?;
    let zh = t.lang() == calendar::Lang::Zh;
    let units: Vec<(String, String)> = units
        .into_iter()
        .map(|u| {
            (
                u.unit.id.as_str().to_owned(),
                if zh { u.unit.zh } else { u.unit.en },
            )
        })
        .collect();
    let was = |name: &str| match name {
        "step" => asked.step.clone(),
        "channel" => asked.channel.clone(),
        "unit" => asked.unit.clone(),
        "from" => asked.from.clone(),
        "to" => asked.to.clone(),
        "external" => asked.external.clone(),
        "division" => asked.division.clone(),
        _ => String::new(),
    };
    let frame = desk.frame(t.say("desk-ledger"));
    let page = Ledger::of(
        frame,
        &desk.adopted.procedure,
        &units,
        (&was, &wrong),
        lines,
        (pager, take),
    );
    Ok(desk.here.show_as(status(&wrong), &page))
}

/// Of a list whose filters may be wrong.
pub(super) fn status(wrong: &[(String, String)]) -> StatusCode {
    if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// The filters, or what is wrong with them.
pub(super) fn filter(asked: &Asked, calendar: &Calendar) -> Result<LedgerFilter, Vec<FieldFault>> {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    let division = filled(&asked.division);
    let wrong = division.as_deref().is_some_and(|code| !is_division(code));
    let division_fault = wrong.then(|| FieldFault::new("division", "field-not-a-division"));
    match (days::between(&asked.from, &asked.to, calendar), division_fault) {
        (Ok(days), None) => Ok(LedgerFilter {
            step: filled(&asked.step),
            channel: filled(&asked.channel),
            unit: filled(&asked.unit).map(Into::into),
            from: days.from,
            to: days.to,
            external: filled(&asked.external),
            division,
            ..LedgerFilter::default()
        }),
        (days, more) => {
            let mut faults = days.err().unwrap_or_default();
            faults.extend(more);
            Err(faults)
        }
    }
}

/// The filters in force, as the beginning of a query.
pub(super) fn chosen(asked: &Asked) -> String {
    let all = [
        ("step", &asked.step),
        ("channel", &asked.channel),
        ("unit", &asked.unit),
        ("from", &asked.from),
        ("to", &asked.to),
        ("external", &asked.external),
        ("division", &asked.division),
    ];
    all.iter()
        .filter(|(_, v)| !v.is_empty())
        .map(|(n, v)| format!("{n}={}&", encoded(v)))
        .collect()
}

/// Percent-encoding for a query value.
pub(super) fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    text.bytes()
        .map(|b| {
            if plain(b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}
