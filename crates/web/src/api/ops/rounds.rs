//! `GET /rounds`: duties at fixed times, and what became of each time.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::named::Both;
use crate::api::query::Asked;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::{Calendar, Instant};
use office::rounds::{RoundSlot, SlotState};
use office::{FieldFault, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The longest span that is listed: a quarter.
const MOST_MS: i64 = 93 * 24 * 3_600_000;

/// Which times.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Span {
    /// From this moment on.
    #[param(format = DateTime)]
    from: String,
    /// Before this moment, at most 93 days later.
    #[param(format = DateTime)]
    to: String,
}

/// Times of rounds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rounds {
    /// The earliest first.
    items: Vec<Slot>,
}

/// One time of a round.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RoundSlot)]
struct Slot {
    /// Id of the round.
    round: String,
    /// Its name.
    name: Both,
    /// When it is due.
    slot: Time,
    /// From when on it counts as missed; `null` where the rules in force know it no more.
    until: Option<Time>,
    /// `ahead`, `waits`, `recorded`, `recorded-late` or `missed`.
    state: &'static str,
    /// When it was recorded.
    recorded: Option<Time>,
    /// Name of whoever recorded it.
    by: Option<String>,
    /// How many items were found.
    items: Option<u32>,
    /// What was found.
    text: Option<String>,
}

impl Slot {
    fn of(calendar: &Calendar, slot: RoundSlot) -> Self {
        let state = match &slot.state {
            SlotState::Ahead => "ahead",
            SlotState::Waits => "waits",
            SlotState::Recorded { late: false, .. } => "recorded",
            SlotState::Recorded { late: true, .. } => "recorded-late",
            SlotState::Missed => "missed",
        };
        let (recorded, by, items, text) = match slot.state {
            SlotState::Recorded {
                at, by, items, text, ..
            } => (Some(at), Some(by), items, text),
            _ => (None, None, None, None),
        };
        Self {
            name: Both::new(&slot.name.zh, &slot.name.en),
            round: slot.round,
            slot: Time::of(calendar, slot.at),
            until: Time::maybe(calendar, slot.until),
            state,
            recorded: Time::maybe(calendar, recorded),
            by,
            items,
            text,
        }
    }
}

/// Rounds
///
/// Duties at fixed times, and what became of each time. For people of the office and whoever does a round.
#[utoipa::path(
    get, path = "/rounds", operation_id = "rounds", tag = "rounds", params(Span),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The times.", body = Rounds),
        (status = 403, description = "The caller does no round and is not of the office."),
        (status = 422, description = "A time cannot be taken."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(span): Asked<Span>,
) -> Answer<Rounds> {
    let (from, to) = (moment("from", &span.from)?, moment("to", &span.to)?);
    if to < from {
        return Err(Problem::field("to", "field-days-turned").into());
    }
    if to.ms().saturating_sub(from.ms()) > MOST_MS {
        return Err(Problem::field("to", "field-span-too-long").into());
    }
    let slots = state.office.rounds(&caller.j, caller.actor(), from, to).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    let items = slots.into_iter().map(|slot| Slot::of(&calendar, slot));
    Ok(Json(Rounds {
        items: items.collect(),
    }))
}

/// A moment of a request.
pub(super) fn moment(field: &str, text: &str) -> Result<Instant, ApiError> {
    Instant::parse(text).map_err(|error| {
        let fault = FieldFault {
            field: field.to_owned(),
            code: error.code(),
            args: error.args(),
        };
        ApiError::Office(Problem::Invalid(vec![fault]))
    })
}
