//! For which jurisdiction a request is, and from where it comes.

use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{HeaderMap, header, request::Parts};
use std::net::SocketAddr;

/// The jurisdiction by host name, and the address of the connection.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Id of the jurisdiction.
    pub(crate) j: String,
    /// Address; counts tries.
    pub(crate) address: String,
}

impl FromRequestParts<AppState> for Place {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self {
            j: state.office.jurisdiction(host(&parts.headers)).await?.id,
            address: connection.map(|c| c.0.ip().to_string()).unwrap_or_default(),
        })
    }
}

/// The host name asked for, without the port.
pub(crate) fn host(headers: &HeaderMap) -> &str {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok());
    let host = host.unwrap_or_default();
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}
