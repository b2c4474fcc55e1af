//! Who read what: one row for each view, for the auditor.

use crate::StoreError;
use crate::columns::{Columns, json, stored};
use crate::places::Places;
use crate::sql::{Query, query};
use calendar::Instant;
use case::{CaseNumber, PersonId};
use seal::Sealed;

/// One view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRow {
    /// The stream of the event that holds it.
    pub stream: String,
    /// Position of the event.
    pub seq: u64,
    /// Position in the event.
    pub n: u32,
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Who; nobody for the citizen of the case.
    pub person: Option<PersonId>,
    /// What.
    pub what: String,
    /// Which case.
    pub number: Option<CaseNumber>,
    /// From which address.
    pub place: Option<Sealed>,
    /// Why.
    pub reason: Option<Sealed>,
    /// How often.
    pub times: u32,
}

/// Which views are wanted; all by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccessFilter {
    /// Only those of this person.
    pub person: Option<PersonId>,
    /// Only those of this case.
    pub number: Option<CaseNumber>,
    /// At or after, UTC milliseconds.
    pub from: Option<Instant>,
    /// Before, UTC milliseconds.
    pub to: Option<Instant>,
}

/// The last line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessAfter {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Its stream.
    pub stream: String,
    /// Position of its event.
    pub seq: u64,
    /// Position in the event.
    pub n: u32,
}

operation! {
    /// A page of views, the newest first, from behind `after`.
    scan fn access_rows(
        c,
        jurisdiction: &str,
        filter: &AccessFilter,
        after: Option<&AccessAfter>,
        limit: u32,
    ) -> Vec<AccessRow> {
        let mut places = Places::after(2);
        let mut text = "SELECT * FROM access_row WHERE jurisdiction = $1".to_owned();
        let mut and = |there: bool, condition: &str| {
            if there {
                text += &format!(" AND {condition} {}", places.next());
            }
        };
        and(filter.person.is_some(), "person =");
        and(filter.number.is_some(), "number =");
        and(filter.from.is_some(), "at >=");
        and(filter.to.is_some(), "at <");
        if after.is_some() {
            text += &format!(" AND (at, stream, seq, n) < {}", places.list(4));
        }
        text += " ORDER BY at DESC, stream DESC, seq DESC, n DESC LIMIT $2";
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        if let Some(person) = &filter.person {
            query = query.bind(person.as_str());
        }
        if let Some(number) = &filter.number {
            query = query.bind(number.as_str());
        }
        for wanted in [filter.from, filter.to].into_iter().flatten() {
            query = query.bind(wanted.ms());
        }
        if let Some(after) = after {
            query = query.bind(after.at.ms()).bind(&after.stream).bind(stored(after.seq)).bind(i64::from(after.n));
        }
        query.fetch_all(&mut *c).await?.iter().map(access_row).collect()
    }
}

operation! {
    /// What of two kinds is known of a person since a time, the newest first.
    read fn looks_of(
        c,
        jurisdiction: &str,
        person: &PersonId,
        kinds: [&str; 2],
        since: Instant,
        limit: u32,
    ) -> Vec<AccessRow> {
        let [one, other] = kinds;
        let rows = query(
            "SELECT * FROM access_row WHERE jurisdiction = $1 AND person = $2 AND what IN ($3, $4) AND at >= $5
             ORDER BY at DESC, stream DESC, seq DESC, n DESC LIMIT $6",
        )
        .bind(jurisdiction)
        .bind(person.as_str())
        .bind(one)
        .bind(other)
        .bind(since.ms())
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(access_row).collect()
    }
}

fn access_row(row: &impl Columns) -> Result<AccessRow, StoreError> {
    Ok(AccessRow {
        stream: row.text("stream")?,
        seq: row.count("seq")?,
        n: row.count("n")?,
        at: row.instant("at")?,
        person: row.maybe_text("person")?.map(Into::into),
        what: row.text("what")?,
        number: row.maybe_text("number")?.map(Into::into),
        place: row.maybe_json("place")?,
        reason: row.maybe_json("reason")?,
        times: row.count("times")?,
    })
}

/// Enters one view; what stands there already stays.
pub(crate) fn put<'q>(jurisdiction: &'q str, row: &'q AccessRow) -> Result<Query<'q>, StoreError> {
    Ok(query(
        "INSERT INTO access_row (jurisdiction, stream, seq, n, at, person, what, number, place, reason, times)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING",
    )
    .bind(jurisdiction)
    .bind(&row.stream)
    .bind(stored(row.seq))
    .bind(i64::from(row.n))
    .bind(row.at.ms())
    .bind(row.person.as_ref().map(|person| person.as_str()))
    .bind(&row.what)
    .bind(row.number.as_ref().map(|number| number.as_str()))
    .bind(row.place.as_ref().map(json).transpose()?)
    .bind(row.reason.as_ref().map(json).transpose()?)
    .bind(i64::from(row.times)))
}
