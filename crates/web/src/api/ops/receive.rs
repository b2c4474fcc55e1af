//! `POST /cases`: a message comes in.

use crate::api::body::Body;
use crate::api::caller::{Caller, Place};
use crate::api::command_id;
use crate::api::error::ApiError;
use crate::api::file::{FileDraft, WITH_FILES, uploads};
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use case::Actor;
use office::Message;
use office::draft::CitizenDraft;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Message)]
pub(crate) struct MessageDraft {
    /// Made by the client; the same message with the same id comes in once. Or the header `Idempotency-Key`.
    #[serde(default)]
    id: Option<String>,
    /// Channel, by id. Citizens write through a channel that is `self_service`.
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
    /// Who writes.
    #[serde(default)]
    citizen: Option<CitizenDraft>,
    /// Files, at most five.
    #[serde(default)]
    attachments: Vec<FileDraft>,
    /// Number under which it came from another platform; named by staff.
    #[serde(default)]
    external: Option<String>,
    /// When it was posted where it was found, such as `2026-09-30T17:00`; named by staff.
    #[serde(default)]
    posted: Option<String>,
    /// Code of the administrative division it concerns; named by staff.
    #[serde(default)]
    division: Option<String>,
    /// Marks, by id; named by staff.
    #[serde(default)]
    marks: Vec<String>,
    /// Units that it accuses, by id, `this-office` for the office itself. Named by staff; by citizens with a kind that
    /// `accuses`.
    #[serde(default)]
    accused: Vec<String>,
    /// Members of staff whom it accuses, by login; named by staff.
    #[serde(default)]
    accused_people: Vec<String>,
    /// Whom it accuses, in the sender's own words, in one line. A kind that `accuses` wants this or `accused`.
    #[serde(default)]
    accused_named: Option<String>,
    /// Puts it among the cases of the account whose token comes along; a message without a name is in none.
    #[serde(default)]
    in_account: bool,
}

/// What the citizen takes along.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Receipt {
    /// Number of the case.
    number: String,
    /// Opens the case together with the number. Told once: `null` where the message had come in before.
    check_code: Option<String>,
    /// When it was received.
    received: Time,
    /// The signed promise that the message is in the public log within a minute, as text; `docs/log-format.md` tells how
    /// to check it.
    promise: Option<String>,
}

/// Send a message
///
/// By a citizen, without a token or with that of their account, or by staff who take calls, with theirs.
#[utoipa::path(
    post, path = "/cases", operation_id = "receive", tag = "cases",
    params(("Idempotency-Key" = Option<String>, Header, description = "The id, where the body has none.")),
    request_body = MessageDraft,
    security((), ("bearer" = [])),
    responses(
        (status = 201, description = "It is in.", body = Receipt, headers(("Location" = String, description = "Path of the case."))),
        (status = 401, description = "A token was sent that is good no more."),
        (status = 403, description = "The caller is staff and takes no calls, or a citizen and names what only staff name."),
        (status = 429, description = "Too many messages from this address within the hour."),
        (status = 409, description = "The number in another ledger is taken."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    place: Place,
    caller: Option<Caller>,
    headers: HeaderMap,
    Body(draft): Body<MessageDraft, WITH_FILES>,
) -> Result<Response, ApiError> {
    let (who, account) = match caller.map(|caller| (caller.signed.actor, caller.account)) {
        Some((staff @ Actor::Staff { .. }, _)) => (staff, None),
        Some((_, account)) => (Actor::Citizen(None), account),
        None => (Actor::Citizen(None), None),
    };
    if draft.in_account && account.is_none() {
        return Err(ApiError::field("in_account", "api-no-account"));
    }
    if matches!(who, Actor::Citizen(_)) {
        let named = draft.citizen.is_some();
        state.office.count_message(&place.j, &place.address, named).await?;
    }
    // as on the page: it goes there where that was asked for, and a message without a name into none
    let account = account.filter(|_| draft.in_account && draft.citizen.is_some());
    // somebody else's message under the same id is another message
    let content = [&*draft.channel, &draft.title, &draft.text];
    let id = command_id::of(draft.id.as_deref(), &headers, &who, &content)?;
    let message = Message {
        id: id.to_string(),
        channel: draft.channel,
        title: draft.title,
        text: draft.text,
        category: draft.category,
        place: draft.place,
        citizen: draft.citizen,
        uploads: uploads(draft.attachments).await?,
        external: draft.external,
        posted: draft.posted,
        division: draft.division,
        marks: draft.marks,
        accused: draft.accused,
        accused_people: draft.accused_people,
        account,
        accused_named: draft.accused_named,
    };
    let receipt = state.office.receive(&place.j, &who, message).await?;
    let adopted = state.office.in_force(&place.j, receipt.received).await?;
    let location = format!("{}/cases/{}", crate::api::BASE, receipt.number);
    let body = Receipt {
        number: receipt.number.to_string(),
        check_code: Some(receipt.check_code).filter(|code| !code.is_empty()),
        received: Time::of(&adopted.calendar, receipt.received),
        promise: state.office.promise(&place.j, &receipt.number).await,
    };
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(body)).into_response())
}
