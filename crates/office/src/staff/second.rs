//! The second factor: an authenticator that shows codes, and recovery codes for the day on which it is lost. Secrets are
//! sealed under the key of the person, recovery codes kept as hashes. A code works once.

mod factors;
mod recovery_codes;
mod set_up;

pub use factors::Factors;

use super::origin::Origin;
use super::session::{Begun, Opened};
use crate::credentials::{Credential, Entered, Held};
use crate::directory::{day_of, staff_key_id};
use crate::{Office, Problem};
use case::PersonId;
use credentials::{base32, totp};
use seal::Sealed;
use store::{Holder, Person};

/// Wrong codes within a quarter of an hour. Only who knows the password comes here, so they keep nobody else out.
const TRIES: u64 = 10;
/// The same over all addresses, for browsers in which the person was never in: whoever has many addresses guesses no
/// faster for it.
const TRIES_ANYWHERE: u64 = 30;
const PLACE: &str = "authenticator";

/// What a session owes before it opens anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owes {
    /// A code of the authenticator, or a recovery code.
    Code,
    /// To set up an authenticator or a passkey, because a role asks for one.
    SetUp,
    /// A password of their own, in place of the one that the administrator gave.
    Password,
}

impl Owes {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::SetUp => "set-up",
            Self::Password => "password",
        }
    }

    fn named(word: &str) -> Option<Self> {
        [Self::Code, Self::SetUp, Self::Password]
            .into_iter()
            .find(|owes| owes.word() == word)
    }
}

/// An authenticator as it is offered: nothing is stored until it has shown its first code.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The secret as it is typed.
    pub secret: String,
    /// The address that it reads from a QR code.
    pub address: String,
    /// The offer sealed, to come back with the first code.
    pub kept: String,
}

impl Office {
    /// Who holds a session that still owes something.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where there is no such session, or it owes nothing.
    pub async fn owing(&self, j: &str, token: &str) -> Result<(PersonId, Owes), Problem> {
        let now = self.now();
        let found = self
            .store()
            .signed(j, &self.hash("session", token), now, day_of(now))
            .await?;
        let signed = found
            .filter(|signed| signed.name.is_some())
            .ok_or(Problem::SignedOut)?;
        match (signed.session.holder, Owes::named(&signed.session.owes)) {
            (Holder::Person(person), Some(owes)) => Ok((person, owes)),
            _ => Err(Problem::SignedOut),
        }
    }

    /// Offers an authenticator to a person. `issuer` is what it will show beside the name.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is no such person.
    pub async fn offer_authenticator(
        &self,
        j: &str,
        person: &PersonId,
        issuer: &str,
    ) -> Result<Offer, Problem> {
        let secret: [u8; totp::SECRET] = self.chance().bytes();
        let key = self.made_key(j, &staff_key_id(person.as_str())).await?;
        let kept = self.seal(&key, PLACE, &crate::chance::hex(&secret));
        self.offer(j, person, issuer, &secret, serde_json::to_string(&kept)?)
            .await
    }

    /// The same offer again, for a form that comes back.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where it was not made for this person.
    pub async fn offered_again(
        &self,
        j: &str,
        person: &PersonId,
        issuer: &str,
        kept: &str,
    ) -> Result<Offer, Problem> {
        let (secret, _) = self.opened_offer(j, person, kept).await?;
        self.offer(j, person, issuer, &secret, kept.to_owned()).await
    }

    async fn offer(
        &self,
        j: &str,
        person: &PersonId,
        issuer: &str,
        secret: &[u8],
        kept: String,
    ) -> Result<Offer, Problem> {
        let person = self.store().person(j, person).await?.ok_or(Problem::NotFound)?;
        Ok(Offer {
            secret: base32::grouped(&base32::encode(secret)),
            address: totp::address(issuer, &person.login, secret),
            kept,
        })
    }

    /// Takes the authenticator that was offered, once it has shown a code; the recovery codes, which are shown this
    /// once. Earlier ones are worth nothing from now on.
    ///
    /// # Errors
    /// A fault of `code` where it does not fit; [`Problem::Throttled`] after too many tries.
    pub async fn take_authenticator(
        &self,
        j: &str,
        person: &PersonId,
        kept: &str,
        code: &str,
    ) -> Result<Vec<String>, Problem> {
        let now = self.now();
        self.count(j, vec![(format!("second/{person}"), TRIES)], now)
            .await?;
        let (secret, sealed) = self.opened_offer(j, person, kept).await?;
        let step = totp::accepted(&secret, code, now.ms(), None);
        let step = step.ok_or_else(|| Problem::field("code", "field-second-wrong"))?;
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        let taken = Entered {
            by: person.to_string(),
            id: id.clone(),
            person: person.to_string(),
            active: true,
            what: Credential::Totp { secret: sealed },
        };
        let (codes, recovery) = self.fresh_recovery(person);
        let mut entered = self.ended(j, person, person.as_str(), false).await?;
        entered.extend([taken, recovery]);
        self.enter_credentials(j, entered).await?;
        self.store().use_credential(j.to_owned(), id, now, step).await?;
        self.tell_changed(j, person).await?;
        Ok(codes)
    }

    /// New recovery codes in place of the earlier ones; they are shown this once.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person has no second factor.
    pub async fn new_recovery_codes(&self, j: &str, person: &PersonId) -> Result<Vec<String>, Problem> {
        let held = self.held(j, person).await?;
        if !held.iter().any(is_factor) {
            return Err(Problem::NotFound);
        }
        let earlier = held.into_iter();
        let earlier = earlier.filter(|one| matches!(one.what, Credential::Recovery { .. }));
        let mut entered: Vec<Entered> = earlier.map(|one| one.ended(person.as_str())).collect();
        let (codes, recovery) = self.fresh_recovery(person);
        entered.push(recovery);
        self.enter_credentials(j, entered).await?;
        Ok(codes)
    }

    /// Takes the second factor away from a person.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn drop_factors(&self, j: &str, person: &PersonId, by: &str) -> Result<(), Problem> {
        let entered = self.ended(j, person, by, true).await?;
        if entered.is_empty() {
            return Ok(());
        }
        self.enter_credentials(j, entered).await?;
        self.tell_changed(j, person).await
    }

    /// Shows the code that a session owes; the session that takes its place.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where the code does not fit; [`Problem::Throttled`] after too many tries.
    pub async fn show_second(
        &self,
        j: &str,
        token: &str,
        code: &str,
        origin: Origin<'_>,
    ) -> Result<Opened, Problem> {
        let (person, owes) = self.owing(j, token).await?;
        if owes != Owes::Code {
            return Err(Problem::SignedOut);
        }
        let person = self.store().person(j, &person).await?.ok_or(Problem::SignedOut)?;
        let way = self.show_code(j, &person, code, origin).await?;
        self.in_place_of(j, token, person.id, origin.stored(way)).await
    }

    /// A session in place of one that owed something: the token is another, and the old one is over. Whoever came by a
    /// password that was given owes one of their own next.
    pub(crate) async fn in_place_of(
        &self,
        j: &str,
        token: &str,
        person: PersonId,
        origin: store::Origin,
    ) -> Result<Opened, Problem> {
        let given = match self.store().person(j, &person).await? {
            Some(person) => self.is_given(j, &person).await?,
            None => false,
        };
        let begun = Begun::by(Holder::Person(person), origin);
        let opened = self
            .open_session(j, begun.owing(given.then_some(Owes::Password)))
            .await?;
        self.sign_out(j, token).await?;
        Ok(opened)
    }

    /// Tries a code of the authenticator or a recovery code; which it was.
    pub(super) async fn show_code(
        &self,
        j: &str,
        person: &Person,
        code: &str,
        origin: Origin<'_>,
    ) -> Result<&'static str, Problem> {
        let now = self.now();
        let id = &person.id;
        let buckets = match self.known_device(j, person, origin.device).await? {
            Some(device) => vec![(format!("second/{id}/device/{device}"), TRIES)],
            None => vec![
                (format!("second/{id}/{}", origin.counted()), TRIES),
                (format!("second/{id}/anywhere"), TRIES_ANYWHERE),
            ],
        };
        self.count(j, buckets, now).await?;
        for one in self.held(j, &person.id).await? {
            match &one.what {
                Credential::Totp { secret } => {
                    let Some(key) = self.key(j, &secret.key).await? else {
                        continue;
                    };
                    let secret = hex::decode(seal::open(&key.key, PLACE, secret)?)
                        .map_err(|error| Problem::Corrupt(error.to_string()))?;
                    let used = self.store().credential_used(j, &one.id).await?;
                    let used = used.map(|(_, step)| step);
                    if let Some(step) = totp::accepted(&secret, code, now.ms(), used)
                        && self
                            .store()
                            .use_credential(j.to_owned(), one.id, now, step)
                            .await?
                    {
                        return Ok("code");
                    }
                }
                Credential::Recovery { hashes } => {
                    let given = self.recovery_hash(&person.id, code);
                    if hashes.contains(&given)
                        && self
                            .store()
                            .use_credential(j.to_owned(), used_id(&one, &given), now, 1)
                            .await?
                    {
                        return Ok("recovery");
                    }
                }
                Credential::Passkey { .. } | Credential::SignOn { .. } | Credential::Key { .. } => {}
            }
        }
        self.failed(j, Some(id), origin);
        Err(Problem::WrongSecret)
    }

    /// Authenticator and recovery codes of a person, passkeys where they are meant too, as taken no more.
    async fn ended(
        &self,
        j: &str,
        person: &PersonId,
        by: &str,
        passkeys: bool,
    ) -> Result<Vec<Entered>, Problem> {
        let held = self.held(j, person).await?.into_iter();
        let ours = held.filter(|one| match one.what {
            Credential::Totp { .. } | Credential::Recovery { .. } => true,
            Credential::Passkey { .. } => passkeys,
            Credential::SignOn { .. } | Credential::Key { .. } => false,
        });
        Ok(ours.map(|one| one.ended(by)).collect())
    }

    async fn opened_offer(
        &self,
        j: &str,
        person: &PersonId,
        kept: &str,
    ) -> Result<(Vec<u8>, Sealed), Problem> {
        let sealed: Sealed = serde_json::from_str(kept).map_err(|_| Problem::WrongSecret)?;
        let id = staff_key_id(person.as_str());
        if sealed.key != id {
            return Err(Problem::WrongSecret);
        }
        let key = self.made_key(j, &id).await?;
        let secret = seal::open(&key.key, PLACE, &sealed).map_err(|_| Problem::WrongSecret)?;
        let secret = hex::decode(secret).map_err(|_| Problem::WrongSecret)?;
        Ok((secret, sealed))
    }
}

/// Whether it is a second factor.
fn is_factor(one: &Held) -> bool {
    matches!(one.what, Credential::Totp { .. } | Credential::Passkey { .. })
}

/// Under which name it is noted that a recovery code was used.
fn used_id(held: &Held, hash: &str) -> String {
    format!("{}/{hash}", held.id)
}
