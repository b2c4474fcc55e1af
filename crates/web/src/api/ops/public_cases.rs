//! `GET /public-cases`: what was published, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::cursor;
use crate::api::query::{Asked, Lines};
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::{Calendar, Instant};
use case::facets::{PublicFilter, PublicState};
use office::view::public::PublicLine;
use serde::{Deserialize, Serialize};
use store::{PublicAfter, PublicOf};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// `next` of the page before.
    after: Option<String>,
    /// How many lines, at most 100; 50 where nothing is said.
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Lines,
    /// Only messages that this unit answers, by id. Whoever narrows the list reads nothing of what was hidden.
    unit: Option<String>,
    /// Only messages of this kind, by id.
    kind: Option<String>,
    /// Only messages that concern this administrative division or one within it, by its code.
    place: Option<String>,
    /// `handling`, `answered` or `closed`.
    #[param(inline)]
    state: Option<PublicStateWord>,
    /// `true`: only those that are marked as typical.
    typical: Option<bool>,
}

/// How a published message stands.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum PublicStateWord {
    /// It has no reply yet.
    Handling,
    /// It has one.
    Answered,
    /// And it was closed, or the citizen called it solved.
    Closed,
}

impl Which {
    fn of(&self) -> PublicOf {
        let state = self.state.map(|state| match state {
            PublicStateWord::Handling => PublicState::Handling,
            PublicStateWord::Answered => PublicState::Answered,
            PublicStateWord::Closed => PublicState::Closed,
        });
        PublicOf {
            filter: PublicFilter {
                unit: self.unit.clone().map(Into::into),
                category: self.kind.clone(),
                state,
                place: self.place.clone(),
                typical: self.typical.unwrap_or(false),
            },
            ..PublicOf::default()
        }
    }
}

/// A page of what was published.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicCases {
    /// The newest first.
    items: Vec<Line>,
    /// Where the next page begins; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// A message that was published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicLine)]
struct Line {
    /// Number.
    number: String,
    /// What it is about; `null` where it is hidden.
    title: Option<String>,
    /// Since when it is public, or hidden.
    at: Time,
    /// Kind, by id.
    category: Option<String>,
    /// Whether it was answered.
    replied: bool,
    /// How it stands: `handling`, `answered` or `closed`; `null` where it is hidden.
    state: Option<&'static str>,
    /// Name of the unit that answers, where one does.
    unit: Option<String>,
    /// Whether it is marked as typical.
    typical: bool,
}

impl Line {
    fn of(calendar: &Calendar, line: PublicLine) -> Self {
        Self {
            number: line.number.to_string(),
            title: line.title,
            at: Time::of(calendar, line.at),
            category: line.category,
            replied: line.replied,
            state: (!line.hidden).then(|| line.state.word()),
            unit: line.unit.map(|unit| unit.name),
            typical: line.typical,
        }
    }
}

/// What was published
///
/// Without a token. 404 where the procedure makes nothing public.
#[utoipa::path(
    get, path = "/public-cases", operation_id = "public-cases", tag = "public", params(Which),
    responses(
        (status = 200, description = "A page of the list.", body = PublicCases),
        (status = 404, description = "The procedure makes nothing public."),
        (status = 422, description = "`after` is no cursor."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Asked(which): Asked<Which>,
) -> Answer<PublicCases> {
    let after: Option<(i64, String)> = cursor::read(which.after.as_deref())?;
    let after = after.map(|(at, number)| PublicAfter {
        at: Instant::from_ms(at),
        number: number.into(),
    });
    let office = &state.office;
    let limit = which.limit.get();
    let mut lines = office
        .public_list(&place.j, &which.of(), after.as_ref(), limit + 1)
        .await?;
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let last = lines.last().filter(|_| more);
    let next = last
        .map(|line| cursor::write(&(line.at.ms(), line.number.as_str())))
        .transpose()?;
    let calendar = office.in_force(&place.j, office.now()).await?.calendar;
    let items = lines.into_iter().map(|line| Line::of(&calendar, line));
    Ok(Json(PublicCases {
        items: items.collect(),
        next,
    }))
}
