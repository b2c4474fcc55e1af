//! Counts attempts, so that codes and passwords cannot be guessed.

use crate::columns::Columns;
use calendar::Instant;

operation! {
    /// Counts one attempt in a bucket and gives how many there were in the window that began at `window`. An
    /// earlier window is forgotten.
    write fn count_attempt(c, jurisdiction: String, bucket: String, window: Instant) -> u64 {
        let row = sqlx::query(
            "INSERT INTO attempt (jurisdiction, bucket, window_start, count) VALUES ($1, $2, $3, 1)
             ON CONFLICT (jurisdiction, bucket) DO UPDATE SET
                 count = CASE WHEN attempt.window_start = excluded.window_start THEN attempt.count + 1 ELSE 1 END,
                 window_start = excluded.window_start
             RETURNING count",
        )
        .bind(jurisdiction)
        .bind(bucket)
        .bind(window.ms())
        .fetch_one(&mut *c)
        .await?;
        row.count("count")
    }
}

operation! {
    /// How many attempts there were in the window that began at `window`.
    read fn attempts(c, jurisdiction: &str, bucket: &str, window: Instant) -> u64 {
        let row = sqlx::query(
            "SELECT count FROM attempt WHERE jurisdiction = $1 AND bucket = $2 AND window_start = $3",
        )
        .bind(jurisdiction)
        .bind(bucket)
        .bind(window.ms())
        .fetch_optional(&mut *c)
        .await?;
        row.map_or(Ok(0), |row| row.count("count"))
    }
}

operation! {
    /// Forgets the attempts of a bucket: the right code was given.
    write fn clear_attempts(c, jurisdiction: String, bucket: String) -> () {
        sqlx::query("DELETE FROM attempt WHERE jurisdiction = $1 AND bucket = $2")
            .bind(jurisdiction)
            .bind(bucket)
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}

operation! {
    /// Removes what is over: sessions, one-time codes, visit links, attempts in windows before `windows`, and messages
    /// sent before `sent`.
    write fn sweep(c, now: Instant, windows: Instant, sent: Instant) -> u64 {
        let mut removed = 0;
        for (text, bound) in [
            ("DELETE FROM session WHERE ends <= $1", now),
            ("DELETE FROM one_time_code WHERE expires <= $1", now),
            ("DELETE FROM visit_link WHERE expires <= $1", now),
            ("DELETE FROM attempt WHERE window_start < $1", windows),
            ("DELETE FROM outbox WHERE sent_at IS NOT NULL AND sent_at < $1", sent),
        ] {
            removed += sqlx::query(text).bind(bound.ms()).execute(&mut *c).await?.rows_affected();
        }
        Ok(removed)
    }
}
