//! Statements of a commit that write rows beside the log.

use crate::columns::stored;
use crate::{NewAttachment, NewKey, NewOutbox, StoreError};
use calendar::Instant;

statements! {
    /// Rows that a commit writes once.
    trait Put {
        /// A new key; one that is there already stays.
        fn put_key(c, jurisdiction: &str, key: &NewKey) -> Result<(), StoreError> {
            sqlx::query(
                "INSERT INTO sealing_key (jurisdiction, id, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            )
            .bind(jurisdiction)
            .bind(key.id.as_str())
            .bind(&key.wrapped[..])
            .execute(&mut *c)
            .await?;
            Ok(())
        }

        /// The hash of the check code of a new case.
        fn put_check_code(c, jurisdiction: &str, number: &str, hash: &str) -> Result<(), StoreError> {
            sqlx::query("INSERT INTO check_code (jurisdiction, number, hash) VALUES ($1, $2, $3)")
                .bind(jurisdiction)
                .bind(number)
                .bind(hash)
                .execute(&mut *c)
                .await?;
            Ok(())
        }

        /// Something that leaves; a second one with the same id changes nothing.
        fn put_outbox(c, jurisdiction: &str, message: &NewOutbox) -> Result<(), StoreError> {
            sqlx::query(
                "INSERT INTO outbox (jurisdiction, id, due, kind, payload, attempts, next_at)
                 VALUES ($1, $2, $3, $4, $5, 0, $3) ON CONFLICT DO NOTHING",
            )
            .bind(jurisdiction)
            .bind(&message.id)
            .bind(message.due.ms())
            .bind(&message.kind)
            .bind(&message.payload[..])
            .execute(&mut *c)
            .await?;
            Ok(())
        }

        /// A file that came along.
        fn put_attachment(c, jurisdiction: &str, file: &NewAttachment, stored_at: Instant) -> Result<(), StoreError> {
            sqlx::query(
                "INSERT INTO attachment (jurisdiction, id, stream, bytes, media, stored_at)
                 VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(jurisdiction)
            .bind(&file.id)
            .bind(&file.stream)
            .bind(stored(file.bytes))
            .bind(&file.media)
            .bind(stored_at.ms())
            .execute(&mut *c)
            .await?;
            Ok(())
        }
    }
}
