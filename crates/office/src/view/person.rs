//! Opening a citizen's personal data: with a reason, recorded before it shows.

use crate::{Office, Problem};
use case::access::Wish;
use case::{Actor, CaseNumber};
use seal::Sealed;
use serde::Serialize;
use store::{Append, Commit, CommitError, NewEvent};

/// The citizen in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedCitizen {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// Resident id number, where given.
    pub id_number: Option<String>,
    /// Address, where given.
    pub address: Option<String>,
}

#[derive(Debug, Serialize)]
struct Opening<'a> {
    number: &'a str,
    person: &'a str,
    reason: &'a Sealed,
}

impl Office {
    /// Opens name, phone, id number and address of a case's citizen. Who, which case and why is recorded first.
    ///
    /// # Errors
    /// [`Problem::Invalid`] without a reason; [`Problem::NotFound`] where the person may not see the case.
    pub async fn open_person(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        reason: &str,
    ) -> Result<OpenedCitizen, Problem> {
        let loaded = self.load(j, who, Wish::OpenPerson, number).await?;
        if reason.trim().chars().count() < 2 {
            return Err(Problem::field("reason", "field-empty"));
        }
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let citizen = loaded.case.citizen.ok_or(Problem::NotFound)?;
        let key = self.key(j, &citizen.key).await?.ok_or(Problem::NotFound)?;
        self.record_opening(j, number, person.as_str(), reason).await?;
        let open = |place: &str, text: &Sealed| seal::open(&key.key, place, text);
        Ok(OpenedCitizen {
            name: open("name", &citizen.name)?,
            phone: open("phone", &citizen.phone)?,
            id_number: citizen
                .id_number
                .as_ref()
                .map(|n| open("id_number", n))
                .transpose()?,
            address: citizen.address.as_ref().map(|a| open("address", a)).transpose()?,
        })
    }

    async fn record_opening(
        &self,
        j: &str,
        number: &CaseNumber,
        person: &str,
        reason: &str,
    ) -> Result<(), Problem> {
        let office = self.office_key(j).await?;
        let reason = self.sealed(&office, "reason", reason)?;
        let stream = format!("access/{number}");
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, &stream).await?;
            let opening = Opening {
                number: number.as_str(),
                person,
                reason: &reason,
            };
            let event = NewEvent {
                kind: "open-person".to_owned(),
                version: 1,
                at: now,
                bytes: serde_json::to_vec(&opening)?,
            };
            let mut commit = Commit::new(j, now);
            commit.streams.push(Append {
                stream: stream.clone(),
                expected,
                events: vec![event],
            });
            match self.store().commit(commit).await {
                Ok(_) => return Ok(()),
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
