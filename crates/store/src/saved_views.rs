//! Filters of the workbench that a person keeps under a name: how somebody likes to look, and no record of anything.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::PersonId;

/// A filter with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Whose.
    pub person: PersonId,
    /// What they call it; one per person and name.
    pub name: String,
    /// What is looked for, as it stands in the address.
    pub wanted: String,
    /// When it was kept, UTC milliseconds.
    pub kept: Instant,
}

operation! {
    /// The filters of a person, in the order in which they were kept.
    read fn saved_views(c, jurisdiction: &str, person: &PersonId) -> Vec<SavedView> {
        let rows = query("SELECT * FROM saved_view WHERE jurisdiction = $1 AND person = $2 ORDER BY kept, name")
            .bind(jurisdiction)
            .bind(person.as_str())
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(view).collect()
    }
}

operation! {
    /// Keeps a filter; one of the same name gives way.
    write fn keep_view(c, jurisdiction: String, view: SavedView) -> () {
        query(
            "INSERT INTO saved_view (jurisdiction, person, name, wanted, kept) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (jurisdiction, person, name) DO UPDATE SET wanted = excluded.wanted, kept = excluded.kept",
        )
        .bind(jurisdiction)
        .bind(view.person.as_str())
        .bind(&view.name)
        .bind(&view.wanted)
        .bind(view.kept.ms())
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// Gives a filter up.
    write fn drop_view(c, jurisdiction: String, person: PersonId, name: String) -> () {
        query("DELETE FROM saved_view WHERE jurisdiction = $1 AND person = $2 AND name = $3")
            .bind(jurisdiction)
            .bind(person.as_str())
            .bind(name)
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}

fn view(row: &impl Columns) -> Result<SavedView, StoreError> {
    Ok(SavedView {
        person: row.text("person")?.into(),
        name: row.text("name")?,
        wanted: row.text("wanted")?,
        kept: row.instant("kept")?,
    })
}
