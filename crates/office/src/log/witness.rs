//! Two jurisdictions sign each other's heads: what one was shown, it can never be shown otherwise.

use crate::exchange::{Extension, ShownHead};
use crate::{Office, Problem};
use proof::{Cosigned, Digest, Head, extends};
use store::{Cosignature, Peer, PeerHead};

/// What two heads are that cannot both be of one log.
const FORKED: &str = "exchange-head-forked";

/// Earlier heads from which a shown one is proved: the other side may have missed some days.
const EARLIER: u32 = 31;

/// What is to be thought of a head that a peer shows.
pub(crate) enum Looked {
    /// It is of the log that was shown before.
    Fits,
    /// It is not, or is nobody's; the code of what is wrong.
    Wrong(&'static str),
    /// Whether it is was not proved, and the other side gives no proof, or a wrong one.
    Unproved,
}

/// Whether a path proves that one head continues another.
fn continued(old: &Head, new: &Head, path: &[Digest]) -> bool {
    extends(new.hash, (old.size, &old.root), (new.size, &new.root), path)
}

impl Office {
    /// What a peer is shown: the newest published head, with proofs that it continues those before it. Never an older one,
    /// whatever day the message is for: shown late, it would look like a fork.
    pub(crate) async fn shown_head(&self, j: &str) -> Result<Option<ShownHead>, Problem> {
        let published = self.store().published_heads(j, EARLIER).await?;
        let Some(stored) = published.first() else {
            return Ok(None);
        };
        let log = self.log_of(j).await?;
        let mut extensions: Vec<Extension> = Vec::new();
        for earlier in &published {
            let known = extensions.iter().any(|extension| extension.from == earlier.size);
            if earlier.size < stored.size && !known {
                let path = self.extension(&log, earlier.size, stored.size).await?;
                extensions.push(Extension {
                    from: earlier.size,
                    path: path.iter().map(ToString::to_string).collect(),
                });
            }
        }
        Ok(Some(ShownHead {
            head: stored.text.clone(),
            extensions,
        }))
    }

    /// Looks at a head that a peer shows: it must be signed, and be of the same log as the last one that was shown, which
    /// it continues. One that was overtaken on its way is older than that one, which must continue it then. What the
    /// message does not prove is asked for: a link that was down for months, or an older head, is no fork.
    pub(crate) async fn look_at_head(
        &self,
        j: &str,
        peer: &Peer,
        shown: &ShownHead,
    ) -> Result<Looked, Problem> {
        let head = match Head::read(&shown.head) {
            Ok(head) if head.is_signed() => head,
            _ => return Ok(Looked::Wrong("exchange-head-signature")),
        };
        if let Some(last) = self.store().peer_head(j, &peer.id).await? {
            let last = Head::read(&last.text)?;
            if (&last.log, &last.key, last.hash) != (&head.log, &head.key, head.hash) {
                return Ok(Looked::Wrong("exchange-head-other"));
            }
            let (old, new) = if head.size < last.size {
                (&head, &last)
            } else {
                (&last, &head)
            };
            // Sizes and times go forward together.
            if old.size < new.size && old.time > new.time {
                return Ok(Looked::Wrong(FORKED));
            }
            let given: Option<Vec<Digest>> = shown
                .extensions
                .iter()
                .find(|extension| (extension.from, head.size) == (old.size, new.size))
                .and_then(|extension| extension.path.iter().map(|hash| hash.parse().ok()).collect());
            if !continued(old, new, &given.unwrap_or_default()) {
                if old.size == new.size {
                    return Ok(Looked::Wrong(FORKED));
                }
                match self.ask_extension(peer, old.size, new.size).await? {
                    Some(path) if continued(old, new, &path) => {}
                    // The answer is signed by nobody: a wrong one proves nothing against whoever signed the heads.
                    _ => return Ok(Looked::Unproved),
                }
            }
        }
        let seen = PeerHead {
            peer: peer.id.clone(),
            size: head.size,
            at: self.now(),
            text: head.text(),
        };
        self.store().put_peer_head(j.to_owned(), seen).await?;
        Ok(Looked::Fits)
    }

    /// Our signature under a head that was looked at.
    pub(crate) async fn cosignature_of(&self, j: &str, shown: &ShownHead) -> Result<Option<String>, Problem> {
        let Ok(head) = Head::read(&shown.head) else {
            return Ok(None);
        };
        let log = self.log_of(j).await?;
        let seen = Cosigned::sign(&log.signing, &head, j, self.now().ms())?;
        Ok(Some(seen.text()))
    }

    /// Keeps the other side's signature under our head, where it is one.
    pub(crate) async fn keep_cosignature(
        &self,
        j: &str,
        peer: &str,
        shown: &ShownHead,
        cosignature: &str,
    ) -> Result<(), Problem> {
        let (Ok(head), Ok(seen)) = (Head::read(&shown.head), Cosigned::read(cosignature)) else {
            return Ok(());
        };
        if !seen.confirms(&head) {
            return Ok(());
        }
        let kept = Cosignature {
            size: head.size,
            peer: peer.to_owned(),
            at: self.now(),
            text: seen.text(),
        };
        Ok(self.store().put_cosignature(j.to_owned(), kept).await?)
    }
}
