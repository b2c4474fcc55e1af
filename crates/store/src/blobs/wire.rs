//! How requests reach a bucket: by the HTTP client and the TLS that the program has anyway, on threads that may block.

use super::BlobError;
use async_trait::async_trait;
use http_body_util::BodyExt as _;
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use std::io::Read as _;
use std::time::Duration;
use ureq::http::Request;
use ureq::http::request::Parts;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Timeout};

/// Longest answer that is read: far above the longest attachment.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// A client that keeps its connections.
#[derive(Debug, Clone)]
pub(super) struct Wire(Agent);

impl Wire {
    /// With the usual certificates of the web, or with those of a house.
    pub(super) fn new(certificates: Option<&str>) -> Result<Self, BlobError> {
        let mut tls = TlsConfig::builder();
        if let Some(text) = certificates {
            let mut known = Vec::new();
            for item in parse_pem(text.as_bytes()) {
                match item {
                    Ok(PemItem::Certificate(certificate)) => known.push(certificate),
                    Ok(_) => {}
                    Err(error) => return Err(BlobError::Unavailable(error.to_string())),
                }
            }
            if known.is_empty() {
                return Err(BlobError::Unavailable("no certificate in the file".to_owned()));
            }
            tls = tls.root_certs(RootCerts::new_with_certs(&known));
        }
        let config = Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(120)))
            .http_status_as_error(false)
            // What is signed for one server does not follow to another.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .tls_config(tls.build())
            .build();
        Ok(Self(config.new_agent()))
    }

    /// Asks; blocks while it waits.
    fn ask(&self, parts: Parts, content: &[u8]) -> Result<HttpResponse, HttpError> {
        let has_content = !content.is_empty() || parts.method == "PUT" || parts.method == "POST";
        let answer = if has_content {
            self.0.run(Request::from_parts(parts, content))
        } else {
            self.0.run(Request::from_parts(parts, ()))
        };
        let (head, mut body) = answer.map_err(fault)?.into_parts();
        let mut content = Vec::new();
        let read = body.as_reader().take(MOST_BYTES).read_to_end(&mut content);
        read.map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error))?;
        Ok(HttpResponse::from_parts(head, content.into()))
    }
}

impl HttpConnector for Wire {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Wire {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, content) = request.into_parts();
        let content = content.collect().await?.to_bytes();
        let wire = self.clone();
        tokio::task::spawn_blocking(move || wire.ask(parts, &content))
            .await
            .unwrap_or_else(|error| Err(HttpError::new(HttpErrorKind::Unknown, error)))
    }
}

/// Sorted by whether the request can have arrived.
fn fault(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect)
        | ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed => HttpErrorKind::Connect,
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            HttpErrorKind::Connect
        }
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::Io(_) => HttpErrorKind::Interrupted,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
