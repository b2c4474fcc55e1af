//! Appends to the log and reads it.

use crate::columns::{Columns, stored};
use crate::put::Put;
use crate::put_case::{PutCase, Tables};
use crate::put_change::PutChange;
use crate::{Append, Commit, CommitError, Committed, Head, NewEvent, StoreError, StoredEvent};
use calendar::Instant;

statements! {
    /// The log.
    trait Log {
        /// Remembers the command and its answer, or finds that it was answered before.
        fn put_command(c, commit: &Commit) -> Result<(), CommitError> {
            let Some(command) = &commit.command else { return Ok(()) };
            let (stream, seq) =
                commit.streams.first().map_or(("", 0), |s| (&s.stream[..], s.expected + s.events.len() as u64));
            let written = sqlx::query(
                "INSERT INTO command (jurisdiction, id, stream, seq, answer) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&commit.jurisdiction)
            .bind(command.id.as_str())
            .bind(stream)
            .bind(stored(seq))
            .bind(&command.answer[..])
            .execute(&mut *c)
            .await?
            .rows_affected();
            if written == 1 {
                return Ok(());
            }
            let (first,): (Vec<u8>,) =
                sqlx::query_as("SELECT answer FROM command WHERE jurisdiction = $1 AND id = $2")
                    .bind(&commit.jurisdiction)
                    .bind(command.id.as_str())
                    .fetch_one(&mut *c)
                    .await?;
            Err(CommitError::Duplicate(first))
        }

        /// Appends one event behind the one expected; `None` where that is not the last.
        ///
        /// The row before gives the recorded time that must not be undercut; without it nothing is written.
        fn put_event(c, commit: &Commit, stream: &str, expected: u64, event: &NewEvent) -> Result<Option<i64>, StoreError> {
            let text = if expected == 0 {
                "INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes)
                 VALUES ($1, $2, $3 + 1, $4, $5, $6, $7, $8, $9, $10)
                 ON CONFLICT DO NOTHING RETURNING recorded"
            } else {
                "INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes)
                 SELECT $1, $2, $3 + 1, $4, $5, $6, CASE WHEN last.recorded > $7 THEN last.recorded ELSE $7 END,
                        $8, $9, $10
                 FROM event last WHERE last.jurisdiction = $1 AND last.stream = $2 AND last.seq = $3
                 ON CONFLICT DO NOTHING RETURNING recorded"
            };
            let written: Option<(i64,)> = sqlx::query_as(text)
                .bind(&commit.jurisdiction)
                .bind(stream)
                .bind(stored(expected))
                .bind(&event.kind)
                .bind(i64::from(event.version))
                .bind(event.at.ms())
                .bind(commit.recorded.ms())
                .bind(&commit.procedure)
                .bind(&commit.calendar)
                .bind(&event.bytes[..])
                .fetch_optional(&mut *c)
                .await?;
            Ok(written.map(|(recorded,)| recorded))
        }

        /// Appends the events of one stream.
        fn put_stream(c, commit: &Commit, append: &Append) -> Result<Head, CommitError> {
            let mut head =
                Head { stream: append.stream.clone(), seq: append.expected, recorded: commit.recorded };
            for event in &append.events {
                let Some(recorded) = c.put_event(commit, &append.stream, head.seq, event).await? else {
                    return Err(CommitError::Conflict { stream: append.stream.clone() });
                };
                head = Head { seq: head.seq + 1, recorded: Instant::from_ms(recorded), ..head };
            }
            Ok(head)
        }
    }
}

operation! {
    /// Stores a unit of work, whole or not at all. Returns after the database has flushed it.
    ///
    /// A second commit with the same command id stores nothing and gives the answer of the first.
    write fn commit(c, commit: Commit) -> Committed, CommitError {
        c.put_command(&commit).await?;
        let mut heads = Vec::with_capacity(commit.streams.len());
        for append in &commit.streams {
            heads.push(c.put_stream(&commit, append).await?);
        }
        let jurisdiction = &commit.jurisdiction[..];
        for change in &commit.cases {
            c.put_case(Tables::Live, jurisdiction, change).await?;
        }
        for key in &commit.keys {
            c.put_key(jurisdiction, key).await?;
        }
        if let Some((number, hash)) = &commit.check_code {
            c.put_check_code(jurisdiction, number.as_str(), hash).await?;
        }
        for message in &commit.outbox {
            c.put_outbox(jurisdiction, message).await?;
        }
        for file in &commit.attachments {
            c.put_attachment(jurisdiction, file, commit.recorded).await?;
        }
        for change in &commit.changes {
            c.put_change(jurisdiction, change).await?;
        }
        Ok(Committed { heads })
    }
}

operation! {
    /// All events of a stream, oldest first.
    read fn events(c, jurisdiction: &str, stream: &str) -> Vec<StoredEvent> {
        let rows = sqlx::query(
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
    /// The answer given to a command that was committed before.
    read fn answered(c, jurisdiction: &str, id: &case::CommandId) -> Option<Vec<u8>> {
        let row: Option<(Vec<u8>,)> = sqlx::query_as("SELECT answer FROM command WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id.as_str())
            .fetch_optional(&mut *c)
            .await?;
        Ok(row.map(|(answer,)| answer))
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
        let row = sqlx::query("SELECT COALESCE(MAX(seq), 0) AS seq FROM event WHERE jurisdiction = $1 AND stream = $2")
            .bind(jurisdiction)
            .bind(stream)
            .fetch_one(&mut *c)
            .await?;
        row.count("seq")
    }
}
