//! Back from the service: the code is redeemed, what it states is verified, and the member of staff signed in.

use super::begin::unasked;
use super::service::Unasked;
use crate::staff::Origin;
use crate::staff::session::{Begun, Opened};
use crate::{Office, Problem};
use credentials::id_token::{Expected, Fault, Statement, verify};
use store::Holder;
use subtle::ConstantTimeEq as _;

/// What the service sent along with the browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct Back<'a> {
    /// The code.
    pub code: Option<&'a str>,
    /// What this sign-in began with.
    pub state: Option<&'a str>,
    /// Why there is no code.
    pub error: Option<&'a str>,
    /// Who sends it (RFC 9207).
    pub issuer: Option<&'a str>,
}

impl Office {
    /// Ends a sign-in by the service: the session, whose it is by login, and the page that was wanted.
    ///
    /// # Errors
    /// A fault of `sign-on` which says why nobody is signed in.
    pub async fn finish_sign_on(
        &self,
        j: &str,
        kept: &str,
        back: Back<'_>,
        origin: Origin<'_>,
    ) -> Result<(Opened, String, String), Problem> {
        let service = self.sign_on().ok_or(Problem::NotFound)?;
        let fault = |code: &'static str| Problem::field("sign-on", code);
        let kept = self.kept_sign_on(j, kept).await?;
        let state = back.state.unwrap_or_default();
        let ours = bool::from(state.as_bytes().ct_eq(kept.state.as_bytes()));
        if !ours || back.issuer.is_some_and(|issuer| issuer != service.issuer) {
            return Err(fault("sign-on-stale"));
        }
        let code = match (back.code, back.error) {
            (Some(code), None) => code,
            _ => return Err(fault("sign-on-refused")),
        };
        let now = self.now();
        let known = service.known(now, false).await.map_err(unasked)?;
        let redirect = self.sign_on_back(j).await?;
        let tokens = service.redeem(&known, code, &redirect, &kept.verifier).await;
        let tokens = tokens.map_err(|error| match error {
            Unasked::Refused(status) if status < 500 => fault("sign-on-refused"),
            error => unasked(error),
        })?;
        let expected = Expected {
            issuer: &service.issuer,
            client: &service.client,
            nonce: &kept.nonce,
            now_ms: now.ms(),
        };
        let stated = match verify(&tokens.id_token, &known.keys, expected) {
            // it may have got new keys since it was asked
            Err(Fault::UnknownKey) => {
                let known = service.known(now, true).await.map_err(unasked)?;
                verify(&tokens.id_token, &known.keys, expected)
            }
            stated => stated,
        };
        let stated: Statement = stated.map_err(|error| {
            tracing::warn!(%error, "what the sign-on service states is not believed");
            fault("sign-on-untrusted")
        })?;
        let person = self.linked_person(j, service, &stated).await?;
        let person = person.ok_or_else(|| fault("sign-on-unknown"))?;
        let owes = self.owed(j, &person.id).await?;
        let begun = Begun::by(Holder::Person(person.id), origin.stored("sign-on"));
        let opened = self.open_session(j, begun.owing(owes)).await?;
        Ok((opened, person.login, kept.to))
    }
}
