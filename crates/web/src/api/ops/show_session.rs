//! `GET /session`: who holds the token.

use crate::api::answer::Answer;
use crate::api::caller::Caller;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// Who holds the token.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Session {
    /// Id of a member of staff.
    person: Option<String>,
    /// Name of a member of staff.
    name: Option<String>,
    /// The case that a citizen follows.
    case: Option<String>,
    /// Phone or mail address of an account, masked.
    account: Option<String>,
    /// The posts held today.
    posts: Vec<Post>,
}

/// A role held.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Post {
    /// Role, by id.
    role: String,
    /// Unit, by id, for roles seated in units.
    unit: Option<String>,
}

/// Who am I
#[utoipa::path(
    get, path = "/session", operation_id = "show-session", tag = "sessions",
    security(("bearer" = [])),
    responses((status = 200, description = "Who holds the token.", body = Session)),
)]
pub(crate) async fn handle(caller: Caller) -> Answer<Session> {
    let signed = &caller.signed;
    Ok(Json(Session {
        person: signed.person().map(ToString::to_string),
        name: signed.name.clone(),
        case: signed.case.as_ref().map(ToString::to_string),
        account: caller.account.as_ref().map(|account| account.contact.masked()),
        posts: signed
            .posts()
            .iter()
            .map(|post| Post {
                role: post.role.clone(),
                unit: post.unit.as_ref().map(ToString::to_string),
            })
            .collect(),
    }))
}
