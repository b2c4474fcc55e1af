//! `GET /sources`: where items are looked for, and how asking went.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::{Calendar, Instant};
use office::items::{Kind, SourceLine};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Sources.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Sources {
    /// By id.
    items: Vec<Line>,
}

/// How a source is looked at.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SourceKind)]
pub(super) enum Way {
    /// RSS 2.0 or Atom: every post is an item.
    Feed,
    /// A page: a change of its text is an item.
    Page,
}

impl From<Way> for Kind {
    fn from(way: Way) -> Self {
        match way {
            Way::Feed => Self::Feed,
            Way::Page => Self::Page,
        }
    }
}

/// A source, and how asking it went.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SourceLine)]
struct Line {
    /// Id.
    id: String,
    /// Name.
    name: String,
    /// How it is looked at.
    kind: Way,
    /// Its address.
    address: String,
    /// Channel of cases that are made of its items.
    channel: String,
    /// The place that they concern.
    place: Option<String>,
    /// Words, one of which an item must hold.
    words: Vec<String>,
    /// Whether it is asked.
    active: bool,
    /// When it answered last.
    answered: Option<Time>,
    /// Failures since then.
    failures: u32,
    /// Why it did not answer: a code.
    fault: Option<String>,
    /// What was said beside.
    detail: Option<String>,
}

impl Line {
    fn of(calendar: &Calendar, line: SourceLine) -> Self {
        let (source, state) = (line.source, line.state);
        Self {
            id: source.id,
            name: source.name,
            kind: match source.kind {
                Kind::Feed => Way::Feed,
                Kind::Page => Way::Page,
            },
            address: source.address,
            channel: source.channel,
            place: source.place,
            words: source.words,
            active: source.active,
            answered: Time::maybe(calendar, state.fetched.map(Instant::from_ms)),
            failures: state.failures,
            fault: state.fault,
            detail: state.detail,
        }
    }
}

/// Sources of items
///
/// For administrators.
#[utoipa::path(
    get, path = "/sources", operation_id = "sources", tag = "items",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The sources.", body = Sources),
        (status = 403, description = "The caller is no administrator."),
    ),
)]
pub(crate) async fn handle(State(state): State<AppState>, caller: Caller) -> Answer<Sources> {
    let lines = state.office.item_sources(&caller.j, caller.actor()).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, line));
    Ok(Json(Sources {
        items: items.collect(),
    }))
}
