//! Opening a citizen's personal data: with a reason, recorded before it shows.

use crate::access;
use crate::{Office, Problem};
use case::access::Wish;
use case::{Actor, CaseNumber, PersonId};
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};
use store::{Append, Commit, CommitError};

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

/// The event of an opening, version 1. The reason tells of the case, and is sealed under its key.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    pub(crate) number: CaseNumber,
    pub(crate) person: PersonId,
    pub(crate) reason: Sealed,
    /// The address from which it was asked, sealed under the key of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Sealed>,
}

impl Office {
    /// Opens name, phone, id number and address of a case's citizen. Who, which case and why is recorded first.
    ///
    /// # Errors
    /// [`Problem::Invalid`] without a reason that explains; [`Problem::NotFound`] where the person may not see the case.
    pub async fn open_person(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        reason: &str,
    ) -> Result<OpenedCitizen, Problem> {
        let loaded = self.load(j, who, Wish::OpenPerson, number).await?;
        let reason = crate::filled::reason(reason)?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let citizen = loaded.case.citizen.clone().ok_or(Problem::NotFound)?;
        let key = self.key(j, &citizen.key).await?.ok_or(Problem::Destroyed)?;
        self.record_opening(j, number, person, reason).await?;
        let open = |place: &str, text: &Sealed| key.open(place, text);
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
        person: &PersonId,
        reason: &str,
    ) -> Result<(), Problem> {
        let key = KeyId::new(crate::keys::case_key(number.as_str()));
        let key = self.key(j, &key).await?.ok_or(Problem::NotFound)?;
        let opening = Opening {
            number: number.clone(),
            person: person.clone(),
            reason: self.sealed(&key, "reason", reason)?,
            from: match access::from() {
                Some(from) => {
                    let office = self.office_key(j).await?;
                    Some(self.seal(&office, "from", &from))
                }
                None => None,
            },
        };
        let stream = format!("{}{number}", access::PREFIX);
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, &stream).await?;
            let event = crate::stored::event("open-person", 1, now, &opening)?;
            let mut commit = Commit::new(j, now);
            commit
                .changes
                .push(access::opening_row(&stream, expected + 1, now, &opening));
            commit.streams.push(Append {
                stream: stream.clone(),
                expected,
                events: vec![event],
            });
            match self.commit(commit).await {
                Ok(_) => return Ok(()),
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Opening;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_an_opening_is_read() {
        for line in include_str!("../../samples/access-1.jsonl").lines() {
            let opening: Opening = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&opening).unwrap(), line);
        }
    }
}
