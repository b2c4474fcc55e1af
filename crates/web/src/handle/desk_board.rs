//! The supervision board.

use super::signed::Desk;
use crate::pages::desk::board::{Board, Shows, address};
use crate::parts::Pager;
use crate::shell::{Entry, PageError};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::response::Response;
use calendar::{Instant, Lang};
use case::UnitId;
use case::access::Wish;
use office::counts::Why;
use procedure::Do;
use serde::Deserialize;
use store::QueueAfter;

/// Lines on one page: as many as a screen has. Of each it is asked what the rules let this person do.
const PAGE: u32 = 10;

/// What is shown.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// `overdue`, `repeats`, `pressed`, `instructed` or `units`.
    #[serde(default)]
    what: String,
    /// Only cases of this unit.
    #[serde(default)]
    unit: String,
    /// After this due time; absent where nothing is due.
    #[serde(default)]
    due: Option<i64>,
    /// After this case.
    #[serde(default)]
    after: Option<String>,
}

/// `GET /desk/board`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if !desk.may(Wish::Supervise) {
        return Err(office::Problem::Forbidden.into());
    }
    let (office, t) = (&state.office, desk.here.t);
    let all = office.units_in(&desk.j, t.lang()).await?;
    let named = |unit: store::Unit| {
        let name = if t.lang() == Lang::Zh { unit.zh } else { unit.en };
        (unit.id.as_str().to_owned(), name)
    };
    let units: Vec<(String, String)> = all.into_iter().map(|line| named(line.unit)).collect();
    // whatever stands in the address: only a unit that there is filters
    let unit = units
        .iter()
        .find(|(id, _)| *id == asked.unit)
        .map(|(id, _)| id.clone());
    let unit = unit.unwrap_or_default();
    let chosen = Some(UnitId::from(unit.as_str())).filter(|_| !unit.is_empty());
    let instructs = desk
        .adopted
        .procedure
        .acts
        .iter()
        .any(|rule| rule.does == Do::Instruct);
    let mut tabs = Vec::new();
    let mut why = None;
    for (what, key, reason) in [
        ("overdue", "today-overdue", Why::Overdue),
        ("repeats", "today-repeats", Why::Repeat),
        ("pressed", "today-pressed", Why::Pressed),
        ("instructed", "today-instructed", Why::Instructed),
    ] {
        if reason == Why::Instructed && !instructs {
            continue;
        }
        let count = office
            .watched_count(&desk.j, desk.actor(), reason, chosen.as_ref())
            .await?;
        let mut entry = Entry::new(&address(what, &unit), t.say(key));
        entry.count = u32::try_from(count).ok();
        tabs.push(entry);
        if what == asked.what {
            why = Some((what, reason));
        }
    }
    tabs.push(Entry::new(&address("units", &unit), t.say("board-units")));
    let frame = desk.frame(t.say("board"));
    let now = office.now();
    if asked.what == "units" {
        let pace = office.pace(&desk.j, desk.actor()).await?;
        let pager = Pager {
            t,
            first: None,
            next: None,
        };
        let shows = Shows::Units(&pace);
        let page = Board::of(
            frame,
            &desk.adopted,
            (tabs, "units"),
            (units, &unit),
            &shows,
            (pager, now),
        );
        return Ok(desk.here.show(&page));
    }
    let (what, why) = why.unwrap_or(("overdue", Why::Overdue));
    let after = asked.after.as_ref().map(|number| QueueAfter {
        due: asked.due.map(Instant::from_ms),
        number: number.clone().into(),
    });
    let found = office
        .watched(&desk.j, desk.actor(), why, chosen.as_ref(), after.as_ref(), PAGE)
        .await?;
    let here = address(what, &unit);
    let next = found.last().filter(|_| found.len() == PAGE as usize).map(|line| {
        let due = line
            .row
            .due
            .map(|due| format!("&due={}", due.ms()))
            .unwrap_or_default();
        format!("{here}{due}&after={}", line.row.number)
    });
    let pager = Pager {
        t,
        first: after.is_some().then(|| here.clone()),
        next,
    };
    let mut cases = Vec::with_capacity(found.len());
    for line in found {
        let presses = office.presses(&desk.j, desk.actor(), &line.row.number).await?;
        cases.push((line, presses));
    }
    let shows = Shows::Cases(&cases);
    let page = Board::of(
        frame,
        &desk.adopted,
        (tabs, what),
        (units, &unit),
        &shows,
        (pager, now),
    );
    Ok(desk.here.show(&page))
}
