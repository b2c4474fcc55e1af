//! For which jurisdiction a request is, and from where it comes.

use crate::choose::host;
use crate::shell::{Asked, PageError};
use crate::state::AppState;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use office::jurisdictions::Choice;
use office::staff::counted;
use office::{Office, Problem};
use std::net::SocketAddr;

/// The jurisdiction by host name or path, and the address of the connection.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Id of the jurisdiction.
    pub(crate) j: String,
    /// Address under which tries are counted.
    pub(crate) address: String,
    /// The whole address, as sessions keep it.
    pub(crate) whole: String,
}

impl FromRequestParts<AppState> for Place {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = connection.map(|c| c.0.ip());
        Ok(Self {
            j: of(&state.office, parts).await?,
            address: address.map(|a| counted(a).to_string()).unwrap_or_default(),
            whole: address.map(|a| a.to_string()).unwrap_or_default(),
        })
    }
}

/// The jurisdiction that was found on the way in; where the store did not answer then, it is asked again.
pub(crate) async fn of(office: &Office, parts: &Parts) -> Result<String, Problem> {
    if let Some(Asked::Site(site)) = parts.extensions.get::<Asked>() {
        return Ok(site.j.clone());
    }
    match office.choose(host(&parts.headers), parts.uri.path()).await? {
        Choice::One { jurisdiction, .. } => Ok(jurisdiction.id),
        Choice::Several(_) | Choice::Nobody => Err(Problem::NoProcedure),
    }
}
