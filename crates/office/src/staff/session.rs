//! Sessions lie in the database; the browser holds a token of 256 bits, the database its hash.

use crate::{Office, Problem};
use calendar::Instant;
use case::{Actor, CaseNumber, PersonId, Post};
use store::{Holder, Session};

/// Without use a session is over after two hours.
pub const SESSION_IDLE_MS: i64 = 2 * 3_600_000;
/// In use it is over after twelve hours, a long shift.
pub const SESSION_MOST_MS: i64 = 12 * 3_600_000;
/// The last use is written down at most once a minute.
const TOUCH_MS: i64 = 60_000;

/// A session as it was opened: what the browser gets.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Goes into the cookie; stored nowhere.
    pub token: String,
    /// Goes into forms.
    pub csrf: String,
    /// The first instant at which it is over at the latest, UTC milliseconds.
    pub ends: Instant,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// As the rules see them.
    pub actor: Actor,
    /// Name of staff.
    pub name: Option<String>,
    /// The case that a citizen follows.
    pub case: Option<CaseNumber>,
    /// What forms must carry.
    pub csrf: String,
}

impl Signed {
    /// The member of staff, if it is one.
    pub fn person(&self) -> Option<&PersonId> {
        match &self.actor {
            Actor::Staff { person, .. } => Some(person),
            _ => None,
        }
    }

    /// The posts held today.
    pub fn posts(&self) -> &[Post] {
        match &self.actor {
            Actor::Staff { posts, .. } => posts,
            _ => &[],
        }
    }
}

impl Office {
    /// Opens a session; the attempts of this bucket are forgotten with it.
    pub(crate) async fn open_session(
        &self,
        j: &str,
        holder: Holder,
        idle_ms: i64,
        attempts: Option<String>,
    ) -> Result<Opened, Problem> {
        let now = self.now();
        let opened = Opened {
            token: self.chance().token(),
            csrf: self.chance().token(),
            ends: now.plus_ms(SESSION_MOST_MS),
        };
        let session = Session {
            token_hash: self.hash("session", &opened.token),
            holder,
            csrf: opened.csrf.clone(),
            created: now,
            last_seen: now,
            ends: now.plus_ms(idle_ms),
        };
        self.store().open_session(j.to_owned(), session, attempts).await?;
        Ok(opened)
    }

    /// Who holds this token, with the posts of today.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where the session is over or was never there.
    pub async fn signed(&self, j: &str, token: &str) -> Result<Signed, Problem> {
        let now = self.now();
        let hash = self.hash("session", token);
        let day = crate::directory::day_of(now);
        let found = self.store().signed(j, &hash, now, day).await?;
        let store::Signed { session, name, posts } = found.ok_or(Problem::SignedOut)?;
        if now.ms() - session.last_seen.ms() > TOUCH_MS {
            let most = session.created.plus_ms(SESSION_MOST_MS);
            let ends = now.plus_ms(SESSION_IDLE_MS).min(most);
            self.store().touch_session(j.to_owned(), hash, now, ends).await?;
        }
        match session.holder {
            Holder::Citizen(number) => Ok(Signed {
                actor: Actor::Citizen(Some(number.clone())),
                name: None,
                case: Some(number),
                csrf: session.csrf,
            }),
            Holder::Person(id) => {
                let name = name.ok_or(Problem::SignedOut)?;
                Ok(Signed {
                    actor: Actor::Staff { person: id, posts },
                    name: Some(name),
                    case: None,
                    csrf: session.csrf,
                })
            }
        }
    }

    /// Ends a session.
    ///
    /// # Errors
    /// The store's.
    pub async fn sign_out(&self, j: &str, token: &str) -> Result<(), Problem> {
        let hash = self.hash("session", token);
        Ok(self.store().end_session(j.to_owned(), hash).await?)
    }
}
