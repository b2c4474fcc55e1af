//! Rounds: what is to be looked at today, the form that records it, and the list of a month.

use super::back::faults;
use super::desk_ledger::encoded;
use super::file::download;
use super::signed::Desk;
use crate::pages::desk::rounds::{Rounds, month_sheet};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::{Calendar, Instant};
use jiff::ToSpan;
use jiff::civil::Date;
use office::rounds::{RoundRecord, RoundSlot};
use office::{FieldFault, Problem};
use serde::Deserialize;

/// Which month.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// As `2026-03`; this month where nothing is said.
    #[serde(default)]
    month: String,
}

/// `GET /desk/rounds`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    match month(&asked) {
        Ok(_) => page(&state, &desk, &asked, StatusCode::OK, None, &[]).await,
        Err(fault) => {
            let says = faults(desk.here.t, &[fault]);
            page(
                &state,
                &desk,
                &Asked::default(),
                StatusCode::UNPROCESSABLE_ENTITY,
                None,
                &says,
            )
            .await
        }
    }
}

/// The first day of the month asked for, where one is; or what is wrong with it.
fn month(asked: &Asked) -> Result<Option<Date>, FieldFault> {
    if asked.month.trim().is_empty() {
        return Ok(None);
    }
    let first = format!("{}-01", asked.month.trim()).parse();
    first
        .map(Some)
        .map_err(|_| FieldFault::new("month", "field-not-a-month"))
}

/// `POST /desk/rounds`: somebody did a round.
pub(crate) async fn record(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = match typed(&posted) {
        Ok(record) => state.office.record_round(&desk.j, desk.actor(), record).await,
        Err(fault) => Err(Problem::Invalid(vec![fault])),
    };
    match done {
        Ok(()) => Ok(desk.here.go("/desk/rounds", Some(Flash::new("rounds-recorded")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(&state, &desk, &Asked::default(), status, Some(&posted), &says).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /desk/rounds/csv`: the list of a month to take along.
pub(crate) async fn csv(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (t, calendar) = (desk.here.t, &desk.adopted.calendar);
    if month(&asked).is_err() {
        // the page says beside the month what is wrong with it
        return Ok(desk
            .here
            .go(&format!("/desk/rounds?month={}", encoded(&asked.month)), None));
    }
    let (month, slots) = of_month(&state, &desk, &asked).await?;
    let sheet = month_sheet(t, calendar, &slots);
    let name = format!("{} {month}.csv", t.say("rounds"));
    Ok(download((name, report::sheet::CSV.to_owned(), sheet.csv())))
}

/// A time is sent as `{round} {milliseconds}`.
fn typed(posted: &Posted) -> Result<RoundRecord, FieldFault> {
    let slot = posted
        .text("slot")
        .ok_or_else(|| FieldFault::new("slot", "field-empty"))?;
    let no_such = || FieldFault::new("slot", "field-no-such-slot");
    let (round, at) = slot.rsplit_once(' ').ok_or_else(no_such)?;
    let items = posted
        .text("items")
        .map(str::trim)
        .filter(|items| !items.is_empty());
    let items = items.map(|items| {
        items
            .parse()
            .map_err(|_| FieldFault::new("items", "field-not-a-count"))
    });
    Ok(RoundRecord {
        round: round.to_owned(),
        slot: Instant::from_ms(at.parse().map_err(|_| no_such())?),
        items: items.transpose()?,
        text: posted.text("text").unwrap_or_default().to_owned(),
    })
}

async fn page(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    status: StatusCode,
    posted: Option<&Posted>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let (office, calendar) = (&state.office, &desk.adopted.calendar);
    if desk.adopted.procedure.rounds.is_empty() {
        return Err(PageError::NotFound);
    }
    let today = calendar.local(office.now()).date();
    let span = days(calendar, today, today.saturating_add(1.day()));
    let today = office.rounds(&desk.j, desk.actor(), span.0, span.1).await?;
    let (month, slots) = of_month(state, desk, asked).await?;
    // what can still be recorded of the days before stands in the form too
    let from = office.now().plus_ms(-3 * 24 * 3_600_000);
    let open = office.rounds(&desk.j, desk.actor(), from, span.1).await?;
    let frame = desk.frame(desk.here.t.say("rounds"));
    let typed = |name: &str| posted.and_then(|posted| posted.text(name));
    let was = |name: &str| typed(name).unwrap_or_default().to_owned();
    let page = Rounds::of(frame, calendar, &today, &open, (month, &slots), &was, says);
    Ok(desk.here.show_as(status, &page))
}

async fn of_month(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
) -> Result<(String, Vec<RoundSlot>), PageError> {
    let (office, calendar) = (&state.office, &desk.adopted.calendar);
    let today = calendar.local(office.now()).date();
    let first = month(asked).ok().flatten();
    let first = first.unwrap_or_else(|| today.first_of_month());
    let (from, to) = days(calendar, first, first.saturating_add(1.month()));
    // nothing ahead stands in a list of what was done
    let to = to.min(office.now().plus_ms(1)).max(from);
    let slots = office.rounds(&desk.j, desk.actor(), from, to).await?;
    Ok((first.strftime("%Y-%m").to_string(), slots))
}

/// From one midnight to another. Beyond the years that can be counted there is nothing.
fn days(calendar: &Calendar, from: Date, to: Date) -> (Instant, Instant) {
    let midnight = |day: Date| {
        calendar
            .instant(day.at(0, 0, 0, 0))
            .unwrap_or(Instant::from_ms(0))
    };
    (midnight(from), midnight(to))
}
