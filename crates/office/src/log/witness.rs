//! Two jurisdictions sign each other's heads: what one was shown, it can never be shown otherwise.

use crate::exchange::{Extension, ShownHead};
use crate::{Office, Problem};
use proof::{Cosigned, Digest, Head, extends};
use store::{Cosignature, PeerHead};

/// Earlier heads from which a shown one is proved: the other side may have missed some days.
const EARLIER: u32 = 31;

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

    /// Looks at a head that a peer shows: it must be signed, and continue the one that was shown before. Gives the code
    /// of what is wrong with it.
    pub(crate) async fn look_at_head(
        &self,
        j: &str,
        peer: &str,
        shown: &ShownHead,
    ) -> Result<Result<(), &'static str>, Problem> {
        let head = match Head::read(&shown.head) {
            Ok(head) if head.is_signed() => head,
            _ => return Ok(Err("exchange-head-signature")),
        };
        if let Some(last) = self.store().peer_head(j, peer).await? {
            let last = Head::read(&last.text)?;
            if (&last.log, &last.key, last.hash) != (&head.log, &head.key, head.hash) {
                return Ok(Err("exchange-head-other"));
            }
            let path = shown
                .extensions
                .iter()
                .find(|extension| extension.from == last.size);
            let path: Option<Vec<Digest>> = match path {
                Some(extension) => extension.path.iter().map(|hash| hash.parse().ok()).collect(),
                None => Some(Vec::new()),
            };
            let (old, new) = ((last.size, &last.root), (head.size, &head.root));
            let continues = path.is_some_and(|path| extends(head.hash, old, new, &path));
            if !continues || head.time < last.time {
                return Ok(Err("exchange-head-forked"));
            }
        }
        let seen = PeerHead {
            peer: peer.to_owned(),
            size: head.size,
            at: self.now(),
            text: head.text(),
        };
        self.store().put_peer_head(j.to_owned(), seen).await?;
        Ok(Ok(()))
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
