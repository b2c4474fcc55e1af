//! Whom of ours the service names. At the first sign-in by the mail address or name that the administrator entered;
//! from then on by the service's own name of the person, so that a name given to somebody else later opens nothing.

use super::service::{LinkBy, SignOn};
use crate::credentials::{Credential, Entered};
use crate::{Office, Problem};
use case::{Actor, PersonId};
use credentials::id_token::Statement;
use store::Person;

/// People looked at in one go.
const PAGE: u32 = 500;

/// Whom the service names.
pub(super) enum Named {
    /// A member of staff.
    Staff(Box<Person>),
    /// Somebody of ours, who is not let in: they are not active, a machine, or somebody else at the service.
    NotLetIn(PersonId),
    /// Nobody whom we know without doubt.
    Nobody,
}

impl Office {
    /// The member of staff, where somebody active is meant without doubt.
    pub(super) async fn linked_person(
        &self,
        j: &str,
        service: &SignOn,
        stated: &Statement,
    ) -> Result<Named, Problem> {
        let id = format!(
            "sign-on:{}",
            self.hash("sign-on", &format!("{}\n{}", service.issuer, stated.subject))
        );
        if let Some(held) = self.held_as(j, &id).await?.filter(|held| held.active) {
            let machine = self.is_machine(j, &held.person).await?;
            let person = self.store().person(j, &held.person).await?;
            return Ok(match person.filter(|person| person.active && !machine) {
                Some(person) => Named::Staff(Box::new(person)),
                None => Named::NotLetIn(held.person),
            });
        }
        let found = match service.by {
            LinkBy::Login => match &stated.login {
                Some(login) => self.store().person_by_login(j, login).await?,
                None => None,
            },
            LinkBy::Email => match &stated.email {
                Some(email) => self.person_by_email(j, email).await?,
                None => None,
            },
        };
        let Some(person) = found else {
            return Ok(Named::Nobody);
        };
        // who is linked already is somebody else there
        if !person.active
            || self.is_machine(j, &person.id).await?
            || self.is_linked_to(j, &person.id, &service.issuer).await?
        {
            return Ok(Named::NotLetIn(person.id));
        }
        let link = Entered {
            by: "system".to_owned(),
            id,
            person: person.id.as_str().to_owned(),
            active: true,
            what: Credential::SignOn {
                issuer: service.issuer.clone(),
            },
        };
        self.enter_credentials(j, vec![link]).await?;
        Ok(Named::Staff(Box::new(person)))
    }

    /// Machines call with their keys; nobody signs in as one.
    async fn is_machine(&self, j: &str, person: &PersonId) -> Result<bool, Problem> {
        let held = self.held(j, person).await?;
        let key = held.iter().any(|one| matches!(one.what, Credential::Key { .. }));
        Ok(key || person.as_str().starts_with("machine-"))
    }

    async fn is_linked_to(&self, j: &str, person: &PersonId, service: &str) -> Result<bool, Problem> {
        let held = self.held(j, person).await?;
        let linked = |what: &Credential| matches!(what, Credential::SignOn { issuer } if issuer == service);
        Ok(held.iter().any(|one| linked(&one.what)))
    }

    /// The one person with this mail address; `None` where several have it.
    async fn person_by_email(&self, j: &str, email: &str) -> Result<Option<Person>, Problem> {
        let wanted = email.trim().to_lowercase();
        let mut found = None;
        let mut after: Option<PersonId> = None;
        loop {
            let page = self.store().people(j, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { return Ok(found) };
            after = Some(last.id.clone());
            for person in page {
                let email = self.staff_text(j, "staff email", person.email.as_ref()).await?;
                if person.active && email.is_some_and(|email| email.trim().to_lowercase() == wanted) {
                    if found.is_some() {
                        return Ok(None);
                    }
                    found = Some(person);
                }
            }
        }
    }

    /// The administrator undoes what links somebody to the service: who signs in there next under the address or name
    /// entered is linked anew.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::NotFound`] where there is no such person.
    pub async fn unlink_sign_on(&self, j: &str, who: &Actor, login: &str) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person: by, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let person = self.store().person_by_login(j, login).await?;
        let person = person.ok_or(Problem::NotFound)?;
        let held = self.held(j, &person.id).await?.into_iter();
        let links = held.filter(|one| matches!(one.what, Credential::SignOn { .. }));
        let ended: Vec<Entered> = links.map(|one| one.ended(by.as_str())).collect();
        if ended.is_empty() {
            return Ok(());
        }
        self.enter_credentials(j, ended).await?;
        Ok(self.store().end_sessions_of(j.to_owned(), person.id).await?)
    }
}
