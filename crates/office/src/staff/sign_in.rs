//! Signing in with login and password, with limited tries.

use super::origin::Origin;
use super::session::{Begun, Opened};
use crate::{Office, Problem};
use seal::Sealed;
use store::{Holder, Person};

/// Tries under one name from one address, or from one browser in which this person signed in before, within a quarter
/// of an hour. Nobody else is held up by them.
const TRIES: u64 = 10;
/// Tries from one address within a quarter of an hour: an office behind one address signs in together in the morning.
const TRIES_OF_ADDRESS: u64 = 300;

/// What somebody shows.
#[derive(Debug, Clone, Copy)]
pub struct SignIn<'a> {
    /// Name to sign in with.
    pub login: &'a str,
    /// Password.
    pub password: &'a str,
    /// Code of an authenticator or a recovery code, where it comes along at once.
    pub code: Option<&'a str>,
    /// From where.
    pub origin: Origin<'a>,
}

impl Office {
    /// Signs a member of staff in. Who has a second factor, or must have one, gets a session that owes it, unless the
    /// code came along.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] whether name, password or code is wrong; [`Problem::Throttled`] after too many tries.
    pub async fn sign_in(&self, j: &str, given: SignIn<'_>) -> Result<Opened, Problem> {
        let now = self.now();
        let login = given.login.trim();
        let person = self.store().person_by_login(j, login).await?.filter(|p| p.active);
        let (bucket, buckets) = self
            .sign_in_buckets(j, login, person.as_ref(), given.origin)
            .await?;
        self.count(j, buckets, now).await?;
        let fits = self.password_fits(j, person.as_ref(), given.password).await?;
        let Some(person) = person.clone().filter(|_| fits) else {
            self.failed(j, person.as_ref().map(|person| &person.id), given.origin);
            return Err(Problem::WrongSecret);
        };
        let owes = self.owed(j, &person.id).await?;
        let (owes, way) = match (owes, given.code) {
            (Some(super::Owes::Code), Some(code)) => {
                let way = self.show_code(j, &person, code, given.origin).await?;
                (None, way)
            }
            (owes, _) => (owes, "password"),
        };
        let owes = match owes {
            None if self.is_given(j, &person).await? => Some(super::Owes::Password),
            owes => owes,
        };
        let begun = Begun::by(Holder::Person(person.id), given.origin.stored(way));
        self.open_session(j, begun.owing(owes).forgetting(bucket)).await
    }

    /// Whether the password is that of the person; takes as long where there is nobody.
    pub(crate) async fn password_fits(
        &self,
        j: &str,
        person: Option<&Person>,
        password: &str,
    ) -> Result<bool, Problem> {
        let hash = match person {
            Some(person) => self.password_hash(j, person).await?,
            None => None,
        };
        self.fits(password, hash.as_deref()).await
    }

    /// The hash of somebody's password. Where its key was destroyed there is none, and nobody signs in any more.
    pub(super) async fn password_hash(&self, j: &str, person: &Person) -> Result<Option<String>, Problem> {
        let kept = self.kept_hash(j, person).await?;
        Ok(kept.map(|hash| super::given::plain(&hash).to_owned()))
    }

    /// The same as it is kept, with what says that somebody else gave the password.
    pub(super) async fn kept_hash(&self, j: &str, person: &Person) -> Result<Option<String>, Problem> {
        let sealed: Option<Sealed> = person.password.as_deref().map(serde_json::from_str).transpose()?;
        self.staff_text(j, "staff password", sealed.as_ref()).await
    }

    /// Where tries are counted: the bucket that the right password empties, and all of them. Tries from a browser that
    /// is known count there alone: others behind the same address cannot use up what this person has.
    async fn sign_in_buckets(
        &self,
        j: &str,
        login: &str,
        person: Option<&Person>,
        origin: Origin<'_>,
    ) -> Result<(String, Vec<(String, u64)>), Problem> {
        let name = self.hash("login", login);
        if let Some(person) = person
            && let Some(device) = self.known_device(j, person, origin.device).await?
        {
            let bucket = format!("sign-in/{name}/device/{device}");
            return Ok((bucket.clone(), vec![(bucket, TRIES)]));
        }
        let address = origin.counted();
        let bucket = format!("sign-in/{name}/{address}");
        let of_address = (format!("sign-in//{address}"), TRIES_OF_ADDRESS);
        Ok((bucket.clone(), vec![of_address, (bucket, TRIES)]))
    }
}
