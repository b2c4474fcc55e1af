//! `GET /cases/{number}/repeat-candidates`: cases of the same citizen.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::line::{Line, Page};
use crate::api::query::Number;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;

/// Candidates for a repeat
///
/// Other cases of the same phone, the newest first. A person confirms that it is the same problem, with the act
/// `confirm-repeat`. For staff.
#[utoipa::path(
    get, path = "/cases/{number}/repeat-candidates", operation_id = "repeat-candidates", tag = "cases",
    params(("number" = String, Path, description = "Number of the case.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The candidates.", body = Page)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
) -> Answer<Page> {
    // a token opens one case; the others of the same phone may be somebody else's
    if caller.signed.person().is_none() {
        return Err(ApiError::not_found());
    }
    let office = &state.office;
    let now = office.now();
    let lines = office
        .repeat_candidates(&caller.j, caller.actor(), &number)
        .await?;
    let calendar = office.in_force(&caller.j, now).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, now, line));
    Ok(Json(Page {
        items: items.collect(),
        next: None,
    }))
}
