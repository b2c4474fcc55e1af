//! SMS and WeChat through a gateway: one signed POST per message. `docs/messages.md` tells whoever writes the other
//! side what comes and what to answer.

use super::{Channel, Letter, NotSent, Secret, Sender, Sending, sign};
use crate::settings::Webhook;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::time::Duration;
use ureq::Agent;

/// The body of a call.
#[derive(Serialize)]
struct Body<'a> {
    id: &'a str,
    channel: &'static str,
    template: &'a str,
    gateway_template: Option<&'a str>,
    parameters: BTreeMap<&'static str, &'a str>,
    /// For gateways that count parameters instead of naming them.
    parameter_list: Vec<&'a str>,
    to: &'a str,
    text: &'a str,
}

/// A gateway behind a webhook.
pub struct Gateway {
    url: String,
    secret: Secret,
    agent: Agent,
}

impl Gateway {
    /// A gateway at a URL.
    pub fn new(set: &Webhook) -> Self {
        let config = Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(5)))
            .timeout_global(Some(Duration::from_secs(20)))
            .http_status_as_error(false)
            // Whoever signs for one address does not follow to another.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self {
            url: set.url.clone(),
            secret: set.secret.clone(),
            agent: config.new_agent(),
        }
    }
}

impl Sender for Gateway {
    fn send<'a>(&'a self, channel: Channel, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let body = body(channel, letter).map_err(|error| NotSent::Refused(error.to_string()))?;
            let timestamp = sign::timestamp(letter.at);
            let signature = sign::signature(&self.secret, &timestamp, &body);
            let call = self
                .agent
                .post(&self.url)
                .header("Content-Type", "application/json")
                .header(sign::IDEMPOTENCY_KEY, &letter.id)
                .header(sign::TIMESTAMP, timestamp)
                .header(sign::SIGNATURE, signature);
            tokio::task::spawn_blocking(move || post(call, &body))
                .await
                .unwrap_or_else(|error| Err(NotSent::Later(error.to_string())))
        })
    }
}

fn body(channel: Channel, letter: &Letter) -> Result<Vec<u8>, serde_json::Error> {
    let parameters = letter
        .parameters
        .iter()
        .map(|(name, value)| (*name, value.as_str()));
    serde_json::to_vec(&Body {
        id: &letter.id,
        channel: channel.word(),
        template: &letter.template,
        gateway_template: letter.gateway_id.as_deref(),
        parameter_list: parameters.clone().map(|(_, value)| value).collect(),
        parameters: parameters.collect(),
        to: &letter.to,
        text: &letter.text,
    })
}

/// Taken over with 2xx. Of the rest, 5xx and "try again" answers pass; others do not.
fn post(call: ureq::RequestBuilder<ureq::typestate::WithBody>, body: &[u8]) -> Result<(), NotSent> {
    let mut answer = call
        .send(body)
        .map_err(|error| NotSent::Later(error.to_string()))?;
    let status = answer.status();
    if status.is_success() {
        return Ok(());
    }
    let mut said = Vec::new();
    // The reason is a help, not a condition: what cannot be read is left out.
    let _ = answer.body_mut().as_reader().take(300).read_to_end(&mut said);
    let reason = format!("HTTP {} {}", status.as_u16(), String::from_utf8_lossy(&said));
    if status.is_server_error() || matches!(status.as_u16(), 408 | 425 | 429) {
        Err(NotSent::Later(reason))
    } else {
        Err(NotSent::Refused(reason))
    }
}
