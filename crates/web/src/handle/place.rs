//! For which jurisdiction a request is, and from where it comes.

use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{header, request::Parts};
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
        let host = parts.headers.get(header::HOST);
        let host = host.and_then(|h| h.to_str().ok()).unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self {
            j: state.office.jurisdiction(host).await?.id,
            address: connection.map(|c| c.0.ip().to_string()).unwrap_or_default(),
        })
    }
}
