//! What a session owes whose role asks for a second factor, and whose person has none yet: to set one up, an authenticator
//! or a passkey, whichever they like.

use super::Owes;
use crate::staff::origin::Origin;
use crate::staff::passkeys::NewPasskey;
use crate::staff::session::Opened;
use crate::{Office, Problem};
use case::PersonId;

impl Office {
    /// Sets up the authenticator that a session owes: the recovery codes, and the session that takes its place.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where it does not owe that, or an authenticator was set up in the meantime: who knows no
    /// more than the password replaces none. As [`Office::take_authenticator`] beside.
    pub async fn set_up_owed(
        &self,
        j: &str,
        token: &str,
        kept: &str,
        code: &str,
        origin: Origin<'_>,
    ) -> Result<(Vec<String>, Opened), Problem> {
        let person = self.owing_set_up(j, token).await?;
        let codes = self.take_authenticator(j, &person, kept, code).await?;
        let opened = self.in_place_of(j, token, person, origin.stored("code")).await?;
        Ok((codes, opened))
    }

    /// Sets up a passkey in place of the authenticator that a session owes: the recovery codes, and the session that
    /// takes its place.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] as [`Office::set_up_owed`]; as [`Office::take_passkey`] beside.
    pub async fn set_up_owed_passkey(
        &self,
        j: &str,
        token: &str,
        new: NewPasskey<'_>,
        origin: Origin<'_>,
    ) -> Result<(Vec<String>, Opened), Problem> {
        let person = self.owing_set_up(j, token).await?;
        let codes = match self.take_passkey(j, &person, new).await? {
            Some(codes) => codes,
            // earlier codes that are still there were shown once, long ago
            None => self.new_recovery_codes(j, &person).await?,
        };
        let opened = self
            .in_place_of(j, token, person, origin.stored("passkey"))
            .await?;
        Ok((codes, opened))
    }

    /// Whoever holds a session that owes setting up a second factor, and has none yet.
    async fn owing_set_up(&self, j: &str, token: &str) -> Result<PersonId, Problem> {
        let (person, owes) = self.owing(j, token).await?;
        if owes != Owes::SetUp || self.factors(j, &person).await?.any() {
            return Err(Problem::SignedOut);
        }
        Ok(person)
    }
}
