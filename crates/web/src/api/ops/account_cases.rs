//! `GET /account/cases`: the cases of an account, the newest first.

use super::queue::Which;
use crate::api::answer::Answer;
use crate::api::caller::Owner;
use crate::api::cursor;
use crate::api::named::Both;
use crate::api::query::Asked;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use calendar::{Calendar, Instant};
use office::accounts::{AccountLine, Asks};
use serde::Serialize;
use store::LedgerAfter;
use utoipa::ToSchema;

/// A page of one's own cases.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCases {
    /// The cases.
    items: Vec<OwnCase>,
    /// Give it back as `after` to get the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// One of one's own cases; `GET /cases/{number}` tells all of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCase {
    /// Number.
    number: String,
    /// What it is about; `null` where its key was destroyed.
    title: Option<String>,
    /// The step that it is in.
    step: Option<Both>,
    /// Received.
    received: Time,
    /// Whether there is a reply.
    replied: bool,
    /// What the office owes next.
    due: Option<Owed>,
    /// What the citizen is asked for.
    asked: Option<Wanted>,
}

/// What the office owes next.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Owed {
    /// What.
    what: Both,
    /// The first moment that is too late.
    at: Time,
}

/// What the citizen is asked for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Wanted {
    /// How it went.
    Rating,
    /// More about the matter.
    More,
}

impl OwnCase {
    fn of(calendar: &Calendar, line: AccountLine) -> Self {
        Self {
            number: line.number.to_string(),
            title: line.title,
            step: line.step.as_ref().map(Both::of),
            received: Time::of(calendar, line.received),
            replied: line.replied,
            due: line.due.map(|(what, at)| Owed {
                what: Both::of(&what),
                at: Time::of(calendar, at),
            }),
            asked: line.asked.map(|asked| match asked {
                Asks::Rating => Wanted::Rating,
                Asks::More => Wanted::More,
            }),
        }
    }
}

/// My cases
///
/// Those for which a code to the phone of the account was shown, and those that were sent with its token as `in_account`.
#[utoipa::path(
    get, path = "/account/cases", operation_id = "account-cases", tag = "accounts", params(Which),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "A page of them.", body = OwnCases),
        (status = 422, description = "`after` is no cursor."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    owner: Owner,
    Asked(which): Asked<Which>,
) -> Answer<OwnCases> {
    let after: Option<(i64, String)> = cursor::read(which.after.as_deref())?;
    let after = after.map(|(received, number)| LedgerAfter {
        received: Instant::from_ms(received),
        number: number.into(),
    });
    let office = &state.office;
    let (lines, next) = office
        .account_cases(&owner.j, &owner.account, after.as_ref(), which.limit.get())
        .await?;
    let next = next
        .map(|last| cursor::write(&(last.received.ms(), last.number.as_str())))
        .transpose()?;
    let calendar = office.in_force(&owner.j, office.now()).await?.calendar;
    let items = lines.into_iter().map(|line| OwnCase::of(&calendar, line));
    Ok(Json(OwnCases {
        items: items.collect(),
        next,
    }))
}
