//! What people show beside their password, keys of machines, links to a sign-on service: events of the stream
//! `credentials`, and the rows folded from them. Secrets stand in them sealed or hashed.

mod stored;

pub(crate) use stored::fold;
pub(crate) use stored::{Credential, Entered};

use crate::{Office, Problem};
use case::PersonId;
use store::{Append, Commit, CommitError, CredentialRow};

/// The stream of a jurisdiction's credentials.
pub(crate) const STREAM: &str = "credentials";

/// A credential as it stands.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) id: String,
    pub(crate) person: PersonId,
    pub(crate) what: Credential,
    pub(crate) active: bool,
}

impl Held {
    fn of(row: CredentialRow) -> Result<Self, Problem> {
        Ok(Self {
            what: serde_json::from_str(&row.credential)?,
            id: row.id,
            person: row.person,
            active: row.active,
        })
    }

    /// The same, to be entered again.
    pub(crate) fn entered(self, by: &str) -> Entered {
        Entered {
            by: by.to_owned(),
            id: self.id,
            person: self.person.as_str().to_owned(),
            active: self.active,
            what: self.what,
        }
    }

    /// The same, taken no more.
    pub(crate) fn ended(self, by: &str) -> Entered {
        Entered {
            active: false,
            ..self.entered(by)
        }
    }
}

impl Office {
    /// What a person can show now.
    pub(crate) async fn held(&self, j: &str, person: &PersonId) -> Result<Vec<Held>, Problem> {
        let rows = self.store().credentials_of(j, person).await?;
        rows.into_iter().map(Held::of).collect()
    }

    /// The credential with this id, taken still or not.
    pub(crate) async fn held_as(&self, j: &str, id: &str) -> Result<Option<Held>, Problem> {
        self.store().credential(j, id).await?.map(Held::of).transpose()
    }

    /// All of a kind, the last changed first.
    pub(crate) async fn held_of_kind(&self, j: &str, kind: &str) -> Result<Vec<Held>, Problem> {
        let rows = self.store().credentials_of_kind(j, kind).await?;
        rows.into_iter().map(Held::of).collect()
    }

    /// Enters credentials, or that they are taken no more: events and rows in one commit.
    pub(crate) async fn enter_credentials(&self, j: &str, entered: Vec<Entered>) -> Result<(), Problem> {
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, STREAM).await?;
            let mut commit = Commit::new(j, now);
            let mut events = Vec::with_capacity(entered.len());
            for (one, seq) in entered.iter().zip(expected + 1..) {
                commit.changes.push(one.row(seq)?);
                events.push(crate::stored::event(one.what.word(), stored::VERSION, now, one)?);
            }
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected,
                events,
            });
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    return Ok(());
                }
            }
        }
    }
}
