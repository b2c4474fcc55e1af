//! A message leaves: to the other jurisdiction of this installation by a call, to another installation by HTTP. Its
//! receipt must be signed by the other side; it is kept as the proof of delivery.

use super::collect::Crossing;
use super::content::Content;
use super::envelope::{Envelope, Message};
use super::own_keys::OwnKeys;
use super::stored::{Delivered, Stored};
use super::take::digest;
use crate::problem::FILES_UNKEPT;
use crate::{Office, Problem};
use case::CaseNumber;
use seal::signing::SigningKey;
use std::io::Read as _;
use std::time::Duration;
use store::Peer;
use ureq::Agent;

/// Why a message is refused whose sender is not known by this key.
const UNKNOWN: &str = "exchange-unknown-sender";
/// Most bytes of a receipt.
const RECEIPT: u64 = 64 << 10;

/// Why a message was not taken.
#[derive(Debug)]
pub(crate) enum Undelivered {
    /// It will not be, as it is.
    Refused(String),
    /// It may be later.
    Later(String),
}

impl Office {
    /// Makes, signs and delivers a message of the outbox; records its receipt.
    pub(crate) async fn send_crossing(
        &self,
        j: &str,
        outbox_id: &str,
        crossing: &Crossing,
    ) -> Result<Result<(), Undelivered>, Problem> {
        let peers = self.store().peers(j).await?;
        let Some(peer) = peers.iter().find(|peer| peer.id == crossing.peer && peer.active) else {
            return Ok(Err(Undelivered::Refused("exchange-link-closed".to_owned())));
        };
        let own = self.own_keys(j).await?;
        // a new key is told with the one before; whoever has entered the new one by hand no longer knows that
        let signing = match own.changed(crossing.seq).filter(|_| crossing.new_key) {
            Some((before, new)) => vec![before, new],
            None => vec![own.newest()],
        };
        let mut sent = Err(Undelivered::Refused("exchange-nothing-to-send".to_owned()));
        for key in signing {
            sent = self
                .send_signed(j, (&own, key), peer, outbox_id, crossing)
                .await?;
            if !matches!(&sent, Err(Undelivered::Refused(why)) if why.ends_with(UNKNOWN)) {
                return Ok(sent);
            }
        }
        // not yet: the announcement of our key may still be on its way
        match sent {
            Err(Undelivered::Refused(why)) if own.were_changed() => Ok(Err(Undelivered::Later(why))),
            sent => Ok(sent),
        }
    }

    async fn send_signed(
        &self,
        j: &str,
        (own, key): (&OwnKeys, &SigningKey),
        peer: &Peer,
        outbox_id: &str,
        crossing: &Crossing,
    ) -> Result<Result<(), Undelivered>, Problem> {
        let composed = self
            .compose_message(j, (own, key), peer, outbox_id, crossing)
            .await?;
        let Some((message, number)) = composed else {
            return Ok(Err(Undelivered::Refused("exchange-nothing-to-send".to_owned())));
        };
        if self
            .store()
            .crossing(j, true, &peer.id, &message.id)
            .await?
            .is_some()
        {
            return Ok(Ok(()));
        }
        let envelope = message.signed(key)?;
        let answer = match &peer.address {
            None => self.to_neighbour(peer, &envelope).await?,
            Some(address) => to_installation(address, &envelope).await?,
        };
        let receipt = match answer {
            Ok(receipt) => receipt,
            Err(undelivered) => return Ok(Err(undelivered)),
        };
        let Some(theirs) = taken_by(&receipt, peer, &key.public(), &message) else {
            return Ok(Err(Undelivered::Later("exchange-receipt".to_owned())));
        };
        if let (Content::LogHead(shown), Some(cosignature)) = (&message.content, cosignature(&receipt)) {
            self.keep_cosignature(j, &peer.id, shown, &cosignature).await?;
        }
        let delivered = Delivered {
            peer: peer.id.clone(),
            id: message.id.clone(),
            kind: message.content.kind().to_owned(),
            number,
            theirs: theirs.or(message.case.receiver),
            answers: message.answers,
            document: crossing.document.clone(),
            item: crossing.item.clone(),
            digest: digest(envelope.message.as_bytes()),
            receipt: (receipt.message, receipt.signature),
        };
        self.note_delivery(j, delivered).await?;
        Ok(Ok(()))
    }

    async fn note_delivery(&self, j: &str, delivered: Delivered) -> Result<(), Problem> {
        let (peer, id) = (delivered.peer.clone(), delivered.id.clone());
        let event = Stored::Delivered(delivered);
        loop {
            let expected = self.store().last_seq(j, super::STREAM).await?;
            if self.store().crossing(j, true, &peer, &id).await?.is_some()
                || self
                    .log_exchange(j, expected, &event, Vec::new(), Vec::new())
                    .await?
            {
                return Ok(());
            }
        }
    }

    /// Within the installation: the same bytes, the same checks.
    async fn to_neighbour(
        &self,
        peer: &Peer,
        envelope: &Envelope,
    ) -> Result<Result<Envelope, Undelivered>, Problem> {
        let bytes = serde_json::to_vec(envelope)?;
        match Box::pin(self.take_message(&peer.id, &bytes, "")).await {
            Ok(receipt) => Ok(Ok(receipt)),
            // The place of its files is away there: that holds up no other message.
            Err(Problem::Invalid(faults)) if faults.iter().any(|fault| fault.code == FILES_UNKEPT) => {
                Ok(Err(Undelivered::Later(FILES_UNKEPT.to_owned())))
            }
            Err(Problem::Invalid(faults)) => {
                let code = faults.first().map_or("problem-invalid", |fault| fault.code);
                Ok(Err(Undelivered::Refused(code.to_owned())))
            }
            Err(problem @ (Problem::Throttled(_) | Problem::NoProcedure)) => {
                Ok(Err(Undelivered::Later(problem.code().to_owned())))
            }
            Err(other) => Err(other),
        }
    }
}

/// The number of the case on the other side, where the receipt is what it must be.
fn taken_by(receipt: &Envelope, peer: &Peer, ours: &str, message: &Message) -> Option<Option<String>> {
    let (_, read) = Envelope::read(&serde_json::to_vec(receipt).ok()?)?;
    let fits = receipt.is_signed_by(&peer.public_key)
        && read.from.key == peer.public_key
        && read.to.key == ours
        && read.answers.as_ref() == Some(&message.id)
        && matches!(read.content, Content::Receipt(_));
    fits.then_some(read.case.sender)
}

/// The signature under a head that a receipt brings.
fn cosignature(receipt: &Envelope) -> Option<String> {
    let message: Message = serde_json::from_str(&receipt.message).ok()?;
    match message.content {
        Content::Receipt(receipt) => receipt.cosignature,
        _ => None,
    }
}

async fn to_installation(
    address: &str,
    envelope: &Envelope,
) -> Result<Result<Envelope, Undelivered>, Problem> {
    let url = format!("{address}/api/v1/exchange");
    let body = serde_json::to_vec(envelope)?;
    let posted = tokio::task::spawn_blocking(move || post(&url, &body)).await;
    Ok(posted.unwrap_or_else(|error| Err(Undelivered::Later(error.to_string()))))
}

fn post(url: &str, body: &[u8]) -> Result<Envelope, Undelivered> {
    let config = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(5)))
        .timeout_global(Some(Duration::from_secs(60)))
        .http_status_as_error(false)
        // Whoever signs for one address does not follow to another.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build();
    let call = config
        .new_agent()
        .post(url)
        .header("Content-Type", "application/json");
    let mut answer = call
        .send(body)
        .map_err(|error| Undelivered::Later(error.to_string()))?;
    let status = answer.status();
    let mut said = Vec::new();
    answer
        .body_mut()
        .as_reader()
        .take(RECEIPT)
        .read_to_end(&mut said)
        .map_err(|error| Undelivered::Later(error.to_string()))?;
    if status.is_success() {
        return serde_json::from_slice(&said).map_err(|error| Undelivered::Later(error.to_string()));
    }
    let reason = format!("HTTP {} {}", status.as_u16(), told(&said));
    match status.as_u16() {
        // Not set up yet, moved, too much at once, broken: it may be mended while the message waits.
        404 | 408 | 425 | 429 | 500.. => Err(Undelivered::Later(reason)),
        _ => Err(Undelivered::Refused(reason)),
    }
}

/// The reason that the other side gives: the code of the fault, or else what it said.
fn told(said: &[u8]) -> String {
    let problem: Option<serde_json::Value> = serde_json::from_slice(said).ok();
    let code = problem
        .as_ref()
        .and_then(|problem| problem["errors"][0]["code"].as_str());
    match code {
        Some(code) => code.to_owned(),
        None => String::from_utf8_lossy(said).chars().take(200).collect(),
    }
}

/// A message with the case of ours that it is about.
pub(super) type Composed = (Message, Option<CaseNumber>);
