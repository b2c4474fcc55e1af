//! Citizens without an account: number and check code open one case, with limited tries.

use crate::staff::session::{Begun, Opened};
use crate::{Office, Problem};
use calendar::Instant;
use case::CaseNumber;
use subtle::ConstantTimeEq as _;

/// Tries for one number from one address within a quarter of an hour.
const TRIES: u64 = 6;
/// Tries for one number from anywhere within a quarter of an hour: 40 bits stay out of reach.
const TRIES_ANYWHERE: u64 = 60;
/// No number is longer, in characters; what is need not be counted.
const LONGEST_NUMBER: usize = 64;
/// A quarter of an hour.
const WINDOW_MS: i64 = 15 * 60_000;

impl Office {
    /// Opens a session for the one case of number and check code.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] whether the number or the code is wrong; [`Problem::Throttled`] after too many tries.
    pub async fn follow(
        &self,
        j: &str,
        number: &str,
        code: &str,
        address: &str,
    ) -> Result<(CaseNumber, Opened), Problem> {
        let number = self.checked_number(j, number, code, address).await?;
        let bucket = format!("follow/{number}/{address}");
        let opened = self
            .open_session(j, Begun::by_citizen(&number).forgetting(bucket))
            .await?;
        Ok((number, opened))
    }

    /// The case of number and check code, with limited tries.
    ///
    /// # Errors
    /// As [`Office::follow`].
    pub(crate) async fn checked_number(
        &self,
        j: &str,
        number: &str,
        code: &str,
        address: &str,
    ) -> Result<CaseNumber, Problem> {
        let now = self.now();
        let number = seal::number::check(number).unwrap_or_else(|_| number.trim().to_owned());
        if number.chars().count() > LONGEST_NUMBER || number.contains(char::is_control) {
            return Err(Problem::WrongSecret);
        }
        let number = CaseNumber::from(number);
        let bucket = format!("follow/{number}/{address}");
        let anywhere = (format!("follow/{number}"), TRIES_ANYWHERE);
        self.count(j, vec![(bucket, TRIES), anywhere], now).await?;
        let given = self.check_code_hash(&number, code)?;
        let kept = self
            .store()
            .check_code_hash(j, &number)
            .await?
            .unwrap_or_default();
        if !bool::from(given.as_bytes().ct_eq(kept.as_bytes())) {
            return Err(Problem::WrongSecret);
        }
        Ok(number)
    }

    /// The case that a link in a return-visit message opens.
    ///
    /// # Errors
    /// [`Problem::WrongSecret`] where the link is unknown or out of date.
    pub async fn visit_link(&self, j: &str, token: &str) -> Result<(CaseNumber, Opened), Problem> {
        let hash = self.hash("visit link", token);
        let number = self
            .store()
            .visit_link(j, &hash, self.now())
            .await?
            .ok_or(Problem::WrongSecret)?;
        let opened = self.open_session(j, Begun::by_citizen(&number)).await?;
        Ok((number, opened))
    }

    /// Counts a try in buckets with their limits within a quarter of an hour.
    pub(crate) async fn count(
        &self,
        j: &str,
        buckets: Vec<(String, u64)>,
        now: Instant,
    ) -> Result<(), Problem> {
        self.count_within(j, buckets, WINDOW_MS, now).await
    }
}
