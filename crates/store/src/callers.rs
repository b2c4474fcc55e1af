//! Whose number a case came from, as a keyed hash: finds earlier cases of a caller.

use crate::columns::Columns;
use crate::sql::query;
use case::CaseNumber;

operation! {
    /// The keyed hash of the phone of a case's citizen; `None` where none is known, or the person's key was destroyed.
    read fn caller(c, jurisdiction: &str, number: &CaseNumber) -> Option<String> {
        let row =
            query("SELECT phone_hash FROM caller WHERE jurisdiction = $1 AND number = $2")
                .bind(jurisdiction)
                .bind(number.as_str())
                .fetch_optional(&mut *c)
                .await?;
        row.map(|row| row.text("phone_hash")).transpose()
    }
}
