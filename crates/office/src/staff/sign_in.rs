//! Signing in with login and password, with limited tries.

use super::session::{Opened, SESSION_IDLE_MS};
use crate::{Office, Problem};
use seal::Sealed;
use store::Holder;

/// Tries under one name from one address within a quarter of an hour. Other addresses are not held up by them.
const TRIES: u64 = 10;
/// Tries from one address within a quarter of an hour: an office behind one address signs in together in the morning.
const TRIES_OF_ADDRESS: u64 = 300;

impl Office {
    /// Signs a member of staff in.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] whether name or password is wrong; [`Problem::Throttled`] after too many tries.
    pub async fn sign_in(
        &self,
        j: &str,
        login: &str,
        password: &str,
        address: &str,
    ) -> Result<Opened, Problem> {
        let now = self.now();
        let login = login.trim();
        let bucket = format!("sign-in/{}/{address}", self.hash("login", login));
        let of_address = (format!("sign-in//{address}"), TRIES_OF_ADDRESS);
        self.count(j, vec![of_address, (bucket.clone(), TRIES)], now)
            .await?;
        let person = self.store().person_by_login(j, login).await?.filter(|p| p.active);
        let sealed = person.as_ref().and_then(|p| p.password.as_deref());
        let hash = match sealed {
            Some(sealed) => {
                let sealed: Sealed = serde_json::from_str(sealed)?;
                // Where the key was destroyed nobody signs in any more.
                let key = self.key(j, &sealed.key).await?;
                key.map(|key| key.open("staff password", &sealed)).transpose()?
            }
            None => None,
        };
        let fits = self.fits(password, hash.as_deref()).await?;
        let Some(person) = person.filter(|_| fits) else {
            return Err(Problem::WrongSecret);
        };
        self.open_session(j, Holder::Person(person.id), SESSION_IDLE_MS, Some(bucket))
            .await
    }
}
