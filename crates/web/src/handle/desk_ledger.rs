//! The ledger with its filters.

use super::back::faults;
use super::days;
use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::ledger::Ledger;
use crate::parts::Pager;
use crate::shell::{PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::{Calendar, Instant};
use case::access::Wish;
use office::FieldFault;
use office::administer::is_division;
use serde::Deserialize;
use store::{LedgerAfter, LedgerFilter};

/// Lines on one page.
const PAGE: u32 = 30;
/// Longest words that are looked for, in characters.
pub(crate) const MOST_WORDS: u16 = 60;

/// The filters as they stand in the address; blank ones filter nothing.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// What a title or number holds, as it may stand in an address.
    #[serde(default)]
    find: String,
    /// The same as it was typed.
    #[serde(skip)]
    q: String,
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
    /// A number given elsewhere, as it may stand in an address: often a phone or a name stands in it.
    #[serde(default)]
    elsewhere: String,
    /// The same as it was typed.
    #[serde(skip)]
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

impl Asked {
    /// Whether words are looked for.
    pub(super) fn searches(&self) -> bool {
        !self.q.trim().is_empty()
    }

    /// Reads what is covered in the address. What cannot be read is of another session, or was cut off where it was copied.
    pub(super) fn uncover(&mut self, desk: &Desk) -> Vec<FieldFault> {
        let covered = [
            ("q", &self.find, &mut self.q),
            ("external", &self.elsewhere, &mut self.external),
        ];
        let mut gone = Vec::new();
        for (name, covered, words) in covered {
            match desk.here.uncover(covered) {
                Some(found) => *words = found,
                None if covered.is_empty() => {}
                None => gone.push(FieldFault::new(name, "ledger-find-gone")),
            }
        }
        gone
    }
}

/// `GET /desk/ledger`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(mut asked): Query<Asked>,
) -> Result<Response, PageError> {
    let gone = asked.uncover(&desk);
    page(&state, &desk, &asked, gone).await
}

/// `POST /desk/ledger`: what is looked for. Words are covered before they stand in an address.
pub(crate) async fn look(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    if !desk.may(Wish::ListAll) {
        return Err(PageError::Forbidden);
    }
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let mut asked = Asked {
        q: text("q"),
        step: text("step"),
        channel: text("channel"),
        unit: text("unit"),
        from: text("from"),
        to: text("to"),
        external: text("external"),
        division: text("division"),
        ..Asked::default()
    };
    let typed = [("q", &asked.q), ("external", &asked.external)];
    let long = typed
        .iter()
        .filter(|(_, text)| text.chars().count() > usize::from(MOST_WORDS));
    let too_long: Vec<FieldFault> = long
        .map(|(name, _)| FieldFault::too_long(name, usize::from(MOST_WORDS)))
        .collect();
    if !too_long.is_empty() {
        return page(&state, &desk, &asked, too_long).await;
    }
    for (text, covered) in [
        (&asked.q, &mut asked.find),
        (&asked.external, &mut asked.elsewhere),
    ] {
        if !text.is_empty() {
            *covered = desk.here.cover(text).ok_or(PageError::Internal)?;
        }
    }
    Ok(desk.here.go(&format!("/desk/ledger?{}", chosen(&asked)), None))
}

async fn page(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    mut wrong: Vec<FieldFault>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let filter = match filter(asked, &desk.adopted.calendar) {
        Ok(filter) => Some(filter).filter(|_| wrong.is_empty()),
        Err(found) => {
            wrong.extend(found);
            None
        }
    };
    let wrong = faults(t, &wrong);
    let after = match (asked.received, &asked.after) {
        (Some(received), Some(number)) => Some(LedgerAfter {
            received: Instant::from_ms(received),
            number: number.clone().into(),
        }),
        _ => None,
    };
    let (office, searches) = (&state.office, asked.searches());
    let (found, looked) = match &filter {
        None => (Vec::new(), None),
        Some(filter) if searches => {
            let wanted = (filter, asked.q.as_str());
            let searched = office.search_ledger(&desk.j, desk.actor(), wanted, after.as_ref(), PAGE);
            let searched = searched.await?;
            (searched.lines.clone(), Some(searched))
        }
        Some(filter) => {
            let found = office.ledger(&desk.j, desk.actor(), filter, after.as_ref(), PAGE);
            (found.await?, None)
        }
    };
    let now = office.now();
    let beside = office.beside_lines(&desk.j, &found).await?;
    let lines = found.iter().zip(&beside);
    let lines =
        lines.map(|(line, beside)| Line::of(t, &desk.adopted, line, now).beside(t, &desk.adopted, beside));
    let lines = lines.collect();
    let chosen = chosen(asked);
    let take = ["csv", "xlsx"].map(|form| format!("/desk/ledger/{form}?{chosen}"));
    let address = |more: &str| format!("/desk/ledger?{chosen}{more}");
    let behind = |after: &LedgerAfter| {
        address(&format!(
            "received={}&after={}",
            after.received.ms(),
            after.number
        ))
    };
    let last = found.last().filter(|_| found.len() == PAGE as usize);
    let last = last.map(|line| LedgerAfter {
        received: line.row.received,
        number: line.row.number.clone(),
    });
    let next = match &looked {
        Some(searched) => searched.next.clone(),
        None => last,
    };
    let pager = Pager {
        t,
        first: after.is_some().then(|| address("")),
        next: next.as_ref().map(behind),
    };
    let searched = looked.map(|searched| {
        let back_to = searched
            .back_to
            .map(|at| desk.adopted.calendar.show(at, t.lang()));
        let args = [
            ("words", asked.q.trim().to_owned()),
            ("looked", searched.looked.to_string()),
            ("found", searched.lines.len().to_string()),
            ("back", back_to.unwrap_or_default()),
        ];
        match searched.next {
            Some(_) => t.args("ledger-looked-part", &args),
            None => t.args("ledger-looked-all", &args),
        }
    });
    let units = super::desk_queue::unit_names(state, desk).await?;
    let was = |name: &str| match name {
        "q" => asked.q.clone(),
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
        (pager, take, searched),
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
        ("find", &asked.find),
        ("step", &asked.step),
        ("channel", &asked.channel),
        ("unit", &asked.unit),
        ("from", &asked.from),
        ("to", &asked.to),
        ("elsewhere", &asked.elsewhere),
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
