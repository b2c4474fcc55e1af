//! What everybody may read, and cases that are handled with another.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::rows::case_row;
use crate::sql::query;
use calendar::Instant;
use case::CaseNumber;
use case::rows::CaseRow;

/// The last line of a page of what is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAfter {
    /// Since when it is public or hidden, UTC milliseconds.
    pub at: Instant,
    /// Its number.
    pub number: CaseNumber,
}

operation! {
    /// Cases that are public, or were and are hidden, the newest first.
    scan fn public_list(c, jurisdiction: &str, after: Option<&PublicAfter>, limit: u32) -> Vec<CaseRow> {
        let mut text = "SELECT * FROM case_row WHERE jurisdiction = $1 AND public > 0".to_owned();
        if after.is_some() {
            text += &format!(" AND (public_at, number) < {}", Places::after(2).list(2));
        }
        text += " ORDER BY public_at DESC, number DESC LIMIT $2";
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        if let Some(after) = after {
            query = query.bind(after.at.ms()).bind(after.number.as_str());
        }
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// Cases that are handled with this one, by number.
    read fn merged_with(c, jurisdiction: &str, number: &CaseNumber) -> Vec<CaseNumber> {
        let rows = query("SELECT number FROM case_row WHERE jurisdiction = $1 AND merged_into = $2 ORDER BY number")
            .bind(jurisdiction)
            .bind(number.as_str())
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(number_of).collect()
    }
}

fn number_of(row: &impl Columns) -> Result<CaseNumber, StoreError> {
    Ok(row.text("number")?.into())
}
