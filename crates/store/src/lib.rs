//! The event log and its read models: one body of SQL for SQLite and PostgreSQL.
//!
//! Every change is one [`Commit`]: events with the sequence numbers they were decided on, the rows that follow from
//! them, keys, and what leaves through the outbox. It is stored whole or not at all, and its answer leaves only
//! after the database has flushed it. On SQLite one writer puts many commits into one transaction.
//!
//! Operations that write take owned values, because they travel to the writer.

#[macro_use]
mod macros;

mod change;
mod columns;
mod commit;
mod error;
mod event;
mod log;
mod migrate;
mod postgres;
mod put;
mod put_case;
mod put_change;
mod sqlite;
mod store;
mod writer;

pub use change::{Adopted, Duty, Jurisdiction, Kind, Person, PostHeld, RowChange, Unit};
pub use commit::{
    Answered, Append, CaseChange, Commit, Committed, Head, NewAttachment, NewEvent, NewKey, NewOutbox,
};
pub use error::{CommitError, StoreError};
pub use event::{StoredEvent, case_stream};
pub use store::{Setting, Store};
