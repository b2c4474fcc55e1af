//! Counts attempts, so that codes and passwords cannot be guessed.

use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;

operation! {
    /// Counts one attempt in each bucket; whether there were at most as many as named beside it in the window that began
    /// at `window`. Behind the first bucket with more nothing is counted. An earlier window is forgotten.
    write fn count_attempts(c, jurisdiction: String, buckets: Vec<(String, u64)>, window: Instant) -> bool {
        for (bucket, most) in &buckets {
            let row = query(
                "INSERT INTO attempt (jurisdiction, bucket, window_start, count) VALUES ($1, $2, $3, 1)
                 ON CONFLICT (jurisdiction, bucket) DO UPDATE SET
                     count = CASE WHEN attempt.window_start = excluded.window_start THEN attempt.count + 1 ELSE 1 END,
                     window_start = excluded.window_start
                 RETURNING count",
            )
            .bind(&jurisdiction)
            .bind(bucket)
            .bind(window.ms())
            .fetch_one(&mut *c)
            .await?;
            if row.count::<u64>("count")? > *most {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

operation! {
    /// How many attempts there were in the window that began at `window`.
    read fn attempts(c, jurisdiction: &str, bucket: &str, window: Instant) -> u64 {
        let row = query(
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
    /// Removes what is over: one-time codes, visit links, what was held for a form, attempts in windows before `windows` and
    /// sessions that ended before it (until then they say whose form was sent too late), and messages sent before `sent`.
    write fn sweep(c, now: Instant, windows: Instant, sent: Instant) -> u64 {
        let mut removed = 0;
        for (text, bound) in [
            ("DELETE FROM session WHERE ends <= $1", windows),
            ("DELETE FROM one_time_code WHERE expires <= $1", now),
            ("DELETE FROM visit_link WHERE expires <= $1", now),
            ("DELETE FROM held WHERE expires <= $1", now),
            ("DELETE FROM attempt WHERE window_start < $1", windows),
            ("DELETE FROM outbox WHERE sent_at IS NOT NULL AND sent_at < $1", sent),
        ] {
            removed += query(text).bind(bound.ms()).execute(&mut *c).await?;
        }
        Ok(removed)
    }
}
