//! Units with their dates.

use crate::columns::Columns;
use crate::sql::query;
use crate::{StoreError, Unit};
use case::UnitId;
use jiff::civil::Date;

operation! {
    /// The units there are on a day, by id.
    read fn units(c, jurisdiction: &str, day: Date) -> Vec<Unit> {
        let rows = query(
            "SELECT * FROM unit_row WHERE jurisdiction = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day > $2)
             ORDER BY id",
        )
        .bind(jurisdiction)
        .bind(day.to_string())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(unit).collect()
    }
}

operation! {
    /// A unit as it is on a day.
    read fn unit(c, jurisdiction: &str, id: &UnitId, day: Date) -> Option<Unit> {
        let row = query(
            "SELECT * FROM unit_row WHERE jurisdiction = $1 AND id = $2 AND from_day <= $3
                 AND (to_day IS NULL OR to_day > $3)
             ORDER BY from_day DESC LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(id.as_str())
        .bind(day.to_string())
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(unit).transpose()
    }
}

operation! {
    /// Every unit that there ever was or will be, each as it is between two days.
    read fn units_ever(c, jurisdiction: &str) -> Vec<Unit> {
        let rows = query("SELECT * FROM unit_row WHERE jurisdiction = $1 ORDER BY id, from_day")
            .bind(jurisdiction)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(unit).collect()
    }
}

fn unit(row: &impl Columns) -> Result<Unit, StoreError> {
    Ok(Unit {
        id: row.text("id")?.into(),
        zh: row.text("zh")?,
        en: row.text("en")?,
        kind: row.text("kind")?,
        parent: row.maybe_text("parent")?.map(Into::into),
        territory: row.maybe_text("territory")?,
        duties: row
            .text("duties")?
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        from: row.day("from_day")?,
        to: row.maybe_day("to_day")?,
    })
}
