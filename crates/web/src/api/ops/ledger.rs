//! `GET /ledger`: every case, the newest first.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::cursor;
use crate::api::error::ApiError;
use crate::api::line::{Line, Page};
use crate::api::query::{Asked, Lines};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Instant;
use office::administer::is_division;
use office::{FieldFault, Problem};
use serde::Deserialize;
use store::{LedgerAfter, LedgerFilter};
use utoipa::IntoParams;

/// What the ledger shows, and which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// Only cases in this step.
    step: Option<String>,
    /// Only cases that came through this channel.
    channel: Option<String>,
    /// Only cases with a work order of this unit.
    unit: Option<String>,
    /// Received at this moment or later.
    #[param(format = DateTime)]
    from: Option<String>,
    /// Received before this moment.
    #[param(format = DateTime)]
    to: Option<String>,
    /// Only cases with this number in another ledger.
    external: Option<String>,
    /// Only cases that concern this administrative division, by its code, or one within it.
    #[param(pattern = "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$")]
    division: Option<String>,
    /// Only history (`true`), or only what is no history (`false`).
    history: Option<bool>,
    /// `next` of the page before.
    after: Option<String>,
    /// How many lines, at most 100; 50 where nothing is said.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Lines,
}

/// The ledger
///
/// Every case, the newest first. For people of the office.
#[utoipa::path(
    get, path = "/ledger", operation_id = "ledger", tag = "lists", params(Filter),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "A page of the ledger.", body = Page),
        (status = 403, description = "The caller does not belong to the office."),
        (status = 422, description = "A filter cannot be taken."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(asked): Asked<Filter>,
) -> Answer<Page> {
    let after: Option<(i64, String)> = cursor::read(asked.after.as_deref())?;
    let after = after.map(|(received, number)| LedgerAfter {
        received: Instant::from_ms(received),
        number: number.into(),
    });
    let (from, to) = between(asked.from.as_deref(), asked.to.as_deref())?;
    let filter = LedgerFilter {
        step: asked.step,
        channel: asked.channel,
        unit: asked.unit.map(Into::into),
        from,
        to,
        phone_hash: None,
        external: asked.external,
        division: division(asked.division)?,
        history: asked.history,
    };
    let office = &state.office;
    let now = office.now();
    let limit = asked.limit.get();
    let mut lines = office
        .ledger(&caller.j, caller.actor(), &filter, after.as_ref(), limit + 1)
        .await?;
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let last = lines.last().filter(|_| more);
    let next = last
        .map(|l| cursor::write(&(l.row.received.ms(), l.row.number.as_str())))
        .transpose()?;
    let calendar = office.in_force(&caller.j, now).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, now, line));
    Ok(Json(Page {
        items: items.collect(),
        next,
    }))
}

/// The code of an administrative division.
pub(super) fn division(code: Option<String>) -> Result<Option<String>, ApiError> {
    match code {
        Some(code) if !is_division(&code) => Err(Problem::field("division", "field-not-a-division").into()),
        code => Ok(code),
    }
}

/// From one moment to another, in this order.
pub(super) fn between(from: Option<&str>, to: Option<&str>) -> Result<(Option<Instant>, Option<Instant>), ApiError> {
    let (from, to) = (moment("from", from)?, moment("to", to)?);
    if from.is_some() && to.is_some() && from > to {
        return Err(Problem::field("to", "field-days-turned").into());
    }
    Ok((from, to))
}

fn moment(field: &str, text: Option<&str>) -> Result<Option<Instant>, ApiError> {
    let parsed = text.map(Instant::parse).transpose();
    parsed.map_err(|error| {
        let fault = FieldFault {
            field: field.to_owned(),
            code: error.code(),
            args: error.args(),
        };
        ApiError::Office(Problem::Invalid(vec![fault]))
    })
}
