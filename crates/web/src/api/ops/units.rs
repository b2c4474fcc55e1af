//! `GET /units`: the units of today.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::named::Both;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// The units of today.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Units {
    /// By id.
    items: Vec<Unit>,
}

/// A unit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Unit {
    /// Id, as commands use it.
    id: String,
    /// Name.
    name: Both,
    /// Kind, as the procedure's personal rules name it.
    kind: String,
    /// The unit above.
    parent: Option<String>,
    /// Code of its administrative division.
    territory: Option<String>,
    /// Its duties: ids of categories and marks.
    duties: Vec<String>,
}

/// The units of today
#[utoipa::path(
    get, path = "/units", operation_id = "units", tag = "rules",
    security(("bearer" = [])),
    responses((status = 200, description = "The units.", body = Units)),
)]
pub(crate) async fn handle(State(state): State<AppState>, caller: Caller) -> Answer<Units> {
    let today = office::directory::day_of(state.office.now());
    let units = state.office.store().units(&caller.j, today).await?;
    let items = units.into_iter().map(|unit| Unit {
        id: unit.id.to_string(),
        name: Both::new(&unit.zh, &unit.en),
        kind: unit.kind,
        parent: unit.parent.map(|p| p.to_string()),
        territory: unit.territory,
        duties: unit.duties,
    });
    Ok(Json(Units {
        items: items.collect(),
    }))
}
