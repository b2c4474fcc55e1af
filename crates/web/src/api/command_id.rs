//! Ids of commands: made by the client, so that a second arrival gets the first answer.

use super::error::ApiError;
use axum::http::HeaderMap;
use case::{Actor, CommandId};
use office::{FieldFault, Problem};
use sha2::{Digest as _, Sha256};

/// Header that can carry the id instead of the body.
pub(crate) const HEADER: &str = "idempotency-key";
/// Longest id taken, in characters.
pub(crate) const LONGEST: usize = 200;

/// The id of the body, or else of the header. It counts per caller, so that two clients that both count from 1 do not
/// get each other's answers; `content` is what else must be the same for it to be a second arrival.
pub(crate) fn of(
    body: Option<&str>,
    headers: &HeaderMap,
    who: &Actor,
    content: &[&str],
) -> Result<CommandId, ApiError> {
    let header = headers.get(HEADER).and_then(|h| h.to_str().ok());
    let given = body.or(header).unwrap_or_default();
    if given.trim().is_empty() {
        return Err(ApiError::field("id", "field-empty"));
    }
    if given.chars().count() > LONGEST {
        let fault = FieldFault::too_long("id", LONGEST);
        return Err(ApiError::Office(Problem::Invalid(vec![fault])));
    }
    let caller = match who {
        Actor::Staff { person, .. } => format!("person {person}"),
        Actor::Citizen(Some(number)) => format!("case {number}"),
        Actor::Citizen(None) | Actor::System => String::new(),
    };
    let mut digest = Sha256::new();
    for part in [caller.as_str(), given].iter().chain(content) {
        digest.update(part.len().to_be_bytes());
        digest.update(part.as_bytes());
    }
    Ok(CommandId::from(format!(
        "api/{}",
        office::chance::hex(&digest.finalize())
    )))
}
