//! Browsers in which somebody has signed in before. Their tries are counted apart from those of everybody else, so that
//! whoever guesses at a name, from whatever address, keeps nobody out who has been in. A mark is good in one jurisdiction
//! and until the password changes.

use crate::{Office, Problem};
use store::Person;
use subtle::ConstantTimeEq as _;

impl Office {
    /// Under which name the mark of a person lies in a browser: several people may use one.
    pub fn device_name(&self, login: &str) -> String {
        let hash = self.hash("device name", login.trim());
        format!("device-{}", hash.get(..12).unwrap_or_default())
    }

    /// A mark for a browser in which this person has just signed in: the one it has, as long as it is good. `None` where
    /// there is no such person.
    ///
    /// # Errors
    /// The store's.
    pub async fn device_mark(
        &self,
        j: &str,
        login: &str,
        earlier: Option<&str>,
    ) -> Result<Option<String>, Problem> {
        let Some(person) = self.store().person_by_login(j, login.trim()).await? else {
            return Ok(None);
        };
        if self.known_device(j, &person, earlier).await?.is_some() {
            return Ok(earlier.map(str::to_owned));
        }
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        let signature = self.device_signature(j, &person, &id).await?;
        Ok(Some(format!("{id}.{signature}")))
    }

    /// Whether the mark is one of ours for this person; its id.
    pub(crate) async fn known_device<'a>(
        &self,
        j: &str,
        person: &Person,
        mark: Option<&'a str>,
    ) -> Result<Option<&'a str>, Problem> {
        let Some((id, signature)) = mark.and_then(|mark| mark.split_once('.')) else {
            return Ok(None);
        };
        let ours = self.device_signature(j, person, id).await?;
        let fits = bool::from(ours.as_bytes().ct_eq(signature.as_bytes()));
        Ok(fits.then_some(id))
    }

    /// Over the hash of the password itself: it is sealed anew whenever anything else about the person changes.
    async fn device_signature(&self, j: &str, person: &Person, id: &str) -> Result<String, Problem> {
        let password = self.password_hash(j, person).await?.unwrap_or_default();
        let signed = format!("{j}\n{}\n{password}\n{id}", person.login);
        Ok(self.hash("device", &signed))
    }
}
