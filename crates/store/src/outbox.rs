//! What waits to leave. Several processes may send: each message is leased to one of them at a time.

use crate::columns::Columns;
use crate::macros::Engine;
use crate::put::Put;
use crate::sql::query;
use crate::{NewOutbox, StoreError};
use calendar::Instant;

/// A message that waits, or was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Whose.
    pub jurisdiction: String,
    /// Deterministic: the receiver knows a second delivery by it.
    pub id: String,
    /// Not before this instant, UTC milliseconds.
    pub due: Instant,
    /// Which adapter takes it.
    pub kind: String,
    /// What the adapter needs, as JSON.
    pub payload: Vec<u8>,
    /// How often it was tried and failed.
    pub attempts: u32,
    /// When it is tried next; `None` where it was sent or given up.
    pub next_at: Option<Instant>,
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// Why it failed the last time.
    pub last_error: Option<String>,
}

operation! {
    /// Leases up to `limit` messages that are due to `holder`, up to `until`. If the holder is not heard of again,
    /// they are due again then.
    write fn claim_outbox(c, holder: String, now: Instant, until: Instant, limit: u32) -> Vec<Outgoing> {
        let text = format!(
            "UPDATE outbox SET leased_by = $1, leased_until = $3, next_at = $3
             WHERE (jurisdiction, id) IN (
                 SELECT jurisdiction, id FROM outbox WHERE next_at <= $2 ORDER BY next_at LIMIT $4 {})
             RETURNING *",
            c.skip_locked()
        );
        let rows = query(text)
            .bind(holder)
            .bind(now.ms())
            .bind(until.ms())
            .bind(i64::from(limit))
            .fetch_all(&mut *c)
            .await?;
        let mut claimed: Vec<Outgoing> = rows.iter().map(outgoing).collect::<Result<_, StoreError>>()?;
        claimed.sort_by(|a, b| (a.due, &a.jurisdiction, &a.id).cmp(&(b.due, &b.jurisdiction, &b.id)));
        Ok(claimed)
    }
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was sent.
    Sent,
    /// It became these messages; they are put into the outbox with this note.
    Became(Vec<NewOutbox>),
    /// Sending failed; `None` to give up.
    Failed {
        /// Why.
        why: String,
        /// When it is tried again.
        next_at: Option<Instant>,
    },
    /// It waits, and why, without counting it as a failure: quiet hours, for instance.
    PutOff {
        /// Why.
        why: String,
        /// Until when.
        next_at: Instant,
    },
}

/// A message and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Whose.
    pub jurisdiction: String,
    /// Its id.
    pub id: String,
    /// What became of it.
    pub fate: Fate,
}

operation! {
    /// Notes what became of messages, all in one transaction. What is no longer leased to `holder` is left as it is; gives
    /// how many were noted.
    write fn note_outbox(c, holder: String, now: Instant, notes: Vec<Noted>) -> u64 {
        let mut noted = 0;
        for Noted { jurisdiction, id, fate } in &notes {
            let (tries, why, next_at, sent_at) = match fate {
                Fate::Sent | Fate::Became(_) => (0, None, None, Some(now.ms())),
                Fate::Failed { why, next_at } => (1, Some(why), next_at.map(Instant::ms), None),
                Fate::PutOff { why, next_at } => (0, Some(why), Some(next_at.ms()), None),
            };
            let held = query(
                "UPDATE outbox SET attempts = attempts + $4, last_error = $5, next_at = $6, sent_at = $7,
                     leased_by = NULL, leased_until = NULL
                 WHERE jurisdiction = $1 AND id = $2 AND leased_by = $3",
            )
            .bind(jurisdiction)
            .bind(id)
            .bind(&holder)
            .bind(tries)
            .bind(why.map(String::as_str))
            .bind(next_at)
            .bind(sent_at)
            .execute(&mut *c)
            .await?;
            if let Fate::Became(messages) = fate
                && held == 1
            {
                let rows: Vec<_> = messages.iter().map(|message| (&jurisdiction[..], message)).collect();
                c.put_outbox(&rows).await?;
            }
            noted += held;
        }
        Ok(noted)
    }
}

operation! {
    /// One message.
    read fn outgoing(c, jurisdiction: &str, id: &str) -> Option<Outgoing> {
        let row = query("SELECT * FROM outbox WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(outgoing).transpose()
    }
}

operation! {
    /// Messages of all jurisdictions that are not sent and not given up, the next first.
    read fn outbox_waiting(c, limit: u32) -> Vec<Outgoing> {
        let rows = query(
            "SELECT * FROM outbox WHERE next_at IS NOT NULL ORDER BY next_at, jurisdiction, id LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(outgoing).collect()
    }
}

operation! {
    /// Messages of a jurisdiction that are not sent for a known reason: given up, failed and to be tried again, or
    /// put off. The newest first.
    scan fn outbox_troubled(c, jurisdiction: &str, limit: u32) -> Vec<Outgoing> {
        let rows = query(
            "SELECT * FROM outbox WHERE jurisdiction = $1 AND sent_at IS NULL AND last_error IS NOT NULL
             ORDER BY due DESC, id LIMIT $2",
        )
        .bind(jurisdiction)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(outgoing).collect()
    }
}

fn outgoing(row: &impl Columns) -> Result<Outgoing, StoreError> {
    Ok(Outgoing {
        jurisdiction: row.text("jurisdiction")?,
        id: row.text("id")?,
        due: row.instant("due")?,
        kind: row.text("kind")?,
        payload: row.bytes("payload")?,
        attempts: row.count("attempts")?,
        next_at: row.maybe_instant("next_at")?,
        sent_at: row.maybe_instant("sent_at")?,
        last_error: row.maybe_text("last_error")?,
    })
}
