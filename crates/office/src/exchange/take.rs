//! A message arrives: who signed it, to whom, when and whether it may is checked; then it is carried out and kept,
//! once however often it comes. What does not fit is refused with the reason, and the refusal is recorded.

use super::content::{Content, Receipt, Received};
use super::effect::Effect;
use super::envelope::{Envelope, Message, Numbers, Party, written};
use super::stored::{Stored, Taken};
use crate::chance::hex;
use crate::{Office, Problem};
use calendar::Instant;
use seal::signing::SigningKey;
use sha2::{Digest as _, Sha256};
use store::{Crossing, Peer};

/// How far the clocks of both sides may be apart.
const AHEAD_MS: i64 = 5 * 60_000;
/// A message is signed anew for each try, so an old one was overheard or lay somewhere.
const OLDEST_MS: i64 = 30 * 60_000;
/// Refusals recorded for one address within a quarter of an hour; after that it is only told to come later.
const REFUSALS: u64 = 40;

/// Why a message is not taken: a code of the catalogue.
type Refused = &'static str;

impl Office {
    /// Takes a signed message, from wherever it comes, and gives the signed receipt. `address` is where the call came
    /// from; empty within the installation.
    ///
    /// # Errors
    /// A fault of field `message` that says why it is refused.
    pub async fn take_message(&self, j: &str, bytes: &[u8], address: &str) -> Result<Envelope, Problem> {
        let own = self.own_keys(j).await?;
        let peers = self.store().peers(j).await?;
        let found = Envelope::read(bytes);
        let peer = found
            .as_ref()
            .and_then(|(_, message)| peers.iter().find(|peer| peer.public_key == message.from.key));
        // whoever does not know our new key yet writes to the one before, and is answered with it
        let addressed = found.as_ref().and_then(|(_, message)| own.of(&message.to.key));
        let checked = match (&found, addressed, peer) {
            (None, ..) => Err("exchange-unreadable"),
            (Some(_), None, _) => Err("exchange-not-for-us"),
            (Some(_), _, None) => Err("exchange-unknown-sender"),
            (Some((envelope, message)), Some(key), Some(peer)) => match self.check(envelope, peer) {
                Ok(()) => Ok((envelope, message, peer, key)),
                Err(code) => Err(code),
            },
        };
        let (envelope, message, peer, key) = match checked {
            Ok(checked) => checked,
            Err(code) => return self.refuse(j, bytes, peer, code, address).await,
        };
        loop {
            // Read before looking whether it is there: whoever is faster makes the append fail.
            let expected = self.store().last_seq(j, super::STREAM).await?;
            let known = self.store().crossing(j, false, &peer.id, &message.id).await?;
            if let Some(known) = known {
                return self.receipt(j, key, message, &known).await;
            }
            if let Err(code) = self.fresh_and_allowed(message, peer) {
                return self.refuse(j, bytes, Some(peer), code, address).await;
            }
            let effect = self.carry_out_message(j, peer, message).await?;
            let taken = self.taken(j, peer, envelope, message, effect)?;
            let (stored, keys) = taken;
            if self.log_exchange(j, expected, &stored, keys, Vec::new()).await? {
                tracing::info!(
                    jurisdiction = j,
                    peer = peer.id,
                    kind = message.content.kind(),
                    "a message was taken"
                );
            }
        }
    }

    fn check(&self, envelope: &Envelope, peer: &Peer) -> Result<(), Refused> {
        if !envelope.is_signed_by(&peer.public_key) {
            Err("exchange-signature")
        } else if !peer.active {
            Err("exchange-link-closed")
        } else {
            Ok(())
        }
    }

    /// A first arrival must be new, and of a kind that the link lets in.
    fn fresh_and_allowed(&self, message: &Message, peer: &Peer) -> Result<(), Refused> {
        let now = self.now().ms();
        let sent = message.sent().ok_or("exchange-unreadable")?.ms();
        if sent > now + AHEAD_MS {
            return Err("exchange-ahead");
        }
        if sent < now - OLDEST_MS {
            return Err("exchange-too-old");
        }
        match &message.content {
            Content::Receipt(_) | Content::NewKey(_) | Content::LogHead(_) => Ok(()),
            other if peer.takes.iter().any(|kind| kind == other.kind()) => Ok(()),
            _ => Err("exchange-kind-refused"),
        }
    }

    /// The event that keeps a message, and the key under which what it says is sealed.
    fn taken(
        &self,
        j: &str,
        peer: &Peer,
        envelope: &Envelope,
        message: &Message,
        effect: Effect,
    ) -> Result<(Stored, Vec<store::NewKey>), Problem> {
        let mut content = message.content.clone();
        if let Content::Case(case) = &mut content {
            // The case keeps the files; here stays what they were.
            case.files.iter_mut().for_each(|file| file.content = None);
        }
        let (key, wrapped) = self.new_key(message_key(&peer.id, &message.id));
        let sealed = self.seal(&key, "message", &serde_json::to_string(&content)?);
        let taken = Taken {
            peer: peer.id.clone(),
            id: message.id.clone(),
            kind: message.content.kind().to_owned(),
            sent: message.sent().unwrap_or_else(|| self.now()),
            number: effect.number,
            theirs: message.case.sender.clone(),
            answers: message.answers.clone(),
            state: effect.state.to_owned(),
            fault: effect.fault,
            content: sealed,
            digest: digest(envelope.message.as_bytes()),
            signature: envelope.signature.clone(),
        };
        tracing::debug!(jurisdiction = j, id = taken.id, "kept");
        Ok((Stored::Taken(taken), vec![wrapped]))
    }

    /// Says that a message was taken, with our number for the case.
    async fn receipt(
        &self,
        j: &str,
        key: &SigningKey,
        message: &Message,
        known: &Crossing,
    ) -> Result<Envelope, Problem> {
        let cosignature = match &message.content {
            Content::LogHead(shown) if known.state == super::DONE => self.cosignature_of(j, shown).await?,
            _ => None,
        };
        let receipt = Message {
            id: format!(
                "r-{}",
                message.id.get(..message.id.len().min(60)).unwrap_or_default()
            ),
            from: Party {
                id: j.to_owned(),
                key: key.public(),
                name: None,
            },
            to: Party {
                id: message.from.id.clone(),
                key: message.from.key.clone(),
                name: None,
            },
            sent: written(self.now()),
            case: Numbers {
                sender: known.number.as_ref().map(|number| number.to_string()),
                receiver: known.theirs.clone(),
            },
            answers: Some(message.id.clone()),
            content: Content::Receipt(Receipt {
                what: Received::Taken,
                by: None,
                cosignature,
            }),
        };
        Ok(receipt.signed(key)?)
    }

    /// Records a refusal and tells it. An address that is refused again and again is not recorded any more.
    async fn refuse<T>(
        &self,
        j: &str,
        bytes: &[u8],
        peer: Option<&Peer>,
        code: Refused,
        address: &str,
    ) -> Result<T, Problem> {
        let now: Instant = self.now();
        self.count(j, vec![(format!("exchange/{address}"), REFUSALS)], now)
            .await?;
        let refused = Stored::Refused {
            peer: peer.map(|peer| peer.id.clone()),
            code: code.to_owned(),
            digest: digest(bytes),
        };
        tracing::warn!(jurisdiction = j, code, "a message was refused");
        loop {
            let expected = self.store().last_seq(j, super::STREAM).await?;
            if self
                .log_exchange(j, expected, &refused, Vec::new(), Vec::new())
                .await?
            {
                return Err(Problem::field("message", code));
            }
        }
    }
}

/// Name of the key under which a message is kept.
pub(crate) fn message_key(peer: &str, id: &str) -> String {
    format!("exchange:{peer}:{id}")
}

/// SHA-256 in hex.
pub(super) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
