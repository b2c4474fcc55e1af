//! Who is on duty.

use crate::columns::Columns;
use crate::sql::query;
use crate::{Duty, StoreError};
use calendar::Instant;
use case::UnitId;
use case::act::OnDuty;
use std::collections::HashMap;

operation! {
    /// Who is on duty for a unit at an instant; of several active people the one whose duty began last.
    read fn on_duty(c, jurisdiction: &str, unit: &UnitId, at: Instant) -> Option<OnDuty> {
        let row = query(
            "SELECT p.id, p.name FROM roster_row r
             JOIN person_row p ON p.jurisdiction = r.jurisdiction AND p.id = r.person AND p.active = 1
             WHERE r.jurisdiction = $1 AND r.unit = $2 AND r.from_at <= $3 AND r.to_at > $3
             ORDER BY r.from_at DESC, p.id LIMIT 1",
        )
        .bind(jurisdiction)
        .bind(unit.as_str())
        .bind(at.ms())
        .fetch_optional(&mut *c)
        .await?;
        let read = |row: &_| Ok(OnDuty { person: Columns::text(row, "id")?.into(), name: Columns::text(row, "name")? });
        row.as_ref().map(read).transpose()
    }
}

operation! {
    /// Who is on duty for each unit at an instant, as [`Store::on_duty`] says it of one; units for which nobody is are not
    /// there.
    ///
    /// [`Store::on_duty`]: crate::Store::on_duty
    read fn all_on_duty(c, jurisdiction: &str, at: Instant) -> HashMap<UnitId, OnDuty> {
        let rows = query(
            "SELECT r.unit, p.id, p.name FROM roster_row r
             JOIN person_row p ON p.jurisdiction = r.jurisdiction AND p.id = r.person AND p.active = 1
             WHERE r.jurisdiction = $1 AND r.to_at > $2 AND r.from_at <= $2
             ORDER BY r.unit, r.from_at DESC, p.id",
        )
        .bind(jurisdiction)
        .bind(at.ms())
        .fetch_all(&mut *c)
        .await?;
        let mut all = HashMap::new();
        for row in &rows {
            let on_duty = OnDuty { person: row.text("id")?.into(), name: row.text("name")? };
            all.entry(row.text("unit")?.into()).or_insert(on_duty);
        }
        Ok(all)
    }
}

operation! {
    /// The duties of a unit that touch a span of time, UTC milliseconds, the first first.
    read fn roster(c, jurisdiction: &str, unit: &UnitId, from: Instant, to: Instant) -> Vec<Duty> {
        let rows = query(
            "SELECT * FROM roster_row WHERE jurisdiction = $1 AND unit = $2 AND from_at < $4 AND to_at > $3
             ORDER BY from_at, person",
        )
        .bind(jurisdiction)
        .bind(unit.as_str())
        .bind(from.ms())
        .bind(to.ms())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(duty).collect()
    }
}

fn duty(row: &impl Columns) -> Result<Duty, StoreError> {
    Ok(Duty {
        unit: row.text("unit")?.into(),
        person: row.text("person")?.into(),
        from: row.instant("from_at")?,
        to: row.instant("to_at")?,
    })
}
