//! Back from the service: the code is redeemed, what it states is verified, and the member of staff signed in.

use super::begin::unasked;
use super::link::Named;
use super::service::Unasked;
use crate::staff::Origin;
use crate::staff::session::{Begun, Opened};
use crate::{Office, Problem};
use case::PersonId;
use credentials::id_token::{Expected, Fault, Statement, verify};
use store::Holder;
use subtle::ConstantTimeEq as _;

/// Sign-ins from one address within a quarter of an hour, together with those by other ways.
const TRIES_OF_ADDRESS: u64 = 300;

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
    /// Ends a sign-in by the service: the session, whose it is by login, and the page that was wanted. What fails is kept
    /// for the auditor; whoever was meant reads it on their own page, as after a wrong password.
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
        let (named, to) = self.stated_by_service(j, kept, back, origin).await?;
        let person = match named {
            Named::Staff(person) => *person,
            Named::NotLetIn(person) => return Err(self.not_let_in(j, Some(&person), origin)),
            Named::Nobody => return Err(self.not_let_in(j, None, origin)),
        };
        let owes = self.owed(j, &person.id).await?;
        let begun = Begun::by(Holder::Person(person.id), origin.stored("sign-on"));
        let opened = self.open_session(j, begun.owing(owes)).await?;
        Ok((opened, person.login, to))
    }

    /// Notes that the service sent somebody whom we do not let in.
    fn not_let_in(&self, j: &str, person: Option<&PersonId>, origin: Origin<'_>) -> Problem {
        self.failed(j, person, origin);
        fault("sign-on-unknown")
    }

    /// Whom the service names, and the page that was wanted.
    async fn stated_by_service(
        &self,
        j: &str,
        kept: &str,
        back: Back<'_>,
        origin: Origin<'_>,
    ) -> Result<(Named, String), Problem> {
        let service = self.sign_on().ok_or(Problem::NotFound)?;
        let now = self.now();
        let kept = self.kept_sign_on(j, kept).await?;
        let state = back.state.unwrap_or_default();
        let ours = bool::from(state.as_bytes().ct_eq(kept.state.as_bytes()));
        if !ours || back.issuer.is_some_and(|issuer| issuer != service.issuer) {
            return Err(fault("sign-on-stale"));
        }
        // a page of another site has no state of ours: it uses up nobody's tries
        let bucket = format!("sign-in//{}", origin.counted());
        self.count(j, vec![(bucket, TRIES_OF_ADDRESS)], now).await?;
        let code = match (back.code, back.error) {
            (Some(code), None) => code,
            _ => return Err(fault("sign-on-refused")),
        };
        let known = service.known(now, false).await.map_err(unasked)?;
        let redirect = self.sign_on_back(j).await?;
        let tokens = service.redeem(&known, code, &redirect, &kept.verifier).await;
        let tokens = tokens.map_err(|error| match error {
            Unasked::Refused(status) if status < 500 => {
                self.failed(j, None, origin);
                fault("sign-on-refused")
            }
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
            self.failed(j, None, origin);
            fault("sign-on-untrusted")
        })?;
        Ok((self.linked_person(j, service, &stated).await?, kept.to))
    }
}

fn fault(code: &'static str) -> Problem {
    Problem::field("sign-on", code)
}
