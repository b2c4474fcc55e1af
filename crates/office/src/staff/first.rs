//! The first administrator comes in by a one-time link that the first run prints.

use super::origin::Origin;
use super::session::{Begun, Opened};
use crate::directory::{Entry, PersonEntry, PostEntry, day_of};
use crate::{Office, Problem};
use store::{CodeTried, Holder, OneTimeCode, UsedCode};

const PURPOSE: &str = "first-administrator";
/// The link is good for three days.
const GOOD_MS: i64 = 3 * 24 * 3_600_000;
/// Nobody guesses 256 bits, so tries are as good as not limited: a limit within reach would let anybody burn the link.
const TRIES: u64 = u64::MAX / 2;

impl Office {
    /// A one-time link for the first administrator; `None` where somebody is there already.
    ///
    /// # Errors
    /// The store's.
    pub async fn first_link(&self, j: &str) -> Result<Option<String>, Problem> {
        if !self.store().people(j, None, 1).await?.is_empty() {
            return Ok(None);
        }
        let token = self.chance().token();
        let code = OneTimeCode {
            purpose: PURPOSE.to_owned(),
            key_hash: "first".to_owned(),
            code_hash: self.hash(PURPOSE, &token),
            expires: self.now().plus_ms(GOOD_MS),
        };
        self.store().put_code(j.to_owned(), code).await?;
        Ok(Some(format!("{}/desk/first/{token}", self.url_of(j).await?)))
    }

    /// Whether a first administrator is still to come: after that every first link is over.
    ///
    /// # Errors
    /// The store's.
    pub async fn awaits_first(&self, j: &str) -> Result<bool, Problem> {
        Ok(self.store().people(j, None, 1).await?.is_empty())
    }

    /// Makes the first administrator and signs them in.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where the link was used, is out of date, or somebody is there already.
    pub async fn first_administrator(
        &self,
        j: &str,
        token: &str,
        login: &str,
        name: &str,
        password: &str,
        origin: Origin<'_>,
    ) -> Result<Opened, Problem> {
        let now = self.now();
        if !self.store().people(j, None, 1).await?.is_empty() {
            return Err(Problem::WrongSecret);
        }
        let hash = self.hash(PURPOSE, token);
        let tried = self
            .store()
            .try_code(
                j.to_owned(),
                PURPOSE.to_owned(),
                "first".to_owned(),
                hash.clone(),
                now,
                TRIES,
            )
            .await?;
        if tried != CodeTried::Right {
            return Err(Problem::WrongSecret);
        }
        for (field, value) in [("login", login), ("name", name)] {
            if crate::says_nothing(value) {
                return Err(Problem::field(field, "field-empty"));
            }
            crate::administer::one_line(field, value.trim(), 64)?;
        }
        if !crate::administer::is_login(login.trim()) {
            return Err(Problem::field("login", "field-login-odd"));
        }
        let password = self
            .new_password(j, "password", password, &[login.trim(), name.trim()])
            .await?;
        let person = PersonEntry {
            id: "administrator".to_owned(),
            login: login.trim().to_owned(),
            name: name.trim().to_owned(),
            password: Some(password),
            email: None,
            phone: None,
            active: true,
        };
        let post = PostEntry {
            person: person.id.clone(),
            role: case::access::ADMINISTRATOR.to_owned(),
            unit: None,
            from: day_of(now),
            to: None,
        };
        let id = case::PersonId::from(person.id.clone());
        let code = UsedCode {
            purpose: PURPOSE.to_owned(),
            key_hash: "first".to_owned(),
            code_hash: hash,
        };
        let entries = vec![Entry::Person(person), Entry::Post(post)];
        match self.enter_with(j, "system", entries, Some(code)).await {
            // Somebody was quicker with the same link.
            Err(Problem::Invalid(_)) => return Err(Problem::WrongSecret),
            entered => entered?,
        }
        let owes = self.owed(j, &id).await?;
        let begun = Begun::by(Holder::Person(id), origin.stored("first"));
        self.open_session(j, begun.owing(owes)).await
    }
}
