//! Roles that people hold between two days.

use crate::columns::Columns;
use crate::sql::query;
use crate::{PostHeld, StoreError};
use case::{PersonId, Post};
use jiff::civil::Date;

operation! {
    /// The posts that a person holds on a day.
    read fn posts(c, jurisdiction: &str, person: &PersonId, day: Date) -> Vec<Post> {
        let rows = query(
            "SELECT * FROM post_row WHERE jurisdiction = $1 AND person = $2 AND from_day <= $3
                 AND (to_day IS NULL OR to_day > $3) ORDER BY role, unit, from_day",
        )
        .bind(jurisdiction)
        .bind(person.as_str())
        .bind(day.to_string())
        .fetch_all(&mut *c)
        .await?;
        let mut posts: Vec<Post> = vec![];
        for row in &rows {
            let PostHeld { role, unit, .. } = held(row)?;
            let post = Post { role, unit };
            if posts.last() != Some(&post) {
                posts.push(post);
            }
        }
        Ok(posts)
    }
}

operation! {
    /// Every post that a person ever held or will hold.
    read fn posts_ever(c, jurisdiction: &str, person: &PersonId) -> Vec<PostHeld> {
        let rows = query(
            "SELECT * FROM post_row WHERE jurisdiction = $1 AND person = $2 ORDER BY from_day, role, unit",
        )
        .bind(jurisdiction)
        .bind(person.as_str())
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(held).collect()
    }
}

fn held(row: &impl Columns) -> Result<PostHeld, StoreError> {
    Ok(PostHeld {
        person: row.text("person")?.into(),
        role: row.text("role")?,
        unit: Some(row.text("unit")?)
            .filter(|unit| !unit.is_empty())
            .map(Into::into),
        from: row.day("from_day")?,
        to: row.maybe_day("to_day")?,
    })
}
