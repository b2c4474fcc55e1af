//! Leases: what only one process does at a time.

use crate::sql::query;
use calendar::Instant;

operation! {
    /// Takes or renews a lease up to `until`; whether `holder` has it now. An expired one is free.
    write fn claim_lease(
        c,
        jurisdiction: String,
        name: String,
        holder: String,
        now: Instant,
        until: Instant,
    ) -> bool {
        let taken = query(
            "INSERT INTO lease (jurisdiction, name, holder, until) VALUES ($1, $2, $3, $5)
             ON CONFLICT (jurisdiction, name) DO UPDATE SET holder = excluded.holder, until = excluded.until
             WHERE lease.holder = excluded.holder OR lease.until <= $4",
        )
        .bind(jurisdiction)
        .bind(name)
        .bind(holder)
        .bind(now.ms())
        .bind(until.ms())
        .execute(&mut *c)
        .await?
        ;
        Ok(taken == 1)
    }
}

operation! {
    /// Gives a lease back.
    write fn release_lease(c, jurisdiction: String, name: String, holder: String) -> () {
        query("DELETE FROM lease WHERE jurisdiction = $1 AND name = $2 AND holder = $3")
            .bind(jurisdiction)
            .bind(name)
            .bind(holder)
            .execute(&mut *c)
            .await?;
        Ok(())
    }
}
