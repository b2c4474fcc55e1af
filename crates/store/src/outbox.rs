//! What waits to leave. Several processes may send: each message is leased to one of them at a time.

use crate::StoreError;
use crate::columns::Columns;
use crate::macros::Engine;
use calendar::Instant;
use sqlx::AssertSqlSafe;

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
        let rows = sqlx::query(AssertSqlSafe(text))
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

operation! {
    /// Notes that a message was sent; `false` where it is no longer leased to `holder`.
    write fn outbox_sent(c, jurisdiction: String, id: String, holder: String, now: Instant) -> bool {
        let done = sqlx::query(
            "UPDATE outbox SET sent_at = $4, next_at = NULL, leased_by = NULL, leased_until = NULL, last_error = NULL
             WHERE jurisdiction = $1 AND id = $2 AND leased_by = $3",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(holder)
        .bind(now.ms())
        .execute(&mut *c)
        .await?
        .rows_affected();
        Ok(done == 1)
    }
}

operation! {
    /// Notes that sending failed and when it is tried again, `None` to give up; `false` where the message is no longer
    /// leased to `holder`.
    write fn outbox_failed(
        c,
        jurisdiction: String,
        id: String,
        holder: String,
        error: String,
        next_at: Option<Instant>,
    ) -> bool {
        let done = sqlx::query(
            "UPDATE outbox SET attempts = attempts + 1, next_at = $5, leased_by = NULL, leased_until = NULL,
                 last_error = $4
             WHERE jurisdiction = $1 AND id = $2 AND leased_by = $3",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(holder)
        .bind(error)
        .bind(next_at.map(Instant::ms))
        .execute(&mut *c)
        .await?
        .rows_affected();
        Ok(done == 1)
    }
}

operation! {
    /// Puts a message off to a later time, and says why, without counting it as a failure: quiet hours, for instance.
    write fn outbox_put_off(
        c,
        jurisdiction: String,
        id: String,
        holder: String,
        why: String,
        next_at: Instant,
    ) -> bool {
        let done = sqlx::query(
            "UPDATE outbox SET next_at = $5, leased_by = NULL, leased_until = NULL, last_error = $4
             WHERE jurisdiction = $1 AND id = $2 AND leased_by = $3",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(holder)
        .bind(why)
        .bind(next_at.ms())
        .execute(&mut *c)
        .await?
        .rows_affected();
        Ok(done == 1)
    }
}

operation! {
    /// One message.
    read fn outgoing(c, jurisdiction: &str, id: &str) -> Option<Outgoing> {
        let row = sqlx::query("SELECT * FROM outbox WHERE jurisdiction = $1 AND id = $2")
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
        let rows = sqlx::query(
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
    read fn outbox_troubled(c, jurisdiction: &str, limit: u32) -> Vec<Outgoing> {
        let rows = sqlx::query(
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
