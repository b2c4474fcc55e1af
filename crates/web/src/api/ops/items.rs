//! `GET /items`: what was noticed elsewhere.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::named::Both;
use crate::api::query::Asked;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Calendar;
use office::items::{ASIDE, CASE, ItemLine, NEW, SUBMITTED};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Lines, at most.
const MOST: u32 = 200;

/// Which items.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// How far they are; those that nobody has decided about where nothing is said.
    #[serde(default)]
    #[param(inline)]
    state: HowFar,
}

/// How far an item is.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum HowFar {
    /// Nobody has decided about it.
    #[default]
    New,
    /// A case was made of it.
    Case,
    /// It was set aside.
    Aside,
    /// It was put before leaders.
    Submitted,
}

/// Items.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Items {
    /// The newest first, at most 200.
    items: Vec<Item>,
}

/// Something noticed elsewhere.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemLine)]
pub(crate) struct Item {
    /// Id.
    id: String,
    /// `new`, `case`, `aside` or `submitted`.
    state: String,
    /// What it is about; `null` where its key was destroyed.
    title: Option<String>,
    /// Name of its source; `null` where a person noticed it.
    source: Option<String>,
    /// When it was found.
    found: Time,
    /// When it was posted, where that is known.
    posted: Option<Time>,
    /// The case made of it.
    number: Option<String>,
    /// The step in which that case is; `null` for those who may not see it.
    step: Option<Both>,
    /// When that case was answered.
    replied: Option<Time>,
}

impl Item {
    pub(super) fn of(calendar: &Calendar, line: ItemLine) -> Self {
        let (step, replied) = match line.case {
            Some(case) => (Some(Both::of(&case.step)), case.replied),
            None => (None, None),
        };
        Self {
            id: line.row.id,
            state: line.row.state,
            title: line.title,
            source: line.source,
            found: Time::of(calendar, line.row.found),
            posted: Time::maybe(calendar, line.row.posted),
            number: line.row.number.map(|number| number.to_string()),
            step,
            replied: Time::maybe(calendar, replied),
        }
    }
}

/// What was noticed elsewhere
///
/// People of the office see all, leaders what was put before them.
#[utoipa::path(
    get, path = "/items", operation_id = "items", tag = "items", params(Which),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The items.", body = Items),
        (status = 403, description = "The caller sees no items."),
        (status = 422, description = "What is looked for is no text."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(which): Asked<Which>,
) -> Answer<Items> {
    let wanted = match which.state {
        HowFar::New => NEW,
        HowFar::Case => CASE,
        HowFar::Aside => ASIDE,
        HowFar::Submitted => SUBMITTED,
    };
    let lines = state.office.items(&caller.j, caller.actor(), wanted, MOST).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    let items = lines.into_iter().map(|line| Item::of(&calendar, line));
    Ok(Json(Items {
        items: items.collect(),
    }))
}
