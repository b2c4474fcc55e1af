//! `POST /items/{item}/case`: a case is made of something noticed elsewhere.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::query::plain_id;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use office::items::ItemCase;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ItemCaseDraft)]
pub(crate) struct Draft {
    /// Channel, by id.
    channel: String,
    /// What it is about, in one line.
    title: String,
    /// The message.
    text: String,
    /// Kind, by id.
    #[serde(default)]
    category: Option<String>,
    /// Place that it concerns.
    #[serde(default)]
    place: Option<String>,
    /// Number where it was found.
    #[serde(default)]
    external: Option<String>,
}

/// The case that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemCaseMade)]
pub(crate) struct Made {
    /// Its number.
    number: String,
}

/// Make a case of an item
///
/// It is received with the time of posting. An item becomes one case, however often this is called.
#[utoipa::path(
    post, path = "/items/{item}/case", operation_id = "case-of-item", tag = "items",
    params(("item" = String, Path, description = "Id of the item.")),
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The case.", body = Made),
        (status = 403, description = "The caller does not decide about items, or takes no messages in."),
        (status = 409, description = "The number in another ledger is taken, or the rules have lapsed."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path(item): Path<String>,
    Body(draft): Body<Draft>,
) -> Answer<Made> {
    let case = ItemCase {
        channel: draft.channel,
        title: draft.title,
        text: draft.text,
        category: draft.category,
        place: draft.place,
        external: draft.external,
    };
    let receipt = state
        .office
        .case_of_item(&caller.j, caller.actor(), &plain_id(item)?, case)
        .await?;
    Ok(Json(Made {
        number: receipt.number.to_string(),
    }))
}
