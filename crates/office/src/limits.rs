//! What may come from one address within an hour, beside the tries of passwords and codes: one-time codes, which cost
//! money and ring phones, and messages. Counted in the database, so that several processes count together.

use crate::{Office, Problem};
use calendar::Instant;

/// One-time codes asked for from one address: families and waiting rooms share one.
const CODES_OF_ADDRESS: u64 = 30;
/// Messages with a name from one address: whole villages go through one at a phone company.
const MESSAGES_OF_ADDRESS: u64 = 240;
/// Messages without a name from one address.
const NAMELESS_OF_ADDRESS: u64 = 30;
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

impl Office {
    /// Sends a one-time code to a phone, asked for from an address.
    ///
    /// # Errors
    /// As [`Office::send_code`]; [`Problem::Throttled`] after too many from this address.
    pub async fn send_code_from(&self, j: &str, phone: &str, address: &str) -> Result<(), Problem> {
        crate::verify::mobile_number(phone)?;
        self.count_code(j, address).await?;
        self.send_code(j, phone).await
    }

    /// Counts a one-time code that is asked for from an address.
    pub(crate) async fn count_code(&self, j: &str, address: &str) -> Result<(), Problem> {
        self.count_of(j, "code", address, CODES_OF_ADDRESS).await
    }

    /// Counts a message that comes from an address, with or without a name.
    ///
    /// # Errors
    /// [`Problem::Throttled`] after too many.
    pub async fn count_message(&self, j: &str, address: &str, named: bool) -> Result<(), Problem> {
        let (what, most) = if named {
            ("message", MESSAGES_OF_ADDRESS)
        } else {
            ("nameless", NAMELESS_OF_ADDRESS)
        };
        self.count_of(j, what, address, most).await
    }

    async fn count_of(&self, j: &str, what: &str, address: &str, most: u64) -> Result<(), Problem> {
        if address.is_empty() {
            return Ok(());
        }
        self.count_in_hour(j, vec![(format!("{what}//{address}"), most)])
            .await
    }

    /// Counts in buckets with their limits within the hour by the clock.
    pub(crate) async fn count_in_hour(&self, j: &str, buckets: Vec<(String, u64)>) -> Result<(), Problem> {
        self.count_within(j, buckets, HOUR_MS, self.now()).await
    }

    /// Counts in buckets with their limits within the day by the clock.
    pub(crate) async fn count_in_day(&self, j: &str, buckets: Vec<(String, u64)>) -> Result<(), Problem> {
        self.count_within(j, buckets, DAY_MS, self.now()).await
    }

    /// Refuses where a bucket of the day is full; counts nothing.
    pub(crate) async fn within_day(&self, j: &str, bucket: &str, most: u64) -> Result<(), Problem> {
        let day = window(self.now(), DAY_MS);
        if self.store().attempts(j, bucket, day).await? < most {
            Ok(())
        } else {
            Err(Problem::Throttled(day.plus_ms(DAY_MS)))
        }
    }

    /// Counts in buckets with their limits, and refuses the one beyond a limit until the window of this length ends. What
    /// one bucket refuses is not counted in those behind it.
    pub(crate) async fn count_within(
        &self,
        j: &str,
        buckets: Vec<(String, u64)>,
        length: i64,
        now: Instant,
    ) -> Result<(), Problem> {
        let window = window(now, length);
        if self.store().count_attempts(j.to_owned(), buckets, window).await? {
            Ok(())
        } else {
            Err(Problem::Throttled(window.plus_ms(length)))
        }
    }
}

/// When the window of this length began in which it is now.
fn window(now: Instant, length: i64) -> Instant {
    Instant::from_ms(now.ms() - now.ms().rem_euclid(length))
}
