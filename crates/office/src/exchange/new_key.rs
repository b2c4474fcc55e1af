//! The other side signs with a new key from now on. It said so with the key that we know, and the new key vouches for
//! itself: so nobody gives out another's key as their own.

use super::content::NewKey;
use super::effect::Effect;
use super::envelope::Message;
use super::stored::{Link, Stored};
use crate::{Office, Problem};
use seal::signing::{SigningKey, public_key, signed_by};
use store::Peer;

/// What the new key signs.
fn vouched(key: &str, to: &str) -> Vec<u8> {
    format!("new key {key} for {to}").into_bytes()
}

impl NewKey {
    /// The announcement of a key to whoever holds `to`.
    pub(super) fn of(key: &SigningKey, to: &str) -> Self {
        Self {
            key: key.public(),
            proof: key.sign(&vouched(&key.public(), to)),
        }
    }
}

impl Office {
    /// From now on the link has the new key. Harmless twice.
    pub(super) async fn take_new_key(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
        new: &NewKey,
    ) -> Result<Effect, Problem> {
        let key =
            public_key(&new.key).filter(|key| signed_by(key, &vouched(key, &message.to.key), &new.proof));
        let Some(key) = key else {
            return Ok(Effect::failed(None, "exchange-new-key-unproven"));
        };
        loop {
            let expected = self.store().last_seq(j, super::STREAM).await?;
            let peers = self.store().peers(j).await?;
            let taken = peers
                .iter()
                .any(|other| other.id != peer.id && other.public_key == key)
                || self.own_keys(j).await?.of(&key).is_some();
            let known = peers.into_iter().find(|known| known.id == peer.id);
            let Some(known) = known.filter(|_| !taken) else {
                return Ok(Effect::failed(None, "exchange-new-key-taken"));
            };
            if known.public_key == key {
                return Ok(Effect::done(None));
            }
            // somebody entered another key meanwhile: that one counts
            if known.public_key != message.from.key {
                return Ok(Effect::failed(None, "exchange-new-key-late"));
            }
            let link = Stored::Link(Link {
                key: key.clone(),
                announced: Some(message.id.clone()),
                ..Link::of(&known)
            });
            let entered = self
                .log_exchange(j, expected, &link, Vec::new(), Vec::new())
                .await?;
            if entered {
                self.parts().recent.forget();
                tracing::info!(jurisdiction = j, peer = peer.id, "a link has a new key");
                return Ok(Effect::done(None));
            }
        }
    }
}
