//! That somebody came in, or tried to: kept in the access log, and told to the person where it is unusual.

use super::origin::Origin;
use crate::access::Look;
use crate::notice::{Payload, Word};
use crate::{Office, Problem};
use calendar::Instant;
use case::PersonId;
use store::{Commit, NewOutbox, Person};

/// For how long people see what happened on their account page.
const SHOWN_MS: i64 = 30 * 24 * 3_600_000;

/// What a person ought to know of: a try that failed, or a browser that was new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInLine {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Whether it failed.
    pub failed: bool,
    /// From which address.
    pub address: String,
    /// How often within a second or so.
    pub times: u32,
}

impl Office {
    /// Notes that somebody tried to sign in, and was not let in. Of an unknown name nothing is kept: people type their
    /// passwords there.
    pub(crate) fn failed(&self, j: &str, person: Option<&PersonId>, origin: Origin<'_>) {
        self.knocked(j, person, Look::SignInFailed, origin.address);
    }

    /// Notes that somebody is in. From a browser in which they were never, they are told, unless it is the first time at
    /// all, or the first with a password that somebody else set.
    ///
    /// # Errors
    /// The store's.
    pub async fn arrived(&self, j: &str, login: &str, origin: Origin<'_>) -> Result<(), Problem> {
        let Some(person) = self.store().person_by_login(j, login.trim()).await? else {
            return Ok(());
        };
        let known = self.known_device(j, &person, origin.device).await?.is_some();
        let before = self.was_in(j, &person).await?;
        let first = self.store().credential_used(j, &before).await?.is_none();
        self.came(j, &person, before, known || first, origin.address)
            .await
    }

    /// Keeps under `before` that a person is in, and notes it; tells them where the way is not known.
    async fn came(
        &self,
        j: &str,
        person: &Person,
        before: String,
        known: bool,
        address: &str,
    ) -> Result<(), Problem> {
        self.store()
            .touch_credential(j.to_owned(), before, self.now())
            .await?;
        if known {
            self.knocked(j, Some(&person.id), Look::SignIn, address);
            return Ok(());
        }
        self.knocked(j, Some(&person.id), Look::SignInNew, address);
        self.tell_account(j, person, Word::NewBrowser).await
    }

    /// Under what it is kept that a person was in with the password they have now.
    async fn was_in(&self, j: &str, person: &Person) -> Result<String, Problem> {
        let hash = self.password_hash(j, person).await?.unwrap_or_default();
        Ok(format!("was-in/{}/{}", person.id, self.hash("was in", &hash)))
    }

    /// Keeps that a person is in with the password that they have just set: the next browser is none of the first.
    pub(super) async fn is_in(&self, j: &str, id: &PersonId) -> Result<(), Problem> {
        let person = self.person(j, id).await?;
        let before = self.was_in(j, &person).await?;
        self.store()
            .touch_credential(j.to_owned(), before, self.now())
            .await?;
        Ok(())
    }

    /// Notes that a person signed in from a program, which is no browser and known by its address alone. From one where
    /// no program of theirs was before, they are told.
    ///
    /// # Errors
    /// The store's.
    pub async fn arrived_by_program(&self, j: &str, login: &str, address: &str) -> Result<(), Problem> {
        let Some(person) = self.store().person_by_login(j, login.trim()).await? else {
            return Ok(());
        };
        let origin = Origin {
            address,
            ..Origin::default()
        };
        let from = self.hash("was in from", &origin.counted());
        let before = format!("was-in-program/{}/{from}", person.id);
        let known = self.store().credential_used(j, &before).await?.is_some();
        self.came(j, &person, before, known, address).await
    }

    /// Tells a person by mail of what happened to their way in, where there is an address and a mail server.
    pub(super) async fn tell_account(&self, j: &str, person: &Person, says: Word) -> Result<(), Problem> {
        if person.email.is_none() || !self.code_ways().email || self.is_silent() {
            return Ok(());
        }
        let payload = Payload::Word {
            person: person.id.clone(),
            says,
            page: "/desk/account".to_owned(),
        };
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.outbox.push(NewOutbox {
            id: format!("account/{}/{}", person.id, self.chance().token()),
            due: now,
            kind: "told".to_owned(),
            payload: serde_json::to_vec(&payload)?,
        });
        self.commit(commit).await?;
        Ok(())
    }

    /// Tells a person that their second factor was changed, by them or in their name.
    pub(super) async fn tell_changed(&self, j: &str, person: &PersonId) -> Result<(), Problem> {
        match self.store().person(j, person).await? {
            Some(person) => self.tell_account(j, &person, Word::WayInChanged).await,
            None => Ok(()),
        }
    }

    /// What happened at the door of a person within thirty days that they ought to look at, the newest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn unusual_sign_ins(
        &self,
        j: &str,
        person: &PersonId,
        most: u32,
    ) -> Result<Vec<SignInLine>, Problem> {
        self.store_views().await?;
        let since = self.now().plus_ms(-SHOWN_MS);
        let kinds = [Look::SignInFailed, Look::SignInNew].map(Look::as_str);
        let rows = self.store().looks_of(j, person, kinds, since, most).await?;
        let key = self.office_key(j).await?;
        let line = |row: store::AccessRow| SignInLine {
            at: row.at,
            failed: row.what == Look::SignInFailed.as_str(),
            address: row
                .place
                .and_then(|place| seal::open(&key.key, "from", &place).ok())
                .unwrap_or_default(),
            times: row.times,
        };
        Ok(rows.into_iter().map(line).collect())
    }
}
