//! Who calls, and for which jurisdiction: by bearer token, and host name or path.

use super::error::ApiError;
use super::query::Number;
use crate::handle::place;
use crate::state::AppState;
use axum::extract::{ConnectInfo, FromRequestParts, MatchedPath, OptionalFromRequestParts};
use axum::http::{header, request::Parts};
use case::Actor;
use office::Problem;
use office::accounts::AccountSigned;
use office::machines::PREFIX;
use office::staff::{Signed, counted};
use std::net::SocketAddr;

/// The jurisdiction that is called, and from where.
pub(crate) struct Place {
    /// Its id.
    pub(crate) j: String,
    /// Address under which tries of the caller are counted.
    pub(crate) address: String,
    /// The whole address, as the connection shows it and sessions keep it.
    pub(crate) whole: String,
    /// What the caller says of itself.
    pub(crate) browser: String,
}

impl FromRequestParts<AppState> for Place {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = connection.map(|c| c.0.ip());
        Ok(Self {
            j: place::of(&state.office, parts).await?,
            address: address.map(|a| counted(a).to_string()).unwrap_or_default(),
            whole: address.map(|a| a.to_string()).unwrap_or_default(),
            browser: parts
                .headers
                .get(header::USER_AGENT)
                .and_then(|browser| browser.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
        })
    }
}

/// Somebody who holds a token: staff, the citizen of one case, or a citizen in their account.
pub(crate) struct Caller {
    /// The jurisdiction's id.
    pub(crate) j: String,
    /// Who.
    pub(crate) signed: Signed,
    /// The token.
    pub(crate) token: String,
    /// The account that the token opens, if it is that of one.
    pub(crate) account: Option<AccountSigned>,
}

impl Caller {
    /// As the rules see them.
    pub(crate) fn actor(&self) -> &Actor {
        &self.signed.actor
    }
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let token = bearer(parts).ok_or(Problem::SignedOut)?.to_owned();
        let place = Place::from_request_parts(parts, state).await?;
        let signed = if token.starts_with(PREFIX) {
            let signed = state.office.signed_by_key(&place.j, &token).await?;
            let path = parts
                .extensions
                .get::<MatchedPath>()
                .map_or("", MatchedPath::as_str);
            let path = path.strip_prefix(super::BASE).unwrap_or(path);
            let wanted = super::scope::of(&parts.method, path);
            let opens = |scope: &str| signed.scopes.iter().flatten().any(|known| known == scope);
            if !wanted.is_some_and(opens) {
                return Err(Problem::Forbidden.into());
            }
            signed
        } else {
            match state.office.signed(&place.j, &token).await {
                Err(Problem::SignedOut) => return Self::in_account(parts, state, place.j, token).await,
                signed => signed?,
            }
        };
        Ok(Self {
            j: place.j,
            signed,
            token,
            account: None,
        })
    }
}

impl Caller {
    /// Whoever holds the token of an account is the citizen of the case that the path names, if it is one of theirs, and
    /// the citizen of none where it names no case: as on the pages of an account.
    async fn in_account(
        parts: &mut Parts,
        state: &AppState,
        j: String,
        token: String,
    ) -> Result<Self, ApiError> {
        let account = state.office.account_signed(&j, &token).await?;
        let path = parts.extensions.get::<MatchedPath>();
        let actor = if path.is_some_and(|path| path.as_str().contains("{number}")) {
            let Number(number) = Number::from_request_parts(parts, state).await?;
            state.office.as_citizen_of(&j, &account, &number).await?
        } else {
            Actor::Citizen(None)
        };
        let signed = Signed {
            case: match &actor {
                Actor::Citizen(case) => case.clone(),
                _ => None,
            },
            actor,
            name: None,
            csrf: String::new(),
            scopes: None,
        };
        Ok(Self {
            j,
            signed,
            token,
            account: Some(account),
        })
    }
}

/// A citizen in their account; the token of anybody else is none here.
pub(crate) struct Owner {
    /// The jurisdiction's id.
    pub(crate) j: String,
    /// Whose.
    pub(crate) account: AccountSigned,
}

impl FromRequestParts<AppState> for Owner {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, ApiError> {
        let token = bearer(parts).ok_or(Problem::SignedOut)?.to_owned();
        let place = Place::from_request_parts(parts, state).await?;
        let account = state.office.account_signed(&place.j, &token).await?;
        Ok(Self { j: place.j, account })
    }
}

impl OptionalFromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    /// Nobody where there is no `Authorization`; one that is wrong is a fault.
    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Option<Self>, ApiError> {
        if parts.headers.contains_key(header::AUTHORIZATION) {
            <Self as FromRequestParts<AppState>>::from_request_parts(parts, state)
                .await
                .map(Some)
        } else {
            Ok(None)
        }
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let given = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
