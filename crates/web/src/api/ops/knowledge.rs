//! `GET /knowledge`: what everybody may read of the knowledge base.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::cursor;
use crate::api::error::ApiError;
use crate::api::query::{Asked, Lines};
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Calendar;
use office::{FieldFault, Problem};
use serde::{Deserialize, Serialize};
use store::KnowledgeRow;
use utoipa::{IntoParams, ToSchema};

/// Characters of what is sought, at most.
const LONGEST: usize = 100;

/// What is sought, or which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// What somebody asks; all entries where nothing is said.
    #[param(max_length = 100)]
    q: Option<String>,
    /// `next` of the page before, where nothing is sought.
    after: Option<String>,
    /// How many lines, at most 100; 50 where nothing is said.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Lines,
}

/// Entries of the knowledge base.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KnowledgeEntries)]
pub(crate) struct Entries {
    /// What fits best first; what was decided last, where nothing is sought.
    items: Vec<Entry>,
    /// Where the next page begins; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// An entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KnowledgeEntry)]
struct Entry {
    /// Id.
    id: String,
    /// The question.
    title: String,
    /// The answer.
    text: String,
    /// The unit responsible, by id; `null` for the office itself.
    unit: Option<String>,
    /// Category or mark, by id.
    topic: Option<String>,
    /// When it was last confirmed or looked at.
    at: Time,
}

impl Entry {
    fn of(calendar: &Calendar, row: KnowledgeRow) -> Self {
        Self {
            at: Time::of(calendar, row.decided.unwrap_or(row.supplied)),
            id: row.id,
            title: row.entry.title,
            text: row.entry.text,
            unit: row.entry.unit.map(|unit| unit.to_string()),
            topic: row.entry.topic,
        }
    }
}

/// What everybody may read of the knowledge base
///
/// Without a token. Entries that are public and hold today.
#[utoipa::path(
    get, path = "/knowledge", operation_id = "knowledge", tag = "public", params(Which),
    responses(
        (status = 200, description = "The entries.", body = Entries),
        (status = 422, description = "`q` is too long; `after` is no cursor."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<Entries> {
    let office = &state.office;
    let limit = which.limit.get();
    let calendar = office.in_force(&place.j, office.now()).await?.calendar;
    let sought = which.q.unwrap_or_default();
    if sought.chars().count() > LONGEST {
        let fault = FieldFault::too_long("q", LONGEST);
        return Err(ApiError::Office(Problem::Invalid(vec![fault])));
    }
    let sought = sought.trim().to_owned();
    let (rows, next) = if sought.is_empty() {
        let after: Option<(i64, String)> = cursor::read(which.after.as_deref())?;
        let after = after.as_ref().map(|(at, id)| (*at, id.as_str()));
        let mut rows = office.public_knowledge(&place.j, after, limit + 1).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let last = rows.last().filter(|_| more);
        let place = |row: &KnowledgeRow| row.decided.map_or(0, calendar::Instant::ms);
        let next = last
            .map(|row| cursor::write(&(place(row), row.id.as_str())))
            .transpose()?;
        (rows, next)
    } else {
        let rows = office.public_knowledge_found(&place.j, &sought, limit).await?;
        (rows, None)
    };
    let items = rows.into_iter().map(|row| Entry::of(&calendar, row));
    Ok(Json(Entries {
        items: items.collect(),
        next,
    }))
}
