//! Reads the log.

use crate::columns::Columns;
use crate::sql::query;
use crate::{StoreError, StoredEvent};

operation! {
    /// All events of a stream, oldest first.
    read fn events(c, jurisdiction: &str, stream: &str) -> Vec<StoredEvent> {
        let rows = query(
            "SELECT stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes FROM event
             WHERE jurisdiction = $1 AND stream = $2 ORDER BY seq",
        )
        .bind(jurisdiction)
        .bind(stream)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_event).collect()
    }
}

operation! {
    /// The events of a stream behind the one with this sequence number, oldest first; 0 for all.
    read fn events_after(c, jurisdiction: &str, stream: &str, seq: u64) -> Vec<StoredEvent> {
        let rows = query(
            "SELECT stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes FROM event
             WHERE jurisdiction = $1 AND stream = $2 AND seq > $3 ORDER BY seq",
        )
        .bind(jurisdiction)
        .bind(stream)
        .bind(crate::columns::stored(seq))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(stored_event).collect()
    }
}

operation! {
    /// One event of a stream.
    read fn event(c, jurisdiction: &str, stream: &str, seq: u64) -> Option<StoredEvent> {
        let row = query(
            "SELECT stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes FROM event
             WHERE jurisdiction = $1 AND stream = $2 AND seq = $3",
        )
        .bind(jurisdiction)
        .bind(stream)
        .bind(crate::columns::stored(seq))
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(stored_event).transpose()
    }
}

operation! {
    /// The answer given to a command that was committed before.
    read fn answered(c, jurisdiction: &str, id: &case::CommandId) -> Option<Vec<u8>> {
        let row = query("SELECT answer FROM command WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id.as_str())
            .fetch_optional(&mut *c)
            .await?;
        row.map(|row| row.bytes("answer")).transpose()
    }
}

/// An event from its row.
pub(crate) fn stored_event(row: &impl Columns) -> Result<StoredEvent, StoreError> {
    Ok(StoredEvent {
        stream: row.text("stream")?,
        seq: row.count("seq")?,
        kind: row.text("kind")?,
        version: row.count("version")?,
        at: row.instant("at")?,
        recorded: row.instant("recorded")?,
        procedure: row.text("procedure")?,
        calendar: row.text("calendar")?,
        bytes: row.bytes("bytes")?,
    })
}

operation! {
    /// Sequence number of the last event of a stream; 0 where there is none.
    read fn last_seq(c, jurisdiction: &str, stream: &str) -> u64 {
        let row = query("SELECT COALESCE(MAX(seq), 0) AS seq FROM event WHERE jurisdiction = $1 AND stream = $2")
            .bind(jurisdiction)
            .bind(stream)
            .fetch_one(&mut *c)
            .await?;
        row.count("seq")
    }
}
