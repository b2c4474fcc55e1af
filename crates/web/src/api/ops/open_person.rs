//! `POST /cases/{number}/person`: opens the citizen's data, with a reason.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::query::Number;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Why {
    /// Why they are opened, in at least two characters; it is recorded.
    reason: String,
}

/// The citizen in plain text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Person {
    /// Name.
    name: String,
    /// Phone.
    phone: String,
    /// Resident id number.
    id_number: Option<String>,
    /// Address.
    address: Option<String>,
}

/// Open personal data
///
/// Who, which case and why is recorded before they show.
#[utoipa::path(
    post, path = "/cases/{number}/person", operation_id = "open-person", tag = "cases",
    params(("number" = String, Path, description = "Number of the case.")),
    request_body = Why,
    security(("bearer" = [])),
    responses((status = 200, description = "The citizen.", body = Person)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
    Body(why): Body<Why>,
) -> Answer<Person> {
    let opened = state
        .office
        .open_person(&caller.j, caller.actor(), &number, &why.reason)
        .await?;
    Ok(Json(Person {
        name: opened.name,
        phone: opened.phone,
        id_number: opened.id_number,
        address: opened.address,
    }))
}
