//! Sessions lie in the database; the browser holds a token of 256 bits, the database its hash.

use super::second::Owes;
use crate::{Office, Problem};
use calendar::Instant;
use case::{Actor, CaseNumber, PersonId, Post};
use store::{Holder, Origin, Session};

/// The last use is written down at most once a minute.
const TOUCH_MS: i64 = 60_000;
/// How a citizen comes into an account, and into one that stays open in this browser.
pub(crate) const WAY: &str = "account";
pub(crate) const STAY: &str = "account-stay";
const DAY_MS: i64 = 24 * 3_600_000;
/// An account that stays open in a browser is closed after a month without use, and after half a year at the latest.
const STAY_IDLE_MS: i64 = 30 * DAY_MS;
const STAY_MOST_MS: i64 = 180 * DAY_MS;
/// For what is owed before a session opens anything there are ten minutes.
const OWED_MS: i64 = 10 * 60_000;

/// A session as it was opened: what the browser gets.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Goes into the cookie; stored nowhere.
    pub token: String,
    /// Goes into forms.
    pub csrf: String,
    /// The first instant at which it is over at the latest, UTC milliseconds.
    pub ends: Instant,
    /// What must be shown before it opens anything.
    pub owes: Option<Owes>,
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
    /// What the key of a machine opens; `None` for people, who may do whatever their posts allow.
    pub scopes: Option<Vec<String>>,
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

/// What a session begins with.
pub(crate) struct Begun {
    holder: Holder,
    origin: Origin,
    owes: Option<Owes>,
    forgets: Option<String>,
}

impl Begun {
    pub(crate) fn by(holder: Holder, origin: Origin) -> Self {
        Self {
            holder,
            origin,
            owes: None,
            forgets: None,
        }
    }

    /// A citizen's says nothing of where they are.
    pub(crate) fn by_citizen(number: &CaseNumber) -> Self {
        Self::by(Holder::Citizen(number.clone()), Origin::default())
    }

    /// With something to be shown first.
    pub(crate) fn owing(self, owes: Option<Owes>) -> Self {
        Self { owes, ..self }
    }

    /// Forgets the tries of a bucket: the right secret was given.
    pub(crate) fn forgetting(self, bucket: String) -> Self {
        Self {
            forgets: Some(bucket),
            ..self
        }
    }
}

impl Office {
    /// Opens a session.
    pub(crate) async fn open_session(&self, j: &str, begun: Begun) -> Result<Opened, Problem> {
        let now = self.now();
        let (idle, most) = self.session_bounds(&begun.origin.way);
        let idle = match begun.owes {
            Some(_) => OWED_MS,
            None => idle,
        };
        let opened = Opened {
            token: self.chance().token(),
            csrf: self.chance().token(),
            ends: now.plus_ms(most),
            owes: begun.owes,
        };
        let session = Session {
            token_hash: self.hash("session", &opened.token),
            holder: begun.holder,
            csrf: opened.csrf.clone(),
            created: now,
            last_seen: now,
            ends: now.plus_ms(idle.min(most)),
            origin: begun.origin,
            owes: begun.owes.map_or("", Owes::word).to_owned(),
        };
        self.store()
            .open_session(j.to_owned(), session, begun.forgets)
            .await?;
        Ok(opened)
    }

    /// Who holds this token, with the posts of today.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where the session is over or was never there, or something is still owed; or a role came
    /// since that asks for a second factor which was not shown.
    pub async fn signed(&self, j: &str, token: &str) -> Result<Signed, Problem> {
        self.known(j, token, true).await
    }

    /// The same for a page that asks by itself while nobody does anything: it keeps no session alive.
    ///
    /// # Errors
    /// As [`Office::signed`].
    pub async fn still_signed(&self, j: &str, token: &str) -> Result<Signed, Problem> {
        self.known(j, token, false).await
    }

    async fn known(&self, j: &str, token: &str, used: bool) -> Result<Signed, Problem> {
        let now = self.now();
        let hash = self.hash("session", token);
        let day = crate::directory::day_of(now);
        let found = self.store().signed(j, &hash, now, day).await?;
        let store::Signed { session, name, posts } = found.ok_or(Problem::SignedOut)?;
        if !session.owes.is_empty() {
            return Err(Problem::SignedOut);
        }
        let rules = self.sign_in_rules();
        let asked = posts.iter().any(|post| rules.second_factor.contains(&post.role));
        if asked && !matches!(session.origin.way.as_str(), "code" | "recovery" | "passkey") {
            return Err(Problem::SignedOut);
        }
        if used {
            self.touch(j, hash, &session).await?;
        } else {
            self.not_too_old(&session)?;
        }
        match session.holder {
            // an account opens its own pages and nothing else
            Holder::Account(_) => Err(Problem::SignedOut),
            Holder::Citizen(number) => Ok(Signed {
                actor: Actor::Citizen(Some(number.clone())),
                name: None,
                case: Some(number),
                csrf: session.csrf,
                scopes: None,
            }),
            Holder::Person(id) => {
                let name = name.ok_or(Problem::SignedOut)?;
                Ok(Signed {
                    actor: Actor::Staff { person: id, posts },
                    name: Some(name),
                    case: None,
                    csrf: session.csrf,
                    scopes: None,
                })
            }
        }
    }

    /// How long a session lasts without use, and at most.
    fn session_bounds(&self, way: &str) -> (i64, i64) {
        let rules = self.sign_in_rules();
        match way {
            STAY => (STAY_IDLE_MS, STAY_MOST_MS),
            _ => (rules.idle_ms, rules.most_ms),
        }
    }

    /// Settings that became shorter hold for sessions that were there before.
    fn not_too_old(&self, session: &Session) -> Result<(), Problem> {
        let (_, most) = self.session_bounds(&session.origin.way);
        if self.now() >= session.created.plus_ms(most) {
            return Err(Problem::SignedOut);
        }
        Ok(())
    }

    /// Notes that a session is used, unless it has lasted too long.
    pub(crate) async fn touch(&self, j: &str, hash: String, session: &Session) -> Result<(), Problem> {
        self.not_too_old(session)?;
        let now = self.now();
        let (idle, most) = self.session_bounds(&session.origin.way);
        let most = session.created.plus_ms(most);
        if now.ms() - session.last_seen.ms() > TOUCH_MS {
            let ends = now.plus_ms(idle).min(most);
            self.store().touch_session(j.to_owned(), hash, now, ends).await?;
        }
        Ok(())
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
