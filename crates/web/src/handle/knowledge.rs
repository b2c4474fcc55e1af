//! The knowledge base for everybody: what is public and holds today.

use super::desk_ledger::encoded;
use super::place::Place;
use crate::pages::knowledge::{KnowledgeList, KnowledgePage};
use crate::shell::{Frame, Here, PageError};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

/// Lines on one page.
const PAGE: u32 = 30;

/// What is sought, or from where on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    /// Behind this time
    #[serde(default)]
    at: Option<i64>,
    /// and this entry.
    #[serde(default)]
    after: String,
}

/// `GET /knowledge`.
pub(crate) async fn list(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if asked.after.contains(char::is_control) {
        return Err(PageError::NotFound);
    }
    let sought: String = asked.q.replace('\0', "").trim().chars().take(100).collect();
    let after = asked.at.map(|at| (at, asked.after.as_str()));
    let lines = if sought.is_empty() {
        state.office.public_knowledge(&place.j, after, PAGE).await?
    } else {
        state
            .office
            .public_knowledge_found(&place.j, &sought, PAGE)
            .await?
    };
    let full = sought.is_empty() && lines.len() == PAGE as usize;
    let next = lines.last().filter(|_| full).map(|row| {
        let at = row.decided.map_or(0, calendar::Instant::ms);
        format!("/knowledge?at={at}&after={}", encoded(&row.id))
    });
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let units = state.office.units(&place.j).await?;
    let frame = Frame::new(&here, here.t.say("knowledge-public-title")).reworded(&adopted.procedure);
    let page = KnowledgeList::of(frame, &adopted, &units, &lines, (&sought, after.is_none(), next));
    Ok(here.show(&page))
}

/// `GET /knowledge/{id}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    if id.contains(char::is_control) {
        return Err(PageError::NotFound);
    }
    let row = state.office.public_knowledge_entry(&place.j, &id).await?;
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let units = state.office.units(&place.j).await?;
    let frame = Frame::new(&here, row.entry.title.clone()).with_nav_of(&adopted.procedure);
    Ok(here.show(&KnowledgePage::of(frame, &adopted, &units, &row)))
}
