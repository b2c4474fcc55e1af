//! On the way to the service: what belongs to this sign-in stays with the browser, sealed.

use super::service::Unasked;
use crate::keys::NamedKey;
use crate::{Office, Problem};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use calendar::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

const PLACE: &str = "sign-on";
/// Where the service sends people back to.
pub(super) const BACK: &str = "/desk/sign-on/back";
/// Whoever takes longer begins again.
const MOST_MS: i64 = 10 * 60_000;

/// What belongs to one sign-in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) to: String,
    at: Instant,
}

impl Office {
    /// Begins a sign-in by the service: where to send the browser, and what it must bring back. `to` is the page that
    /// was wanted.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where no service is set; a fault of `sign-on` where it cannot be asked.
    pub async fn begin_sign_on(&self, j: &str, to: &str) -> Result<(String, String), Problem> {
        let service = self.sign_on().ok_or(Problem::NotFound)?;
        let now = self.now();
        let known = service.known(now, false).await.map_err(unasked)?;
        let kept = Kept {
            state: self.chance().token(),
            nonce: self.chance().token(),
            verifier: self.chance().token(),
            to: to.to_owned(),
            at: now,
        };
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(kept.verifier.as_bytes()));
        let redirect = self.sign_on_back(j).await?;
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([
                ("response_type", "code"),
                ("client_id", &service.client),
                ("redirect_uri", &redirect),
                ("scope", "openid profile email"),
                ("state", &kept.state),
                ("nonce", &kept.nonce),
                ("code_challenge", &challenge),
                ("code_challenge_method", "S256"),
            ])
            .finish();
        let joint = if known.authorization.contains('?') {
            '&'
        } else {
            '?'
        };
        let key = self.office_key(j).await?;
        let sealed = self.seal_bytes(&key, PLACE, &serde_json::to_vec(&kept)?);
        Ok((
            format!("{}{joint}{query}", known.authorization),
            URL_SAFE_NO_PAD.encode(sealed),
        ))
    }

    /// Where the service sends people back to.
    pub(super) async fn sign_on_back(&self, j: &str) -> Result<String, Problem> {
        Ok(format!("{}{BACK}", self.url_of(j).await?))
    }

    /// What the browser brought back, where it is ours and not too old.
    pub(super) async fn kept_sign_on(&self, j: &str, text: &str) -> Result<Kept, Problem> {
        let stale = || Problem::field("sign-on", "sign-on-stale");
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| stale())?;
        let key: NamedKey = self.office_key(j).await?;
        let plain = seal::open_bytes(&key.key, &key.id, PLACE, &bytes).map_err(|_| stale())?;
        let kept: Kept = serde_json::from_slice(&plain).map_err(|_| stale())?;
        if self.now().ms() - kept.at.ms() > MOST_MS {
            return Err(stale());
        }
        Ok(kept)
    }
}

/// Why the service could not be asked stands in the log; the person is told that it could not.
pub(super) fn unasked(fault: Unasked) -> Problem {
    tracing::warn!(%fault, "the sign-on service cannot be asked");
    Problem::field("sign-on", "sign-on-unreachable")
}
