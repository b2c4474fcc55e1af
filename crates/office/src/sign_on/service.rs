//! The service: where it is asked, and which keys it publishes. What it said of itself is kept for an hour.

use crate::senders::Secret;
use calendar::Instant;
use credentials::id_token::Keys;
use procedure::Words;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::Read as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use ureq::Agent;

/// What the service said of itself is asked again after this time.
const KEPT_MS: i64 = 3_600_000;
/// Most bytes of an answer.
const MOST: u64 = 1 << 20;

/// What finds a member of staff at the first sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkBy {
    /// The mail address, where the service has verified it.
    Email,
    /// The name to sign in with, for services whose names are ours.
    Login,
}

/// A sign-on service, as the settings name it.
#[derive(Debug, Clone)]
pub struct SignOn {
    /// Its address, exactly as it names itself.
    pub issuer: String,
    /// Our id there.
    pub client: String,
    /// Our secret there.
    pub secret: Secret,
    /// What people call it.
    pub name: Words,
    /// What finds a member of staff at the first sign-in.
    pub by: LinkBy,
    agent: Agent,
    known: Arc<Mutex<Option<(Instant, Known)>>>,
}

/// What the service says of itself.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) authorization: String,
    pub(super) token: String,
    pub(super) keys: Keys,
}

#[derive(Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

/// The answer to a code.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub(super) id_token: String,
}

/// Why the service could not be asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unasked {
    #[error("{0}")]
    Unreachable(String),
    #[error("it answered HTTP {0}")]
    Refused(u16),
    #[error("its answer cannot be read: {0}")]
    Unreadable(String),
    #[error("it calls itself {0}")]
    AnotherName(String),
}

impl SignOn {
    /// A service.
    pub fn new(issuer: String, client: String, secret: Secret, name: Words, by: LinkBy) -> Self {
        let config = Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(15)))
            .http_status_as_error(false)
            // whoever carries a secret to one address does not follow to another
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self {
            issuer,
            client,
            secret,
            name,
            by,
            agent: config.new_agent(),
            known: Arc::default(),
        }
    }

    /// What the service says of itself; asked anew where that is older than `since`.
    pub(super) async fn known(&self, now: Instant, anew: bool) -> Result<Known, Unasked> {
        let kept = self.known.lock().ok().and_then(|known| known.clone());
        if let Some((at, known)) = kept
            && !anew
            && now.ms() - at.ms() < KEPT_MS
        {
            return Ok(known);
        }
        let known = self.discover().await?;
        if let Ok(mut kept) = self.known.lock() {
            *kept = Some((now, known.clone()));
        }
        Ok(known)
    }

    /// Whether it answers, and as what it should be; for an operator, with the reason where it does not.
    ///
    /// # Errors
    /// The reason.
    pub async fn reached(&self) -> Result<(), String> {
        self.discover().await.map(drop).map_err(|fault| fault.to_string())
    }

    async fn discover(&self) -> Result<Known, Unasked> {
        let address = format!(
            "{}/.well-known/openid-configuration",
            self.issuer.trim_end_matches('/')
        );
        let bytes = self.ask(self.agent.get(&address)).await?;
        let found: Discovered = read(&bytes)?;
        if found.issuer != self.issuer {
            return Err(Unasked::AnotherName(found.issuer));
        }
        let keys = self.ask(self.agent.get(&found.jwks_uri)).await?;
        let keys = Keys::read(&keys).map_err(|fault| Unasked::Unreadable(fault.to_string()))?;
        Ok(Known {
            authorization: found.authorization_endpoint,
            token: found.token_endpoint,
            keys,
        })
    }

    /// Brings a code to the service; what it states.
    pub(super) async fn redeem(
        &self,
        known: &Known,
        code: &str,
        redirect: &str,
        verifier: &str,
    ) -> Result<Tokens, Unasked> {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", redirect),
            ("code_verifier", verifier),
        ];
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let call = self
            .agent
            .post(&known.token)
            .header("Authorization", self.basic())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded");
        let sent = tokio::task::spawn_blocking(move || answered(call.send(body)));
        read(
            &sent
                .await
                .unwrap_or_else(|error| Err(Unasked::Unreachable(error.to_string())))?,
        )
    }

    /// Our id and secret there (RFC 6749, section 2.3.1).
    fn basic(&self) -> String {
        use base64::Engine as _;
        let form = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", form(&self.client), form(self.secret.reveal()));
        format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
    }

    async fn ask(
        &self,
        call: ureq::RequestBuilder<ureq::typestate::WithoutBody>,
    ) -> Result<Vec<u8>, Unasked> {
        let asked = tokio::task::spawn_blocking(move || answered(call.call()));
        asked
            .await
            .unwrap_or_else(|error| Err(Unasked::Unreachable(error.to_string())))
    }
}

fn answered(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Vec<u8>, Unasked> {
    let mut answer = answer.map_err(|error| Unasked::Unreachable(error.to_string()))?;
    if !answer.status().is_success() {
        return Err(Unasked::Refused(answer.status().as_u16()));
    }
    let mut bytes = Vec::new();
    let mut reader = answer.body_mut().as_reader().take(MOST);
    reader
        .read_to_end(&mut bytes)
        .map_err(|error| Unasked::Unreachable(error.to_string()))?;
    Ok(bytes)
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unasked> {
    serde_json::from_slice(bytes).map_err(|error| Unasked::Unreadable(error.to_string()))
}
