//! Feeds of public messages (Atom): all of them, or narrowed like the list by unit, kind, place and state.
//!
//! What is hidden is in no feed, not even as a trace: whoever reads feeds keeps copies.

use super::place::Place;
use super::public_filter::{Asked, address};
use crate::pages::feed::{Entry, Feed};
use crate::pages::public_list::narrowed;
use crate::shell::{Here, PageError};
use crate::state::AppState;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::view::public::PublicLine;

/// Messages in a feed.
const LINES: u32 = 30;

/// `GET /public/feed`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (office, t) = (&state.office, here.t);
    let adopted = office.in_force(&place.j, office.now()).await?;
    // a feed goes on: it has no end of days
    let asked = Asked {
        month: String::new(),
        from: String::new(),
        to: String::new(),
        ..asked
    };
    let of = asked.of(&adopted.calendar).map_err(PageError::Fields)?;
    let mut lines = office.public_list(&place.j, &of, None, LINES).await?;
    let names = office.unit_names(&place.j, t.lang()).await?;
    lines.iter_mut().for_each(|line| line.call_units(&names));
    let base = office.url_of(&place.j).await?;
    let units = office.public_units(&place.j).await?;
    let calendar = &adopted.calendar;
    let shown: Vec<&PublicLine> = lines.iter().filter(|line| !line.hidden).collect();
    let entries = shown
        .iter()
        .map(|line| Entry::of(t, &adopted.procedure, calendar, &base, line))
        .collect::<Vec<_>>();
    let newest = shown.iter().map(|line| line.answered.max(Some(line.at))).max();
    let pairs = asked.pairs();
    let narrowed: Vec<String> = narrowed(t, &adopted, &units, &asked)
        .into_iter()
        .map(|(_, label)| label)
        .collect();
    let feed = Feed {
        lang: t.html(),
        title: Feed::title(t, &adopted.procedure, t.text(here.place()), &narrowed),
        own: format!("{base}{}", address("/public/feed", &pairs)),
        page: format!("{base}{}", address("/public", &pairs)),
        updated: calendar.rfc3339(newest.flatten().unwrap_or_else(|| office.now())),
        author: t.text(here.place()).to_owned(),
        entries,
    };
    let text = feed.render().map_err(|_| PageError::Internal)?;
    let media = (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8");
    // asked anew each time: what was hidden meanwhile is gone
    Ok(([media, (header::CACHE_CONTROL, "no-cache")], text).into_response())
}
