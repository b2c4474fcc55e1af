//! What everybody may read, and cases that are handled with another.

use crate::StoreError;
use crate::columns::Columns;
use crate::places::Places;
use crate::rows::case_row;
use crate::sql::{Value, query};
use calendar::Instant;
use case::facets::PublicFilter;
use case::rows::CaseRow;
use case::{CaseNumber, UnitId};

/// The last line of a page of what is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAfter {
    /// Since when it is public or hidden, UTC milliseconds.
    pub at: Instant,
    /// Its number.
    pub number: CaseNumber,
}

/// Which of what is public; all of it by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicOf {
    /// By unit, kind, state and place. Where one is named, what was hidden is not among them: of it nothing is told.
    pub filter: PublicFilter,
    /// Public, or hidden, at or after, UTC milliseconds.
    pub from: Option<Instant>,
    /// And before.
    pub to: Option<Instant>,
}

impl PublicOf {
    /// The rows without their order, and what its places hold behind the first two.
    fn found(&self, columns: &str, after: Option<&PublicAfter>) -> (String, Vec<Value<'static>>) {
        let mut places = Places::after(2);
        let mut values = Vec::new();
        let (mut text, at, number) = match self.filter.facet() {
            None => (
                format!("SELECT {columns} FROM case_row c WHERE c.jurisdiction = $1 AND c.public > 0"),
                "c.public_at",
                "c.number",
            ),
            Some(facet) => {
                let text = format!(
                    "SELECT {columns} FROM public_facet f
                     JOIN case_row c ON c.jurisdiction = f.jurisdiction AND c.number = f.number
                     WHERE f.jurisdiction = $1 AND f.facet = {} AND c.public = 1",
                    places.next()
                );
                values.push(facet.into());
                (text, "f.at", "f.number")
            }
        };
        for (bound, sign) in [(self.from, ">="), (self.to, "<")] {
            if let Some(bound) = bound {
                text += &format!(" AND {at} {sign} {}", places.next());
                values.push(bound.ms().into());
            }
        }
        if let Some(after) = after {
            text += &format!(" AND ({at}, {number}) < {}", places.list(2));
            values.push(after.at.ms().into());
            values.push(after.number.to_string().into());
        }
        text += &format!(" ORDER BY {at} DESC, {number} DESC LIMIT $2");
        (text, values)
    }
}

operation! {
    /// Cases that are public, or were and are hidden, the newest first.
    scan fn public_list(
        c,
        jurisdiction: &str,
        of: &PublicOf,
        after: Option<&PublicAfter>,
        limit: u32,
    ) -> Vec<CaseRow> {
        let (text, values) = of.found("c.*", after);
        let mut query = query(text).bind(jurisdiction).bind(i64::from(limit));
        query.values.extend(values);
        query.fetch_all(&mut *c).await?.iter().map(case_row).collect()
    }
}

operation! {
    /// How many there are, counted no further than `most`.
    scan fn public_count(c, jurisdiction: &str, of: &PublicOf, most: u32) -> u32 {
        let (text, values) = of.found("c.number", None);
        let text = format!("SELECT COUNT(*) AS cases FROM ({text}) found");
        let mut query = query(text).bind(jurisdiction).bind(i64::from(most));
        query.values.extend(values);
        query.fetch_one(&mut *c).await?.count("cases")
    }
}

operation! {
    /// Units that answer something which is public. It costs one look for each unit, however much is public.
    scan fn public_units(c, jurisdiction: &str) -> Vec<UnitId> {
        let rows = query(
            "SELECT DISTINCT u.id FROM unit_row u WHERE u.jurisdiction = $1 AND (
                 SELECT f.number FROM public_facet f
                 WHERE f.jurisdiction = u.jurisdiction AND f.facet = 'unit=' || u.id LIMIT 1) IS NOT NULL
             ORDER BY u.id",
        )
        .bind(jurisdiction)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(|row| Ok(row.text("id")?.into())).collect()
    }
}

operation! {
    /// How many messages came in since an instant, and how many of them were replied to. Those that accuse somebody are not
    /// counted: whoever is accused would read from the number that there is one.
    read fn lately(c, jurisdiction: &str, since: Instant) -> (u64, u64) {
        let row = query(
            "SELECT COUNT(*) AS received, COUNT(replied) AS answered FROM case_row
             WHERE jurisdiction = $1 AND received >= $2 AND accused = 0 AND history = 0",
        )
        .bind(jurisdiction)
        .bind(since.ms())
        .fetch_one(&mut *c)
        .await?;
        Ok((row.count("received")?, row.count("answered")?))
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

operation! {
    /// Some of them, by number, from behind one; those that accuse somebody alone, where these are wanted.
    read fn merged_rows(
        c,
        jurisdiction: &str,
        number: &CaseNumber,
        accusing: bool,
        after: Option<&CaseNumber>,
        limit: u32,
    ) -> Vec<CaseRow> {
        let accused = if accusing { " AND accused = 1" } else { "" };
        let rows = query(format!(
            "SELECT * FROM case_row WHERE jurisdiction = $1 AND merged_into = $2 AND number > $3{accused}
             ORDER BY number LIMIT $4"
        ))
        .bind(jurisdiction)
        .bind(number.as_str())
        .bind(after.map_or("", CaseNumber::as_str))
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(case_row).collect()
    }
}

operation! {
    /// How many are handled with this one.
    read fn merged_count(c, jurisdiction: &str, number: &CaseNumber) -> u64 {
        query("SELECT COUNT(*) AS cases FROM case_row WHERE jurisdiction = $1 AND merged_into = $2")
            .bind(jurisdiction)
            .bind(number.as_str())
            .fetch_one(&mut *c)
            .await?
            .count("cases")
    }
}

fn number_of(row: &impl Columns) -> Result<CaseNumber, StoreError> {
    Ok(row.text("number")?.into())
}
