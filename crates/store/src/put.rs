//! Statements of commits that write the log and what is written once beside it.

use crate::columns::stored;
use crate::sql::query;
use crate::{AccountOf, CallerOf, Commit, NewAttachment, NewEvent, NewKey, NewOutbox, StoreError};
use calendar::Instant;
use std::collections::BTreeMap;

/// An event with its place in the log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed<'a> {
    pub(crate) commit: &'a Commit,
    pub(crate) stream: &'a str,
    pub(crate) seq: u64,
    pub(crate) recorded: Instant,
    pub(crate) event: &'a NewEvent,
}

statements! {
    /// Rows that commits write once. Each row comes with its jurisdiction.
    trait Put {
        /// Commands with their answers; how many were new.
        fn put_commands(c, commits: &[&Commit]) -> Result<u64, StoreError> {
            let mut answered: Vec<_> =
                commits.iter().filter_map(|commit| Some((commit, commit.command.as_ref()?))).collect();
            answered.sort_by_key(|(commit, command)| (&commit.jurisdiction, &command.id));
            Ok(insert_many!(
                c,
                "INSERT INTO command (jurisdiction, id, stream, seq, answer)",
                &answered,
                " ON CONFLICT DO NOTHING",
                |query, row| {
                    let (commit, command) = row;
                    let about = commit.streams.first();
                    let (stream, seq) =
                        about.map_or(("", 0), |s| (&s.stream[..], s.expected + s.events.len() as u64));
                    query
                        .bind(&commit.jurisdiction)
                        .bind(command.id.as_str())
                        .bind(stream)
                        .bind(stored(seq))
                        .bind(&command.answer[..])
                }
            ))
        }

        /// Events; how many were new.
        fn put_events(c, events: &[Placed<'_>]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO event (jurisdiction, stream, seq, kind, version, at, recorded, \"procedure\", calendar, bytes)",
                events,
                " ON CONFLICT DO NOTHING",
                |query, row| query
                    .bind(&row.commit.jurisdiction)
                    .bind(row.stream)
                    .bind(stored(row.seq))
                    .bind(&row.event.kind)
                    .bind(i64::from(row.event.version))
                    .bind(row.event.at.ms())
                    .bind(row.recorded.ms())
                    .bind(&row.commit.procedure)
                    .bind(&row.commit.calendar)
                    .bind(&row.event.bytes[..])
            ))
        }

        /// New keys; one that is there already stays.
        fn put_keys(c, keys: &[(&str, &NewKey)]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO sealing_key (jurisdiction, id, wrapped)",
                keys,
                " ON CONFLICT DO NOTHING",
                |query, row| query.bind(row.0).bind(row.1.id.as_str()).bind(&row.1.wrapped[..])
            ))
        }

        /// Hashes of the check codes of new cases.
        fn put_check_codes(c, codes: &[(&str, &str, &str)]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO check_code (jurisdiction, number, hash)",
                codes,
                "",
                |query, row| query.bind(row.0).bind(row.1).bind(row.2)
            ))
        }

        /// Whose cases are; the last phone given counts, and the last account.
        fn put_callers(c, callers: &[(&str, &CallerOf)]) -> Result<u64, StoreError> {
            let mut last: BTreeMap<(&str, &str), (&CallerOf, &AccountOf)> = BTreeMap::new();
            for (here, of) in callers {
                let key = (*here, of.number.as_str());
                let account = match (&of.account, last.get(&key)) {
                    (AccountOf::Keep, Some((_, earlier))) => *earlier,
                    (account, _) => account,
                };
                last.insert(key, (of, account));
            }
            let callers: Vec<_> = last.into_iter().collect();
            for ((here, number), (_, account)) in &callers {
                if **account == AccountOf::Clear {
                    query("UPDATE caller SET account = NULL WHERE jurisdiction = $1 AND number = $2")
                        .bind(*here)
                        .bind(*number)
                        .execute(&mut *c)
                        .await?;
                }
            }
            Ok(insert_many!(
                c,
                "INSERT INTO caller (jurisdiction, number, phone_hash, proven, account)",
                &callers,
                " ON CONFLICT (jurisdiction, number) DO UPDATE SET phone_hash = excluded.phone_hash,
                     proven = excluded.proven, account = coalesce(excluded.account, caller.account)",
                |query, row| {
                    let ((here, number), (of, account)) = *row;
                    let account = match account {
                        AccountOf::Set(account) => Some(account.as_str()),
                        AccountOf::Keep | AccountOf::Clear => None,
                    };
                    query.bind(here).bind(number).bind(&of.phone).bind(i64::from(of.proven)).bind(account)
                }
            ))
        }

        /// What leaves; a second message with the same id changes nothing.
        fn put_outbox(c, messages: &[(&str, &NewOutbox)]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO outbox (jurisdiction, id, due, kind, payload, attempts, next_at)",
                messages,
                " ON CONFLICT DO NOTHING",
                |query, row| query
                    .bind(row.0)
                    .bind(&row.1.id)
                    .bind(row.1.due.ms())
                    .bind(&row.1.kind)
                    .bind(&row.1.payload[..])
                    .bind(0_i64)
                    .bind(row.1.due.ms())
            ))
        }

        /// Files that came along, with when they did.
        fn put_attachments(c, files: &[(&str, &NewAttachment, Instant)]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO attachment (jurisdiction, id, stream, bytes, media, stored_at)",
                files,
                "",
                |query, row| query
                    .bind(row.0)
                    .bind(&row.1.id)
                    .bind(&row.1.stream)
                    .bind(stored(row.1.bytes))
                    .bind(&row.1.media)
                    .bind(row.2.ms())
            ))
        }
    }
}
