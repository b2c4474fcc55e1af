//! What came with a form that was not taken yet: files that were right while something else was not, and what was typed when a
//! session had lapsed. The caller seals it; it is over after a while, and no record of anything.

use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;

/// Something that is held for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Keyed hash of who may have it back.
    pub id: String,
    /// Keyed hash of where it came from: so much is held of one.
    pub whose: String,
    /// The first instant at which it is gone, UTC milliseconds.
    pub expires: Instant,
    /// So many bytes it is counted as.
    pub bytes: u64,
    /// Sealed.
    pub content: Vec<u8>,
}

/// How many bytes are held at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// From one place.
    pub of_one: u64,
    /// In a jurisdiction.
    pub of_all: u64,
}

operation! {
    /// Holds something where there is room for it; whether it is held.
    write fn hold(c, jurisdiction: String, held: Held, room: Room, now: Instant) -> bool {
        let row = query(
            "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS of_all,
                 CAST(COALESCE(SUM(CASE WHEN whose = $3 THEN bytes ELSE 0 END), 0) AS BIGINT) AS of_one
             FROM held WHERE jurisdiction = $1 AND expires > $2",
        )
        .bind(&jurisdiction)
        .bind(now.ms())
        .bind(&held.whose)
        .fetch_one(&mut *c)
        .await?;
        let (of_all, of_one) = (row.count::<u64>("of_all")?, row.count::<u64>("of_one")?);
        if of_all + held.bytes > room.of_all || of_one + held.bytes > room.of_one {
            return Ok(false);
        }
        query("INSERT INTO held (jurisdiction, id, whose, expires, bytes, content) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(jurisdiction)
            .bind(&held.id)
            .bind(&held.whose)
            .bind(held.expires.ms())
            .bind(i64::try_from(held.bytes).unwrap_or(i64::MAX))
            .bind(held.content)
            .execute(&mut *c)
            .await?;
        Ok(true)
    }
}

operation! {
    /// What is held under an id; nothing once it is over.
    read fn held(c, jurisdiction: &str, id: &str, now: Instant) -> Option<Vec<u8>> {
        let row = query("SELECT content FROM held WHERE jurisdiction = $1 AND id = $2 AND expires > $3")
            .bind(jurisdiction)
            .bind(id)
            .bind(now.ms())
            .fetch_optional(&mut *c)
            .await?;
        row.map(|row| row.bytes("content")).transpose()
    }
}

operation! {
    /// Holds something no longer than until then.
    write fn hold_until(c, jurisdiction: String, id: String, expires: Instant) -> () {
        query("UPDATE held SET expires = $3 WHERE jurisdiction = $1 AND id = $2 AND expires > $3")
            .bind(jurisdiction)
            .bind(id)
            .bind(expires.ms())
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}
