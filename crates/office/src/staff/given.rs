//! A password that the administrator gave: it opens one thing, the page on which its owner takes a password of their own.
//! That it was given stands before its hash, under the same seal.

use super::origin::Origin;
use super::second::Owes;
use super::session::{Begun, Opened};
use crate::directory::Entry;
use crate::{Office, Problem};
use case::PersonId;
use store::{Holder, Person};

const GIVEN: &str = "given:";

/// The hash of a password that somebody gave to somebody else.
pub(crate) fn given(hash: &str) -> String {
    format!("{GIVEN}{hash}")
}

/// The hash of a password, whoever gave it.
pub(super) fn plain(hash: &str) -> &str {
    hash.strip_prefix(GIVEN).unwrap_or(hash)
}

impl Office {
    /// Whether somebody's password is one that was given to them.
    pub(super) async fn is_given(&self, j: &str, person: &Person) -> Result<bool, Problem> {
        let hash = self.kept_hash(j, person).await?;
        Ok(hash.is_some_and(|hash| hash.starts_with(GIVEN)))
    }

    /// Takes a person's own password in place of the one that was given; the session that takes the place of the one
    /// that owed it. All others are over: somebody else knew the password.
    ///
    /// # Errors
    /// A fault of `new_password`; [`Problem::SignedOut`] where the session owes something else.
    pub async fn replace_given(
        &self,
        j: &str,
        token: &str,
        new: &str,
        origin: Origin<'_>,
    ) -> Result<Opened, Problem> {
        let (id, owes) = self.owing(j, token).await?;
        if owes != Owes::Password {
            return Err(Problem::SignedOut);
        }
        let way = self
            .sessions(j, &id, token)
            .await?
            .into_iter()
            .find(|one| one.own);
        let way = way.map(|one| one.way).ok_or(Problem::SignedOut)?;
        let person = self.person(j, &id).await?;
        if self.password_fits(j, Some(&person), new).await? {
            return Err(Problem::field("new_password", "field-password-same"));
        }
        self.set_password(j, &person, new).await?;
        self.store().end_sessions_of(j.to_owned(), id.clone()).await?;
        let begun = Begun::by(Holder::Person(id), origin.stored(&way));
        self.open_session(j, begun).await
    }

    /// Enters the own new password of a person, if it is worth anything.
    pub(super) async fn set_password(&self, j: &str, person: &Person, new: &str) -> Result<(), Problem> {
        let mut entry = self.entry_of(j, person).await?;
        let mail = entry.email.clone().unwrap_or_default();
        let about = [person.login.as_str(), person.name.as_str(), mail.as_str()];
        entry.password = Some(self.new_password(j, "new_password", new, &about).await?);
        let by: &PersonId = &person.id;
        self.enter(j, by.as_str(), vec![Entry::Person(entry)]).await
    }
}
