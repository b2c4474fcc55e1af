//! `POST /catalogue`: an entry of the dispatch catalogue.

use crate::api::answer::Answer;
use crate::api::body::Body;
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use office::catalogue::CatalogueEntry;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An entry. It names a topic, words or a division.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CatalogueEntry)]
pub(crate) struct Draft {
    /// Category or mark, by id.
    #[serde(default)]
    topic: Option<String>,
    /// Words, one of which stands in the title.
    #[serde(default)]
    words: Vec<String>,
    /// Code of an administrative division; it fits all divisions within.
    #[serde(default)]
    division: Option<String>,
    /// The unit that leads, by id.
    lead: String,
    /// Units that assist, by id.
    #[serde(default)]
    assisting: Vec<String>,
    /// Login of the member of the leading group in charge.
    #[serde(default)]
    member: Option<String>,
    /// What it stands on.
    basis: String,
    /// First day; today where absent.
    #[serde(default)]
    #[schema(format = Date)]
    from: Option<String>,
    /// First day no more.
    #[serde(default)]
    #[schema(format = Date)]
    to: Option<String>,
}

/// The entry that was made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CatalogueEntered)]
pub(crate) struct Entered {
    /// Its id.
    id: String,
}

/// Enter into the dispatch catalogue
///
/// For administrators.
#[utoipa::path(
    post, path = "/catalogue", operation_id = "enter-catalogue", tag = "catalogue",
    request_body = Draft,
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The entry.", body = Entered),
        (status = 403, description = "The caller is no administrator."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Body(draft): Body<Draft>,
) -> Answer<Entered> {
    let entry = CatalogueEntry {
        topic: draft.topic,
        words: draft.words.join(" "),
        division: draft.division,
        lead: draft.lead,
        assisting: draft.assisting,
        member: draft.member,
        basis: draft.basis,
        from: draft.from.as_deref().map(|day| date("from", day)).transpose()?,
        to: draft.to.as_deref().map(|day| date("to", day)).transpose()?,
    };
    let id = state
        .office
        .enter_catalogue(&caller.j, caller.actor(), entry)
        .await?;
    Ok(Json(Entered { id }))
}

/// A day of a request.
pub(super) fn date(field: &str, text: &str) -> Result<Date, ApiError> {
    text.parse().map_err(|_| ApiError::field(field, "field-not-a-day"))
}
