//! `GET /cases/{number}`: one case as the caller may see it.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::case_view::CaseBody;
use crate::api::query::Number;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;

/// A case
///
/// Its texts, work orders, clocks with their counting, timeline, and what the caller may do now. A citizen sees
/// neither inner notes nor names of staff. What one may not see is not there.
#[utoipa::path(
    get, path = "/cases/{number}", operation_id = "show-case", tag = "cases",
    params(("number" = String, Path, description = "Number of the case.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The case.", body = CaseBody)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
) -> Answer<CaseBody> {
    let view = state.office.case(&caller.j, caller.actor(), &number).await?;
    Ok(Json(CaseBody::of(view, caller.signed.person().is_some())))
}
