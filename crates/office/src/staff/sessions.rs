//! The sessions of a person: looked at and ended by that person, or all ended by the administrator.

use crate::{Office, Problem};
use calendar::Instant;
use case::{Actor, PersonId};

/// A session, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// Names it on the page; opens nothing.
    pub id: String,
    /// Begun, UTC milliseconds.
    pub begun: Instant,
    /// Used last.
    pub seen: Instant,
    /// Address of the connection.
    pub address: String,
    /// What the browser said of itself.
    pub browser: String,
    /// What was shown: `password`, `code`, `recovery`, `sign-on`, `first`.
    pub way: String,
    /// Whether it is the one that asks.
    pub own: bool,
}

impl Office {
    /// The sessions of a person that are not over; `token` is the one that asks.
    ///
    /// # Errors
    /// The store's.
    pub async fn sessions(
        &self,
        j: &str,
        person: &PersonId,
        token: &str,
    ) -> Result<Vec<SessionLine>, Problem> {
        let own = self.hash("session", token);
        let found = self.store().sessions_of(j, person, self.now()).await?;
        let line = |session: store::Session| SessionLine {
            own: session.token_hash == own,
            id: session.token_hash,
            begun: session.created,
            seen: session.last_seen,
            address: session.origin.address,
            browser: session.origin.browser,
            way: session.origin.way,
        };
        Ok(found.into_iter().map(line).collect())
    }

    /// Ends one session of a person.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where it is none of this person's.
    pub async fn end_own_session(&self, j: &str, person: &PersonId, id: &str) -> Result<(), Problem> {
        let ended = self
            .store()
            .end_session_of(j.to_owned(), person.clone(), id.to_owned())
            .await?;
        if ended { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// Ends all sessions of a person but the one that asks.
    ///
    /// # Errors
    /// The store's.
    pub async fn end_other_sessions(&self, j: &str, person: &PersonId, token: &str) -> Result<u64, Problem> {
        let own = self.hash("session", token);
        Ok(self
            .store()
            .end_other_sessions(j.to_owned(), person.clone(), own)
            .await?)
    }

    /// The administrator ends all sessions of somebody.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::NotFound`] where there is no such person.
    pub async fn end_sessions_of(&self, j: &str, who: &Actor, login: &str) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let person = self.store().person_by_login(j, login).await?;
        let person = person.ok_or(Problem::NotFound)?;
        Ok(self.store().end_sessions_of(j.to_owned(), person.id).await?)
    }
}
