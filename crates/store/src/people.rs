//! Members of staff.

use crate::columns::Columns;
use crate::sql::query;
use crate::{Person, StoreError};
use case::{PersonId, UnitId};
use jiff::civil::Date;

operation! {
    /// A person.
    read fn person(c, jurisdiction: &str, id: &PersonId) -> Option<Person> {
        let row = query("SELECT * FROM person_row WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id.as_str())
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(person).transpose()
    }
}

operation! {
    /// The person who signs in with this name.
    read fn person_by_login(c, jurisdiction: &str, login: &str) -> Option<Person> {
        let row = query("SELECT * FROM person_row WHERE jurisdiction = $1 AND login = $2")
            .bind(jurisdiction)
            .bind(login)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(person).transpose()
    }
}

operation! {
    /// People by id, from behind `after`.
    scan fn people(c, jurisdiction: &str, after: Option<&PersonId>, limit: u32) -> Vec<Person> {
        let rows = query("SELECT * FROM person_row WHERE jurisdiction = $1 AND id > $2 ORDER BY id LIMIT $3")
            .bind(jurisdiction)
            .bind(after.map_or("", |id| id.as_str()))
            .bind(i64::from(limit))
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(person).collect()
    }
}

operation! {
    /// Everybody active who holds a role on a day: of one unit, or seated in no unit where it is `None`.
    read fn holders(c, jurisdiction: &str, role: &str, unit: Option<&UnitId>, day: Date) -> Vec<Person> {
        let rows = query(
            "SELECT * FROM person_row p WHERE p.jurisdiction = $1 AND p.active = 1 AND EXISTS (
                 SELECT 1 FROM post_row h WHERE h.jurisdiction = $1 AND h.role = $2 AND h.unit = $3
                     AND h.person = p.id AND h.from_day <= $4 AND (h.to_day IS NULL OR h.to_day > $4))
             ORDER BY p.id",
        )
        .bind(jurisdiction)
        .bind(role)
        .bind(unit.map_or("", |unit| unit.as_str()))
        .bind(day.to_string())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(person).collect()
    }
}

fn person(row: &impl Columns) -> Result<Person, StoreError> {
    Ok(Person {
        id: row.text("id")?.into(),
        login: row.text("login")?,
        name: row.text("name")?,
        password: row.maybe_text("password")?,
        email: row.maybe_json("email")?,
        phone: row.maybe_json("phone")?,
        active: row.flag("active")?,
        seq: row.count("seq")?,
    })
}
