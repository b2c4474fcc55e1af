//! What is held for a form that was not taken yet: files that were right while something else was not, and what was typed when
//! a session had lapsed. It is sealed under a key that is made of a token which only the form holds and of who may have it
//! back; so nobody else can open it, the office neither, and a backup has none of it. It is over after hours.

use crate::accounts::AccountSigned;
use crate::staff::Signed;
use crate::{Office, Problem};
use case::Actor;
use store::{Held, Holder, Room};

/// So long it waits for its form.
const WAIT_MS: i64 = 2 * 3_600_000;
/// And so long once the form was taken: a form that arrives twice finds it.
const USED_MS: i64 = 10 * 60_000;
/// So long a session that lapsed says whose it was.
const LAPSED_MS: i64 = 24 * 3_600_000;
/// Two forms full of files from one place, twenty from all.
const ROOM: Room = Room {
    of_one: 105 << 20,
    of_all: 1050 << 20,
};
/// Of all of it browsers of nobody in particular leave so much to people who were signed in.
const LEFT: u64 = 350 << 20;
/// What is smaller counts as so many bytes: so there are never very many.
const LEAST: u64 = 16 << 10;
/// Of what both the name and the key are made.
const PURPOSE: &str = "held";

/// Who may have back what is held: the holder of a session, whatever session it is.
fn reader(holder: &Holder) -> String {
    match holder {
        Holder::Person(person) => format!("person:{person}"),
        Holder::Citizen(number) => format!("case:{number}"),
        Holder::Account(id) => format!("account:{id}"),
    }
}

impl Signed {
    /// Who they are for what is held for them.
    pub fn reader(&self) -> String {
        match (&self.actor, &self.case) {
            (Actor::Staff { person, .. }, _) => reader(&Holder::Person(person.clone())),
            (_, Some(number)) => reader(&Holder::Citizen(number.clone())),
            _ => String::new(),
        }
    }
}

impl AccountSigned {
    /// Who they are for what is held for them.
    pub fn reader(&self) -> String {
        reader(&Holder::Account(self.id.clone()))
    }
}

impl Office {
    /// Whose session lapsed not long ago: one that somebody ended is nobody's.
    ///
    /// # Errors
    /// The store's.
    pub async fn lapsed(&self, j: &str, token: &str) -> Result<Option<String>, Problem> {
        let since = self.now().plus_ms(-LAPSED_MS);
        let hash = self.hash("session", token);
        let holder = self.store().lapsed_session(j, &hash, since).await?;
        Ok(holder.as_ref().map(reader))
    }

    /// Holds something for `reader`; the token that opens it, or nothing where there is no room for it now. `from` is whose
    /// room it takes.
    pub async fn keep_aside(&self, j: &str, from: &str, reader: &str, content: &[u8]) -> Option<String> {
        let token = self.chance().token();
        let name = format!("{reader}\n{token}");
        let id = self.hash(PURPOSE, &name);
        let sealed = self.seal_bytes(&self.key_of(PURPOSE, &name), &id, content);
        let held = Held {
            whose: self.hash(PURPOSE, from),
            expires: self.now().plus_ms(WAIT_MS),
            bytes: (sealed.len() as u64).max(LEAST),
            content: sealed,
            id,
        };
        let left = if reader.starts_with("browser:") { LEFT } else { 0 };
        let room = Room {
            of_all: ROOM.of_all - left,
            ..ROOM
        };
        match self.store().hold(j.to_owned(), held, room, self.now()).await {
            Ok(held) => held.then_some(token),
            // whoever typed something loses no more than they would without this
            Err(error) => {
                tracing::warn!(%error, "nothing can be held for a form");
                None
            }
        }
    }

    /// What is held under a token, for whoever it is held for; nothing for anybody else, and nothing once it is over.
    ///
    /// # Errors
    /// The store's.
    pub async fn kept_aside(&self, j: &str, reader: &str, token: &str) -> Result<Option<Vec<u8>>, Problem> {
        let name = format!("{reader}\n{token}");
        let id = self.hash(PURPOSE, &name);
        let Some(sealed) = self.store().held(j, &id, self.now()).await? else {
            return Ok(None);
        };
        Ok(Some(self.key_of(PURPOSE, &name).open_bytes(&id, &sealed)?))
    }

    /// The form was taken: what waited for it waits no longer.
    ///
    /// # Errors
    /// The store's.
    pub async fn aside_was_used(&self, j: &str, reader: &str, token: &str) -> Result<(), Problem> {
        let id = self.hash(PURPOSE, &format!("{reader}\n{token}"));
        let until = self.now().plus_ms(USED_MS);
        Ok(self.store().hold_until(j.to_owned(), id, until).await?)
    }
}
