//! `GET /months`: the lists of months that were filed.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// A filed list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MonthList {
    /// The month, such as `2026-03`.
    month: String,
    /// Its number, as it stands on the list.
    number: String,
    /// The words of its series, for its path.
    series: String,
    /// The year of its series, for its path.
    year: i16,
    /// Its place in the series, for its path.
    no: u64,
    /// When it was filed.
    filed: Time,
}

/// Filed lists of months
///
/// The newest first. For people of the office.
#[utoipa::path(
    get, path = "/months", operation_id = "month-lists", tag = "documents",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The lists.", body = Vec<MonthList>),
        (status = 403, description = "The caller does not belong to the office."),
    ),
)]
pub(crate) async fn handle(State(state): State<AppState>, caller: Caller) -> Answer<Vec<MonthList>> {
    let office = &state.office;
    let filed = office.filed_months(&caller.j, caller.actor()).await?;
    let calendar = office.in_force(&caller.j, office.now()).await?.calendar;
    let lists = filed.into_iter().map(|list| MonthList {
        month: list.month,
        number: list.number.to_string(),
        year: list.number.year,
        series: list.number.series,
        no: list.no,
        filed: Time::of(&calendar, list.filed),
    });
    Ok(Json(lists.collect()))
}
