//! Passkeys of staff: made, named, shown beside a password or alone, revoked. A challenge is signed instead of stored: it
//! says when and for whom it was made, and what was shown for it is not taken a second time.

mod challenge;
mod show;

pub use challenge::{Asked, Challenge};
pub use show::Brought;

use crate::credentials::{Credential, Entered, Held};
use crate::directory::staff_key_id;
use crate::{Office, Problem};
use calendar::Instant;
use case::PersonId;
use credentials::passkey::{self, Site};

/// Passkeys of one person, at most.
const MOST: usize = 10;
/// Longest name of one, in characters.
const LONGEST_NAME: usize = 40;

/// A passkey, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyLine {
    /// Names it on the page.
    pub id: String,
    /// What its owner calls it; `None` where the key of the person was destroyed.
    pub name: Option<String>,
    /// Used last, UTC milliseconds.
    pub used: Option<Instant>,
}

/// A passkey as a page brings it to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewPasskey<'a> {
    /// What its owner calls it.
    pub name: &'a str,
    /// The challenge that was given out.
    pub challenge: &'a str,
    /// What the browser says that it did.
    pub client: &'a str,
    /// What the authenticator says.
    pub authenticator: &'a str,
}

impl Office {
    /// The site for which passkeys are made; `None` where browsers make none there.
    ///
    /// # Errors
    /// The store's.
    pub async fn passkey_site(&self, j: &str) -> Result<Option<Site>, Problem> {
        Ok(Site::of(&self.url_of(j).await?))
    }

    /// The passkeys of a person.
    ///
    /// # Errors
    /// The store's.
    pub async fn passkeys(&self, j: &str, person: &PersonId) -> Result<Vec<PasskeyLine>, Problem> {
        let mut lines = Vec::new();
        for one in self.held(j, person).await? {
            let Credential::Passkey { name, .. } = &one.what else {
                continue;
            };
            let used = self.store().credential_used(j, &one.id).await?;
            lines.push(PasskeyLine {
                name: self.staff_text(j, "passkey name", Some(name)).await?,
                used: used.map(|(at, _)| at),
                id: one.id,
            });
        }
        Ok(lines)
    }

    /// Keeps a passkey that was made for a person; the recovery codes, where it is the first second factor.
    ///
    /// # Errors
    /// A fault of `passkey` or `name`; [`Problem::NotFound`] where no passkeys are made here.
    pub async fn take_passkey(
        &self,
        j: &str,
        person: &PersonId,
        new: NewPasskey<'_>,
    ) -> Result<Option<Vec<String>>, Problem> {
        let site = self.passkey_site(j).await?.ok_or(Problem::NotFound)?;
        let name = new.name.trim();
        if crate::says_nothing(name) {
            return Err(Problem::field("name", "field-empty"));
        }
        crate::administer::one_line("name", name, LONGEST_NAME)?;
        self.challenge_time(j, Asked::Make(person), new.challenge)?;
        let refused = || Problem::field("passkey", "field-passkey");
        let (client, authenticator) = passkey::decode(new.client)
            .zip(passkey::decode(new.authenticator))
            .ok_or_else(refused)?;
        let brought = passkey::Brought {
            client: &client,
            authenticator: &authenticator,
        };
        let made = passkey::made(&site, new.challenge.as_bytes(), brought).map_err(|fault| {
            tracing::info!(%fault, "a passkey was not taken");
            refused()
        })?;
        let held = self.held(j, person).await?;
        if passkeys_of(&held).count() >= MOST {
            return Err(Problem::field("passkey", "field-passkey-many"));
        }
        let id = self.passkey_id(&made.id);
        if self.held_as(j, &id).await?.is_some() {
            return Err(Problem::field("passkey", "field-passkey-known"));
        }
        let key = self.made_key(j, &staff_key_id(person.as_str())).await?;
        let taken = Entered {
            by: person.to_string(),
            id: id.clone(),
            person: person.to_string(),
            active: true,
            what: Credential::Passkey {
                name: self.seal(&key, "passkey name", name),
                credential: passkey::encode(&made.id),
                key: passkey::encode(&made.key),
                site: site.host,
            },
        };
        let first = !held
            .iter()
            .any(|one| matches!(one.what, Credential::Recovery { .. }));
        let (codes, recovery) = self.fresh_recovery(person);
        let mut entered = vec![taken];
        entered.extend(first.then_some(recovery));
        self.enter_credentials(j, entered).await?;
        if made.count > 0 {
            let (counter, now) = (format!("{id}/count"), self.now());
            self.store()
                .use_credential(j.to_owned(), counter, now, i64::from(made.count))
                .await?;
        }
        self.tell_changed(j, person).await?;
        Ok(first.then_some(codes))
    }

    /// Ends a passkey of a person; with the last factor its recovery codes go too.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where it is none of this person's; a fault of `password`; [`Problem::Forbidden`] where it is
    /// the last factor and a role asks for one.
    pub async fn revoke_passkey(
        &self,
        j: &str,
        person: &PersonId,
        id: &str,
        password: &str,
    ) -> Result<(), Problem> {
        let (factors, held) = (self.factors(j, person).await?, self.held(j, person).await?);
        if !passkeys_of(&held).any(|one| one.id == id) {
            return Err(Problem::NotFound);
        }
        self.ask_password(j, person, password).await?;
        let last = !factors.authenticator && factors.passkeys == 1;
        if last && factors.required {
            return Err(Problem::Forbidden);
        }
        let goes = |one: &Held| one.id == id || (last && matches!(one.what, Credential::Recovery { .. }));
        let ended = held.into_iter().filter(goes);
        let ended = ended.map(|one| one.ended(person.as_str())).collect();
        self.enter_credentials(j, ended).await?;
        self.tell_changed(j, person).await
    }

    /// Under which id a passkey is kept.
    fn passkey_id(&self, credential: &[u8]) -> String {
        self.hash("passkey", &passkey::encode(credential))
    }
}

/// The passkeys among what somebody holds.
pub(super) fn passkeys_of(held: &[Held]) -> impl Iterator<Item = &Held> {
    held.iter()
        .filter(|one| matches!(one.what, Credential::Passkey { .. }))
}
