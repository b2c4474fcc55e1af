//! `GET /inbox`: what came from other jurisdictions.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::named::Both;
use crate::api::query::Asked;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::Calendar;
use office::exchange::{DONE, FAILED, InboxLine, OPEN};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Lines, at most.
const MOST: u32 = 200;

/// Which messages.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// How far they are; those that wait where nothing is said.
    #[serde(default)]
    #[param(inline)]
    state: HowFar,
}

/// How far a message is.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum HowFar {
    /// It waits for a person.
    #[default]
    Open,
    /// It is done with.
    Done,
    /// It came in good order and could not be carried out by itself.
    Failed,
}

/// Messages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Inbox {
    /// The newest first, at most 200.
    items: Vec<Item>,
}

/// A message that came.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InboxItem)]
pub(crate) struct Item {
    /// The link by which it came.
    peer: String,
    /// Name of the other side.
    from: Both,
    /// Id of the message.
    id: String,
    /// Kind.
    kind: String,
    /// When it was taken.
    at: Time,
    /// How far it is.
    state: String,
    /// What it is about.
    title: Option<String>,
    /// Our case.
    number: Option<String>,
    /// Number of the case on the other side.
    theirs: Option<String>,
}

impl Item {
    pub(super) fn of(calendar: &Calendar, line: InboxLine) -> Self {
        Self {
            from: Both::new(&line.peer.zh, &line.peer.en),
            peer: line.peer.id,
            id: line.crossing.id,
            kind: line.crossing.kind,
            at: Time::of(calendar, line.crossing.at),
            state: line.crossing.state,
            title: line.title,
            number: line.crossing.number.map(|number| number.to_string()),
            theirs: line.crossing.theirs,
        }
    }
}

/// What came from other jurisdictions
///
/// For people of the office, by the links that their roles deal with.
#[utoipa::path(
    get, path = "/inbox", operation_id = "inbox", tag = "exchange", params(Which),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The messages.", body = Inbox),
        (status = 403, description = "The caller does not correspond with other jurisdictions."),
        (status = 422, description = "What is looked for is no text."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(which): Asked<Which>,
) -> Answer<Inbox> {
    let wanted = match which.state {
        HowFar::Open => OPEN,
        HowFar::Done => DONE,
        HowFar::Failed => FAILED,
    };
    let lines = state.office.inbox(&caller.j, caller.actor(), wanted, MOST).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    let items = lines.into_iter().map(|line| Item::of(&calendar, line));
    Ok(Json(Inbox {
        items: items.collect(),
    }))
}
