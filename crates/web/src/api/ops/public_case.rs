//! `GET /public-cases/{number}`: a published message with its replies, for everybody.

use crate::api::answer::Answer;
use crate::api::caller::Place;
use crate::api::named::Both;
use crate::api::query::Number;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use procedure::vocabulary::word;
use serde::Serialize;
use utoipa::ToSchema;

/// A published message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublicCase {
    /// Number.
    number: String,
    /// Since when it is hidden; then nothing else is told but the next two.
    hidden: Option<Time>,
    /// Where it is hidden: when it was published before that.
    published: Option<Time>,
    /// Where it is hidden: in which role somebody did.
    hidden_by: Option<Both>,
    /// What it is about.
    title: Option<String>,
    /// What was published.
    text: Option<String>,
    /// When it was received.
    received: Option<Time>,
    /// Replies, the oldest first.
    replies: Vec<Reply>,
    /// The course, the oldest first, without anybody's data.
    course: Vec<Step>,
}

/// A reply.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicReply)]
struct Reply {
    /// When it went out.
    at: Time,
    /// In whose name; `null` for the office.
    name: Option<Both>,
    /// The reply.
    text: String,
}

/// A step of the course.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicStep)]
struct Step {
    /// When.
    at: Time,
    /// What was done: the word of the act.
    act: String,
    /// Names of the units to which it went.
    units: Vec<String>,
}

/// A published message
///
/// Without a token. 404 for what was never published.
#[utoipa::path(
    get, path = "/public-cases/{number}", operation_id = "public-case", tag = "public",
    params(("number" = String, Path, description = "Number of the case.")),
    responses((status = 200, description = "The message.", body = PublicCase)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    Number(number): Number,
) -> Answer<PublicCase> {
    let case = state.office.public_case(&place.j, &number).await?;
    let calendar = &case.adopted.calendar;
    let reply = |reply: &office::view::public::PublicReply| Reply {
        at: Time::of(calendar, reply.at),
        name: reply.name.as_ref().map(Both::of),
        text: reply.text.clone(),
    };
    let step = |step: &office::view::public::PublicStep| {
        Some(Step {
            at: Time::of(calendar, step.at),
            act: word(step.act.word()?),
            units: step.units.clone(),
        })
    };
    Ok(Json(PublicCase {
        number: case.number.to_string(),
        hidden: Time::maybe(calendar, case.hidden.as_ref().map(|hidden| hidden.at)),
        published: Time::maybe(calendar, case.hidden.as_ref().and_then(|hidden| hidden.published)),
        hidden_by: case
            .hidden
            .as_ref()
            .and_then(|hidden| hidden.by.as_ref())
            .map(Both::of),
        replies: case.replies.iter().map(reply).collect(),
        course: case.course.iter().filter_map(step).collect(),
        title: case.title,
        text: case.text,
        received: Time::maybe(calendar, case.received),
    }))
}
