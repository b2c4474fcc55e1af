//! The holiday calendar, and when something is due that begins at some time.

use super::place::Place;
use crate::pages::calendar::{CalendarPage, Counted};
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::{Calendar, Due, DueError, Limit};
use office::Adopted;
use serde::Deserialize;

/// Which year, and what is to be counted.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    year: String,
    /// Day and time as the clocks show it.
    #[serde(default)]
    start: String,
    #[serde(default)]
    limit: String,
    #[serde(default)]
    limit_unit: String,
}

/// `GET /calendar`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let now = state.office.now();
    let adopted = state.office.in_force(&place.j, now).await?;
    let calendar = &adopted.calendar;
    let today = calendar.local(now).date();
    let (first, _) = calendar.years();
    let year = asked.year.trim().parse().ok();
    let year = year.filter(|year| (first..=first.saturating_add(200)).contains(year));
    let counted = (!asked.start.is_empty() || !asked.limit.is_empty()).then(|| count(&adopted, &asked));
    let was = |name: &str| match name {
        "start" if asked.start.is_empty() => format!("{}", calendar.local(now).strftime("%Y-%m-%dT%H:%M")),
        "start" => asked.start.clone(),
        "limit" => asked.limit.clone(),
        "limit_unit" => asked.limit_unit.clone(),
        _ => String::new(),
    };
    let title = here.t.say("calendar-title");
    let frame = Frame::new(&here, title).with_nav_of(&adopted.procedure);
    let faulty = matches!(&counted, Some(Err(_)));
    let page = CalendarPage::of(
        frame,
        calendar,
        (today, year.unwrap_or(today.year())),
        counted,
        &was,
    );
    let status = match faulty {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok(here.show_as(status, &page))
}

/// By the rules in force: field and key of what is wrong, where something is.
fn count(adopted: &Adopted, asked: &Asked) -> Counted {
    let start = started(&adopted.calendar, &asked.start).ok_or(("start", "field-not-a-time", Vec::new()))?;
    let unit = match asked.limit_unit.as_str() {
        "" => "workdays",
        unit => unit,
    };
    let limit: Limit = format!("{} {unit}", asked.limit.trim())
        .parse()
        .map_err(|_| ("limit", "calendar-limit", Vec::new()))?;
    let due: Result<Due, DueError> = adopted
        .calendar
        .due(start, limit, adopted.procedure.head.counting());
    due.map_err(|error| ("limit", error.code(), error.args()))
}

fn started(calendar: &Calendar, typed: &str) -> Option<calendar::Instant> {
    let local: jiff::civil::DateTime = typed.trim().parse().ok()?;
    calendar.instant(local).ok()
}
