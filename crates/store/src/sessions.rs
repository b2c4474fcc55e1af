//! Who is signed in: staff, a citizen with an account, or one who follows one case.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::{CaseNumber, PersonId, Post};
use jiff::civil::Date;

/// Whose session it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A member of staff.
    Person(PersonId),
    /// Whoever showed number and check code of a case.
    Citizen(CaseNumber),
    /// Whoever showed a code sent to the phone or mail address of an account, by its id.
    Account(String),
}

/// From where a session was begun, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Address of the connection.
    pub address: String,
    /// What the browser said of itself.
    pub browser: String,
    /// What was shown: `password`, `code`, `recovery`, `sign-on`, `first`.
    pub way: String,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token that the browser holds.
    pub token_hash: String,
    /// Whose.
    pub holder: Holder,
    /// What forms must carry.
    pub csrf: String,
    /// Begun, UTC milliseconds.
    pub created: Instant,
    /// Last used.
    pub last_seen: Instant,
    /// The first instant at which it is over.
    pub ends: Instant,
    /// From where it was begun, and how.
    pub origin: Origin,
    /// What is still owed before it opens anything; empty where nothing is.
    pub owes: String,
}

/// A session with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The session.
    pub session: Session,
    /// Name of the member of staff; `None` where nobody active holds it.
    pub name: Option<String>,
    /// The posts held.
    pub posts: Vec<Post>,
}

operation! {
    /// Begins a session, and forgets the attempts of a bucket: the right secret was given.
    write fn open_session(c, jurisdiction: String, session: Session, attempts: Option<String>) -> () {
        if let Some(bucket) = &attempts {
            query("DELETE FROM attempt WHERE jurisdiction = $1 AND bucket = $2")
                .bind(&jurisdiction)
                .bind(bucket)
                .execute(&mut *c)
                .await?;
        }
        let (person, case_number, account) = match &session.holder {
            Holder::Person(id) => (Some(id.as_str()), None, None),
            Holder::Citizen(number) => (None, Some(number.as_str()), None),
            Holder::Account(id) => (None, None, Some(id.as_str())),
        };
        query(
            "INSERT INTO session (jurisdiction, token_hash, person, case_number, csrf, created, last_seen, ends, address,
                 browser, way, owes, account)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(jurisdiction)
        .bind(&session.token_hash)
        .bind(person)
        .bind(case_number)
        .bind(&session.csrf)
        .bind(session.created.ms())
        .bind(session.last_seen.ms())
        .bind(session.ends.ms())
        .bind(&session.origin.address)
        .bind(&session.origin.browser)
        .bind(&session.origin.way)
        .bind(&session.owes)
        .bind(account)
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// The session of a token, unless it is over, with the name of an active member of staff and the posts held on
    /// a day.
    read fn signed(c, jurisdiction: &str, token_hash: &str, now: Instant, day: Date) -> Option<Signed> {
        let rows = query(
            "SELECT s.*, p.name, o.role, o.unit FROM session s
             LEFT JOIN person_row p ON p.jurisdiction = s.jurisdiction AND p.id = s.person AND p.active = 1
             LEFT JOIN post_row o ON o.jurisdiction = s.jurisdiction AND o.person = s.person AND o.from_day <= $4
                 AND (o.to_day IS NULL OR o.to_day > $4)
             WHERE s.jurisdiction = $1 AND s.token_hash = $2 AND s.ends > $3 ORDER BY o.role, o.unit, o.from_day",
        )
        .bind(jurisdiction)
        .bind(token_hash)
        .bind(now.ms())
        .bind(day.to_string())
        .fetch_all(&mut *c)
        .await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let mut posts: Vec<Post> = vec![];
        for row in &rows {
            let Some(role) = row.maybe_text("role")? else { continue };
            let unit = row.maybe_text("unit")?.filter(|unit| !unit.is_empty()).map(Into::into);
            let post = Post { role, unit };
            if posts.last() != Some(&post) {
                posts.push(post);
            }
        }
        Ok(Some(Signed { session: session(first)?, name: first.maybe_text("name")?, posts }))
    }
}

operation! {
    /// Whose session a token was, where it ended after `since` and nothing was owed: a form that was sent too late is theirs.
    read fn lapsed_session(c, jurisdiction: &str, token_hash: &str, since: Instant) -> Option<Holder> {
        let row = query("SELECT * FROM session WHERE jurisdiction = $1 AND token_hash = $2 AND ends > $3 AND owes = ''")
            .bind(jurisdiction)
            .bind(token_hash)
            .bind(since.ms())
            .fetch_optional(&mut *c)
            .await?;
        row.map(|row| Ok(session(&row)?.holder)).transpose()
    }
}

operation! {
    /// The sessions of a person that are not over, the one used last first.
    read fn sessions_of(c, jurisdiction: &str, person: &PersonId, now: Instant) -> Vec<Session> {
        let rows = query(
            "SELECT * FROM session WHERE jurisdiction = $1 AND person = $2 AND ends > $3
             ORDER BY last_seen DESC, token_hash",
        )
        .bind(jurisdiction)
        .bind(person.as_str())
        .bind(now.ms())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(session).collect()
    }
}

operation! {
    /// Notes that a session was used, and when it will be over now.
    write fn touch_session(c, jurisdiction: String, token_hash: String, now: Instant, ends: Instant) -> () {
        query(
            "UPDATE session SET last_seen = $3, ends = $4
             WHERE jurisdiction = $1 AND token_hash = $2 AND last_seen < $3 AND ends > $3",
        )
        .bind(jurisdiction)
        .bind(token_hash)
        .bind(now.ms())
        .bind(ends.ms())
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// Ends a session.
    write fn end_session(c, jurisdiction: String, token_hash: String) -> () {
        query("DELETE FROM session WHERE jurisdiction = $1 AND token_hash = $2")
            .bind(jurisdiction)
            .bind(token_hash)
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}

operation! {
    /// Ends a session of this person, and of nobody else; whether it was there.
    write fn end_session_of(c, jurisdiction: String, person: PersonId, token_hash: String) -> bool {
        let ended = query("DELETE FROM session WHERE jurisdiction = $1 AND person = $2 AND token_hash = $3")
            .bind(jurisdiction)
            .bind(person.as_str())
            .bind(token_hash)
            .execute(&mut *c)
            .await?;
        Ok(ended == 1)
    }
}

operation! {
    /// Ends every session of a person but one.
    write fn end_other_sessions(c, jurisdiction: String, person: PersonId, kept: String) -> u64 {
        query("DELETE FROM session WHERE jurisdiction = $1 AND person = $2 AND token_hash <> $3")
            .bind(jurisdiction)
            .bind(person.as_str())
            .bind(kept)
            .execute(&mut *c)
            .await
    }
}

operation! {
    /// Ends every session of a person: the password changed, or the person left.
    write fn end_sessions_of(c, jurisdiction: String, person: PersonId) -> () {
        query("DELETE FROM session WHERE jurisdiction = $1 AND person = $2")
            .bind(jurisdiction)
            .bind(person.as_str())
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}

operation! {
    /// Ends every session of an account; how many there were.
    write fn end_sessions_of_account(c, jurisdiction: String, account: String) -> u64 {
        query("DELETE FROM session WHERE jurisdiction = $1 AND account = $2")
            .bind(jurisdiction)
            .bind(account)
            .execute(&mut *c)
            .await
    }
}

fn session(row: &impl Columns) -> Result<Session, StoreError> {
    let named = |name| row.maybe_text(name);
    let holder = match (named("person")?, named("case_number")?, named("account")?) {
        (Some(person), None, None) => Holder::Person(person.into()),
        (None, Some(number), None) => Holder::Citizen(number.into()),
        (None, None, Some(id)) => Holder::Account(id),
        _ => return Err(StoreError::Corrupt("a session of nobody".to_owned())),
    };
    Ok(Session {
        token_hash: row.text("token_hash")?,
        holder,
        csrf: row.text("csrf")?,
        created: row.instant("created")?,
        last_seen: row.instant("last_seen")?,
        ends: row.instant("ends")?,
        origin: Origin {
            address: row.text("address")?,
            browser: row.text("browser")?,
            way: row.text("way")?,
        },
        owes: row.text("owes")?,
    })
}
