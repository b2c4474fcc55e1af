//! What people do with their own way in: change the password, put on or take off the second factor. And what the
//! administrator does for somebody who has lost it.

use super::second::Factors;
use crate::credentials::Credential;
use crate::directory::PersonEntry;
use crate::notice::Word;
use crate::{Office, Problem};
use case::{Actor, PersonId};
use seal::Sealed;
use store::Person;

/// Wrong passwords within a quarter of an hour, on pages where one is asked again.
const TRIES: u64 = 10;

/// How somebody comes in, as the administrator sees it.
#[derive(Debug, Clone)]
pub struct WayIn {
    /// Who.
    pub person: Person,
    /// Sessions that are not over.
    pub sessions: usize,
    /// The second factor.
    pub factors: Factors,
    /// Whether a sign-on service names this person.
    pub linked: bool,
}

impl Office {
    /// How somebody comes in.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::NotFound`] where there is no such person.
    pub async fn way_in(&self, j: &str, who: &Actor, login: &str) -> Result<WayIn, Problem> {
        self.may_administer(j, who).await?;
        let person = self.store().person_by_login(j, login).await?;
        let person = person.ok_or(Problem::NotFound)?;
        let held = self.held(j, &person.id).await?;
        let linked = |what: &Credential| matches!(what, Credential::SignOn { .. });
        Ok(WayIn {
            sessions: self.store().sessions_of(j, &person.id, self.now()).await?.len(),
            factors: self.factors(j, &person.id).await?,
            linked: held.iter().any(|one| linked(&one.what)),
            person,
        })
    }

    /// A member of staff by id.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is no such person.
    pub async fn person(&self, j: &str, id: &PersonId) -> Result<Person, Problem> {
        self.store().person(j, id).await?.ok_or(Problem::NotFound)
    }

    /// Asks for the password again, before something that outlasts the session.
    ///
    /// # Errors
    /// A fault of `password` where it is wrong; [`Problem::Throttled`] after too many tries.
    pub async fn ask_password(&self, j: &str, person: &PersonId, password: &str) -> Result<(), Problem> {
        self.count(j, vec![(format!("password/{person}"), TRIES)], self.now())
            .await?;
        let person = self.person(j, person).await?;
        if self.password_fits(j, Some(&person), password).await? {
            Ok(())
        } else {
            Err(Problem::field("password", "field-password-wrong"))
        }
    }

    /// Changes the own password. All other sessions of the person are over.
    ///
    /// # Errors
    /// Faults of `password` and `new_password`.
    pub async fn change_password(
        &self,
        j: &str,
        id: &PersonId,
        token: &str,
        password: &str,
        new: &str,
    ) -> Result<(), Problem> {
        self.ask_password(j, id, password).await?;
        if new == password {
            return Err(Problem::field("new_password", "field-password-same"));
        }
        let person = self.person(j, id).await?;
        self.set_password(j, &person, new).await?;
        self.is_in(j, id).await?;
        self.end_other_sessions(j, id, token).await?;
        self.tell_account(j, &person, Word::WayInChanged).await
    }

    /// Takes off the own second factor, which must not be asked for by a role.
    ///
    /// # Errors
    /// A fault of `password`; [`Problem::Forbidden`] where a role asks for the factor.
    pub async fn drop_second(&self, j: &str, id: &PersonId, password: &str) -> Result<(), Problem> {
        self.ask_password(j, id, password).await?;
        if self.factors(j, id).await?.required {
            return Err(Problem::Forbidden);
        }
        self.drop_factors(j, id, id.as_str()).await
    }

    /// The administrator takes the second factor off somebody who has lost it. All their sessions are over.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::NotFound`] where there is no such person.
    pub async fn reset_second(&self, j: &str, who: &Actor, login: &str) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person: by, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let person = self.store().person_by_login(j, login).await?;
        let person = person.ok_or(Problem::NotFound)?;
        self.drop_factors(j, &person.id, by.as_str()).await?;
        Ok(self.store().end_sessions_of(j.to_owned(), person.id).await?)
    }

    /// A person as the directory takes it, from what is stored.
    pub(crate) async fn entry_of(&self, j: &str, person: &Person) -> Result<PersonEntry, Problem> {
        let password: Option<Sealed> = match person.password.as_deref() {
            Some(sealed) => Some(serde_json::from_str(sealed)?),
            None => None,
        };
        Ok(PersonEntry {
            id: person.id.as_str().to_owned(),
            login: person.login.clone(),
            name: person.name.clone(),
            password: self.staff_text(j, "staff password", password.as_ref()).await?,
            email: self.staff_text(j, "staff email", person.email.as_ref()).await?,
            phone: self.staff_text(j, "staff phone", person.phone.as_ref()).await?,
            active: person.active,
        })
    }

    /// What is sealed in a place; `None` where it is not there, or its key was destroyed.
    pub(crate) async fn staff_text(
        &self,
        j: &str,
        place: &str,
        sealed: Option<&Sealed>,
    ) -> Result<Option<String>, Problem> {
        let Some(sealed) = sealed else { return Ok(None) };
        let key = self.key(j, &sealed.key).await?;
        Ok(key.map(|key| seal::open(&key.key, place, sealed)).transpose()?)
    }
}
