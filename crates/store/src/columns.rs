//! Reading columns by name, the same way from rows of both engines.

use crate::StoreError;
use calendar::Instant;
use jiff::civil::Date;
use sqlx::Row;

/// A row of either engine.
pub(crate) trait Columns {
    fn maybe_text(&self, name: &str) -> Result<Option<String>, StoreError>;
    fn maybe_bytes(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
    fn maybe_number(&self, name: &str) -> Result<Option<i64>, StoreError>;

    fn text(&self, name: &str) -> Result<String, StoreError> {
        self.maybe_text(name)?.ok_or_else(|| empty(name))
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        self.maybe_bytes(name)?.ok_or_else(|| empty(name))
    }

    fn number(&self, name: &str) -> Result<i64, StoreError> {
        self.maybe_number(name)?.ok_or_else(|| empty(name))
    }

    /// A whole number that is never negative and fits its type.
    fn count<N: TryFrom<i64>>(&self, name: &str) -> Result<N, StoreError> {
        N::try_from(self.number(name)?).map_err(|_| StoreError::Corrupt(format!("{name} is out of range")))
    }

    fn instant(&self, name: &str) -> Result<Instant, StoreError> {
        Ok(Instant::from_ms(self.number(name)?))
    }

    fn maybe_instant(&self, name: &str) -> Result<Option<Instant>, StoreError> {
        Ok(self.maybe_number(name)?.map(Instant::from_ms))
    }

    fn flag(&self, name: &str) -> Result<bool, StoreError> {
        Ok(self.number(name)? != 0)
    }

    fn maybe_day(&self, name: &str) -> Result<Option<Date>, StoreError> {
        let day = |text: String| {
            text.parse()
                .map_err(|_| StoreError::Corrupt(format!("{name} is no day")))
        };
        self.maybe_text(name)?.map(day).transpose()
    }

    fn day(&self, name: &str) -> Result<Date, StoreError> {
        self.maybe_day(name)?
            .ok_or_else(|| StoreError::Corrupt(format!("{name} is no day")))
    }

    fn maybe_json<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreError> {
        let read = |text: String| {
            serde_json::from_str(&text).map_err(|e| StoreError::Corrupt(format!("{name}: {e}")))
        };
        self.maybe_text(name)?.map(read).transpose()
    }

    fn json<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, StoreError> {
        self.maybe_json(name)?.ok_or_else(|| empty(name))
    }
}

fn empty(name: &str) -> StoreError {
    StoreError::Corrupt(format!("{name} is empty"))
}

impl Columns for sqlx::postgres::PgRow {
    fn maybe_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.try_get(name)?)
    }

    fn maybe_bytes(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.try_get(name)?)
    }

    fn maybe_number(&self, name: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get(name)?)
    }
}

/// As JSON text, for sealed fields.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::Corrupt(e.to_string()))
}

/// A count as both engines store it.
pub(crate) fn stored(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
