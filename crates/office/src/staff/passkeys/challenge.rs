//! What a passkey is made or shown for: the time, randomness and a signature, in one text. It is good for five minutes,
//! for one person or session, and for one of the uses.

use super::passkeys_of;
use crate::credentials::Credential;
use crate::{Office, Problem};
use case::PersonId;
use credentials::passkey::{self, ALGORITHMS};
use subtle::ConstantTimeEq as _;

const GOOD_MS: i64 = 5 * 60_000;

/// What a challenge is for.
#[derive(Debug, Clone, Copy)]
pub enum Asked<'a> {
    /// A new passkey of a person.
    Make(&'a PersonId),
    /// A passkey beside the password, for the session that owes it.
    Beside(&'a PersonId),
    /// A passkey alone.
    Alone,
}

/// What a page hands to the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The challenge, as it comes back.
    pub text: String,
    /// The host for which keys are made.
    pub host: String,
    /// What a new key is called for: a handle that names nobody.
    pub user: String,
    /// Passkeys that may be shown, or must not be made again.
    pub known: Vec<String>,
    /// Kinds of keys.
    pub kinds: [i64; 3],
}

impl Office {
    /// Something to show a passkey for; `None` where browsers make none.
    ///
    /// # Errors
    /// The store's.
    pub async fn challenge(&self, j: &str, asked: Asked<'_>) -> Result<Option<Challenge>, Problem> {
        let Some(site) = self.passkey_site(j).await? else {
            return Ok(None);
        };
        let person = match asked {
            Asked::Make(person) | Asked::Beside(person) => Some(person),
            Asked::Alone => None,
        };
        let mut known = Vec::new();
        if let Some(person) = person {
            for one in passkeys_of(&self.held(j, person).await?) {
                if let Credential::Passkey { credential, .. } = &one.what {
                    known.push(credential.clone());
                }
            }
        }
        let begun = format!(
            "{}.{}",
            self.now().ms(),
            crate::chance::hex(&self.chance().bytes::<16>())
        );
        let signature = self.challenge_signature(j, asked, &begun);
        let user = person.map(|person| self.hash("passkey user", &format!("{j}\n{person}")));
        Ok(Some(Challenge {
            text: format!("{begun}.{signature}"),
            host: site.host,
            user: passkey::encode(user.unwrap_or_default().as_bytes()),
            known,
            kinds: ALGORITHMS,
        }))
    }

    /// When a challenge was given out, if it is one of ours for this and still good; milliseconds.
    pub(super) fn challenge_time(&self, j: &str, asked: Asked<'_>, text: &str) -> Result<i64, Problem> {
        let over = || Problem::field("passkey", "field-passkey-over");
        let (begun, signature) = text.rsplit_once('.').ok_or_else(over)?;
        let ours = self.challenge_signature(j, asked, begun);
        let at = begun.split('.').next().and_then(|at| at.parse::<i64>().ok());
        let at = at.ok_or_else(over)?;
        let now = self.now().ms();
        if !bool::from(ours.as_bytes().ct_eq(signature.as_bytes())) || now < at || now - at > GOOD_MS {
            return Err(over());
        }
        Ok(at)
    }

    fn challenge_signature(&self, j: &str, asked: Asked<'_>, begun: &str) -> String {
        let what = match asked {
            Asked::Make(person) => format!("make\n{person}"),
            Asked::Beside(person) => format!("beside\n{person}"),
            Asked::Alone => "alone".to_owned(),
        };
        self.hash("passkey challenge", &format!("{j}\n{what}\n{begun}"))
    }
}
