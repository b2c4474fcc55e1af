//! Hashes of the check codes that citizens hold beside their numbers.

use crate::columns::Columns;
use crate::sql::query;
use case::CaseNumber;

operation! {
    /// The hash of the check code of a case.
    read fn check_code_hash(c, jurisdiction: &str, number: &CaseNumber) -> Option<String> {
        let row =
            query("SELECT hash FROM check_code WHERE jurisdiction = $1 AND number = $2")
                .bind(jurisdiction)
                .bind(number.as_str())
                .fetch_optional(&mut *c)
                .await?;
        row.map(|row| row.text("hash")).transpose()
    }
}
