//! A passkey is shown: beside the password, or alone.

use super::challenge::Asked;
use crate::credentials::Credential;
use crate::staff::Opened;
use crate::staff::origin::Origin;
use crate::staff::second::Owes;
use crate::staff::session::Begun;
use crate::{Office, Problem};
use case::PersonId;
use credentials::passkey;
use store::Holder;

/// Passkeys shown within a quarter of an hour: nobody guesses a signature, but checking one costs something.
const TRIES: u64 = 30;
const TRIES_OF_ADDRESS: u64 = 300;

/// What a page brings when a passkey was shown; all of it as fields of a form.
#[derive(Debug, Clone, Copy)]
pub struct Brought<'a> {
    /// The challenge that was given out.
    pub challenge: &'a str,
    /// Which passkey.
    pub credential: &'a str,
    /// What the browser says that it did.
    pub client: &'a str,
    /// What the authenticator says.
    pub authenticator: &'a str,
    /// Its signature.
    pub signature: &'a str,
}

impl Office {
    /// Shows the passkey that a session owes; the session that takes its place.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where it is not taken; [`Problem::Throttled`] after too many tries.
    pub async fn show_passkey(
        &self,
        j: &str,
        token: &str,
        brought: Brought<'_>,
        origin: Origin<'_>,
    ) -> Result<Opened, Problem> {
        let (person, owes) = self.owing(j, token).await?;
        if owes != Owes::Code {
            return Err(Problem::SignedOut);
        }
        let bucket = format!("second/{person}/passkey/{}", origin.counted());
        self.count(j, vec![(bucket, TRIES)], self.now()).await?;
        let shown = self
            .passkey_shown(j, Asked::Beside(&person), brought, false)
            .await;
        match shown {
            Ok(owner) if owner == person => {}
            Ok(_) | Err(Problem::WrongSecret) => {
                self.failed(j, Some(&person), origin);
                return Err(Problem::WrongSecret);
            }
            Err(other) => return Err(other),
        }
        self.in_place_of(j, token, person, origin.stored("passkey")).await
    }

    /// Signs in by a passkey alone: its authenticator made sure who was there, so it is two factors in one. Who signed
    /// in, by login.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where it is not taken; [`Problem::Throttled`] after too many tries.
    pub async fn sign_in_by_passkey(
        &self,
        j: &str,
        brought: Brought<'_>,
        origin: Origin<'_>,
    ) -> Result<(String, Opened), Problem> {
        let bucket = format!("sign-in//{}", origin.counted());
        self.count(j, vec![(bucket, TRIES_OF_ADDRESS)], self.now())
            .await?;
        let owner = match self.passkey_shown(j, Asked::Alone, brought, true).await {
            Err(Problem::WrongSecret) => {
                let owner = self.owner_of(j, brought).await?;
                self.failed(j, owner.as_ref(), origin);
                return Err(Problem::WrongSecret);
            }
            shown => shown?,
        };
        let person = self
            .store()
            .person(j, &owner)
            .await?
            .filter(|person| person.active);
        let person = person.ok_or(Problem::WrongSecret)?;
        let begun = Begun::by(Holder::Person(person.id), origin.stored("passkey"));
        Ok((person.login, self.open_session(j, begun).await?))
    }

    /// Whose passkey it would have been.
    async fn owner_of(&self, j: &str, brought: Brought<'_>) -> Result<Option<PersonId>, Problem> {
        let Some(credential) = passkey::decode(brought.credential) else {
            return Ok(None);
        };
        let held = self.held_as(j, &self.passkey_id(&credential)).await?;
        Ok(held.map(|held| held.person))
    }

    /// Whose passkey it is, if it is taken. What was shown once is not taken again: of the challenges of a key only ever
    /// later ones count, and its own counter goes up where it has one.
    async fn passkey_shown(
        &self,
        j: &str,
        asked: Asked<'_>,
        brought: Brought<'_>,
        verified: bool,
    ) -> Result<PersonId, Problem> {
        let site = self.passkey_site(j).await?.ok_or(Problem::WrongSecret)?;
        let at = self.challenge_time(j, asked, brought.challenge);
        let at = at.map_err(|_| Problem::WrongSecret)?;
        let bytes = |text: &str| passkey::decode(text).ok_or(Problem::WrongSecret);
        let id = self.passkey_id(&bytes(brought.credential)?);
        let held = self.held_as(j, &id).await?.filter(|held| held.active);
        let held = held.ok_or(Problem::WrongSecret)?;
        let Credential::Passkey { key, .. } = &held.what else {
            return Err(Problem::WrongSecret);
        };
        let (client, authenticator) = (bytes(brought.client)?, bytes(brought.authenticator)?);
        let said = passkey::Brought {
            client: &client,
            authenticator: &authenticator,
        };
        let (key, signature) = (bytes(key)?, bytes(brought.signature)?);
        let shown = passkey::shown(&site, brought.challenge.as_bytes(), &key, said, &signature);
        let shown = shown.map_err(|fault| {
            tracing::info!(%fault, "a passkey was not taken");
            Problem::WrongSecret
        })?;
        if verified && !shown.verified {
            return Err(Problem::WrongSecret);
        }
        let (store, now) = (self.store(), self.now());
        if !store.use_credential(j.to_owned(), id.clone(), now, at).await? {
            return Err(Problem::WrongSecret);
        }
        let counter = format!("{id}/count");
        let counts = shown.count > 0 || store.credential_used(j, &counter).await?.is_some();
        if counts
            && !store
                .use_credential(j.to_owned(), counter, now, i64::from(shown.count))
                .await?
        {
            // somebody has a copy of the key, or the authenticator counts backwards
            tracing::warn!("a passkey was shown whose counter did not go up");
            return Err(Problem::WrongSecret);
        }
        Ok(held.person)
    }
}
