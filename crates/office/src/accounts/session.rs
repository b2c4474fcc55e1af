//! Who is in an account.

use super::contact::Contact;
use crate::{Office, Problem};
use store::Holder;

/// An account that was opened in a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountSigned {
    /// Keyed hash of its contact.
    pub(crate) id: String,
    /// Phone or mail address; for nobody but its owner.
    pub contact: Contact,
}

impl Office {
    /// The account that a token opens.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where the session is over, or is of no account.
    pub async fn account_signed(&self, j: &str, token: &str) -> Result<AccountSigned, Problem> {
        let now = self.now();
        let hash = self.hash("session", token);
        let day = crate::directory::day_of(now);
        let found = self.store().signed(j, &hash, now, day).await?;
        let session = found.ok_or(Problem::SignedOut)?.session;
        let Holder::Account(id) = &session.holder else {
            return Err(Problem::SignedOut);
        };
        self.touch(j, hash, &session).await?;
        let account = self.store().account(j, id).await?.ok_or(Problem::SignedOut)?;
        let key = self.key(j, &account.address.key).await?;
        let key = key.ok_or(Problem::SignedOut)?;
        let contact = Contact::read(&key.open("account", &account.address)?)?;
        Ok(AccountSigned {
            id: account.id,
            contact,
        })
    }

    /// Ends all sessions of an account, in whatever browser.
    ///
    /// # Errors
    /// The store's.
    pub async fn leave_account(&self, j: &str, account: &AccountSigned) -> Result<u64, Problem> {
        let ended = self
            .store()
            .end_sessions_of_account(j.to_owned(), account.id.clone());
        Ok(ended.await?)
    }

    /// Closes an account for its owner. The cases stay with the office, and number and check code open them as before;
    /// those for which the phone was verified are there again if the phone opens an account anew.
    ///
    /// # Errors
    /// The store's.
    pub async fn close_account(&self, j: &str, account: &AccountSigned) -> Result<(), Problem> {
        let closed = self.store().close_account(j.to_owned(), account.id.clone());
        Ok(closed.await?)
    }
}
