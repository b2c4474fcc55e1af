//! `GET /catalogue`: the dispatch catalogue.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use case::catalogue::Entry;
use serde::Serialize;
use utoipa::ToSchema;

/// The catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Catalogue {
    /// Entries, of the past too.
    items: Vec<Line>,
}

/// An entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CatalogueLine)]
struct Line {
    /// Id.
    id: String,
    /// Category or mark, by id.
    topic: Option<String>,
    /// Words, one of which stands in the title.
    words: Vec<String>,
    /// Code of an administrative division; it fits all divisions within.
    division: Option<String>,
    /// The unit that leads.
    lead: String,
    /// Units that assist.
    assisting: Vec<String>,
    /// The member of the leading group in charge: id of the person.
    member: Option<String>,
    /// What it stands on.
    basis: String,
    /// First day.
    #[schema(format = Date)]
    from: String,
    /// First day no more.
    #[schema(format = Date)]
    to: Option<String>,
}

impl From<Entry> for Line {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            topic: entry.topic,
            words: entry.words,
            division: entry.division,
            lead: entry.lead.to_string(),
            assisting: entry.assisting.iter().map(ToString::to_string).collect(),
            member: entry.member.map(|member| member.to_string()),
            basis: entry.basis,
            from: entry.from.to_string(),
            to: entry.to.map(|to| to.to_string()),
        }
    }
}

/// The dispatch catalogue
///
/// For administrators.
#[utoipa::path(
    get, path = "/catalogue", operation_id = "catalogue", tag = "catalogue",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The entries.", body = Catalogue),
        (status = 403, description = "The caller is no administrator."),
    ),
)]
pub(crate) async fn handle(State(state): State<AppState>, caller: Caller) -> Answer<Catalogue> {
    let entries = state.office.catalogue(&caller.j, caller.actor()).await?;
    Ok(Json(Catalogue {
        items: entries.into_iter().map(Line::from).collect(),
    }))
}
