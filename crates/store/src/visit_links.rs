//! Links by which a citizen answers the message of a return visit.

use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::CaseNumber;

operation! {
    /// Remembers a link by the hash of its token, up to `expires` (UTC milliseconds).
    write fn put_visit_link(c, jurisdiction: String, token_hash: String, number: CaseNumber, expires: Instant) -> () {
        query(
            "INSERT INTO visit_link (jurisdiction, token_hash, number, expires) VALUES ($1, $2, $3, $4)
             ON CONFLICT (jurisdiction, token_hash) DO UPDATE SET expires = excluded.expires",
        )
        .bind(jurisdiction)
        .bind(token_hash)
        .bind(number.as_str())
        .bind(expires.ms())
        .execute(&mut *c)
        .await?;
        Ok(())
    }
}

operation! {
    /// The case that a link means, while it lasts.
    read fn visit_link(c, jurisdiction: &str, token_hash: &str, now: Instant) -> Option<CaseNumber> {
        let row = query(
            "SELECT number FROM visit_link WHERE jurisdiction = $1 AND token_hash = $2 AND expires > $3",
        )
        .bind(jurisdiction)
        .bind(token_hash)
        .bind(now.ms())
        .fetch_optional(&mut *c)
        .await?;
        Ok(row.map(|row| row.text("number")).transpose()?.map(Into::into))
    }
}
