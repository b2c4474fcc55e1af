//! One-time codes: by phone for a real name, by link for the first administrator.

use crate::StoreError;
use crate::columns::{Columns, stored};
use crate::sql::query;
use calendar::Instant;

/// A code that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTimeCode {
    /// What for.
    pub purpose: String,
    /// Keyed hash of whom it was sent to.
    pub key_hash: String,
    /// Keyed hash of the code.
    pub code_hash: String,
    /// The first instant at which it is worth nothing, UTC milliseconds.
    pub expires: Instant,
}

/// A code that a commit uses up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedCode {
    /// What it was for.
    pub purpose: String,
    /// Keyed hash of whom it was sent to.
    pub key_hash: String,
    /// Keyed hash of the code.
    pub code_hash: String,
}

/// What came of trying a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeTried {
    /// It was right. It is used up by the commit that names it.
    Right,
    /// It was wrong; so many tries are left.
    Wrong {
        /// Tries left.
        left: u64,
    },
    /// There is none that could be tried: never sent, used, expired or tried too often.
    Gone,
}

operation! {
    /// Remembers a code; an earlier one for the same purpose and receiver is worth nothing from now on.
    write fn put_code(c, jurisdiction: String, code: OneTimeCode) -> () {
        query(
            "INSERT INTO one_time_code (jurisdiction, purpose, key_hash, code_hash, expires, tries, used)
             VALUES ($1, $2, $3, $4, $5, 0, 0)
             ON CONFLICT (jurisdiction, purpose, key_hash) DO UPDATE SET
                 code_hash = excluded.code_hash, expires = excluded.expires, tries = 0, used = 0",
        )
        .bind(jurisdiction)
        .bind(&code.purpose)
        .bind(&code.key_hash)
        .bind(&code.code_hash)
        .bind(code.expires.ms())
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// Tries a code at most `tries` times, the right one among them: of many guesses at once no more count. What a right
    /// one is good for, its commit uses it up for ([`UsedCode`]), so that a broken commit leaves it as it was.
    write fn try_code(
        c,
        jurisdiction: String,
        purpose: String,
        key_hash: String,
        code_hash: String,
        now: Instant,
        tries: u64,
    ) -> CodeTried {
        let row = query(
            "UPDATE one_time_code SET tries = tries + 1
             WHERE jurisdiction = $1 AND purpose = $2 AND key_hash = $3 AND used = 0 AND expires > $4 AND tries < $5
             RETURNING tries, code_hash",
        )
        .bind(jurisdiction)
        .bind(purpose)
        .bind(key_hash)
        .bind(now.ms())
        .bind(stored(tries))
        .fetch_optional(&mut *c)
        .await?;
        let Some(row) = row else { return Ok(CodeTried::Gone) };
        if row.text("code_hash")? == code_hash {
            return Ok(CodeTried::Right);
        }
        Ok(CodeTried::Wrong { left: tries.saturating_sub(row.count("tries")?) })
    }
}

statements! {
    /// Codes within a commit.
    trait UseCodes {
        /// Whether a code can still be used. That it had not expired was asked when it was tried.
        fn code_stands(c, jurisdiction: &str, code: &UsedCode) -> Result<bool, StoreError> {
            let row = query(
                "SELECT used FROM one_time_code
                 WHERE jurisdiction = $1 AND purpose = $2 AND key_hash = $3 AND code_hash = $4 AND used = 0",
            )
            .bind(jurisdiction)
            .bind(&code.purpose)
            .bind(&code.key_hash)
            .bind(&code.code_hash)
            .fetch_optional(&mut *c)
            .await?;
            Ok(row.is_some())
        }

        /// Uses a code up; whether it was there to be used.
        fn use_code(c, jurisdiction: &str, code: &UsedCode) -> Result<bool, StoreError> {
            let used = query(
                "UPDATE one_time_code SET used = 1
                 WHERE jurisdiction = $1 AND purpose = $2 AND key_hash = $3 AND code_hash = $4 AND used = 0",
            )
            .bind(jurisdiction)
            .bind(&code.purpose)
            .bind(&code.key_hash)
            .bind(&code.code_hash)
            .execute(&mut *c)
            .await?;
            Ok(used == 1)
        }
    }
}
