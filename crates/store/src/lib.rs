//! The event log and its read models: one body of SQL for SQLite and PostgreSQL.
//!
//! Every change is one [`Commit`]: events with the sequence numbers they were decided on, the rows that follow from
//! them, keys, and what leaves through the outbox. It is stored whole or not at all, and its answer leaves only
//! after the database has flushed it. On SQLite one writer puts many commits into one transaction.
//!
//! Operations that write take owned values, because they travel to the writer. Instants are UTC milliseconds; days
//! are days in the zone of the jurisdiction's calendar.

#[macro_use]
mod macros;
#[macro_use]
mod bulk;

mod access;
mod accounts;
mod adopted;
mod append;
pub mod archive;
mod attachments;
mod attempts;
mod beside;
mod blobs;
mod callers;
mod catalogue;
mod change;
mod check_codes;
mod codes;
mod columns;
mod commit;
pub mod condition;
mod counts;
mod credentials;
mod due;
mod entries;
mod error;
mod event;
mod exchange;
mod grouping;
mod held;
mod items;
mod jurisdictions;
mod keys;
mod knowledge;
mod leases;
mod ledger;
mod lite;
mod live;
mod load;
mod log;
mod migrate;
mod narrow;
mod other_calendar;
mod outbox;
mod papers;
mod people;
mod places;
mod postgres;
mod posts;
mod public;
mod put;
mod put_case;
mod put_change;
mod queues;
#[cfg(feature = "raw")]
pub mod raw;
mod rebuild;
mod refold;
mod retention;
mod rosters;
mod rounds;
mod rows;
mod rules;
mod saved_views;
mod sequence;
mod sessions;
mod sql;
mod sqlite;
mod statistics;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
mod timers;
mod tree;
mod unfolded;
mod units;
pub mod upcast;
mod verdict;
mod visit_links;
mod watched;
mod writer;

pub use access::{AccessAfter, AccessFilter, AccessRow};
pub use accounts::{Account, AccountCase};
pub use adopted::AdoptedHead;
pub use beside::{Holding, Running};
pub use blobs::{BlobError, Blobs, Bucket, BucketAccess, DiskBlobs, Moved, Moving, Pending};
pub use catalogue::CatalogueRow;
pub use change::{Adopted, Duty, Jurisdiction, Kind, Person, PostHeld, RowChange, Unit};
pub use codes::{CodeTried, OneTimeCode, UsedCode};
pub use commit::{
    AccountOf, Answered, Append, CallerOf, CaseChange, Commit, Committed, Head, NewAttachment, NewEvent,
    NewKey, NewOutbox, Unchanged,
};
pub use counts::{Came, Tally, TallyBy, UnitCame, UnitLoad, UnitTook};
pub use credentials::CredentialRow;
pub use due::{DueAfter, DueFilter, DueLine};
pub use error::{CommitError, StoreError};
pub use event::{StoredEvent, case_stream};
pub use exchange::{Crossing, Crossings, Peer};
pub use held::{Held, Room};
pub use items::{ItemMoved, ItemRow, SourceRow, SourceState};
pub use keys::{Rewrap, WrappedKey};
pub use knowledge::{KnowledgeAfter, KnowledgeChange, KnowledgeFilter, KnowledgeMoved, KnowledgeRow};
pub use ledger::{LedgerAfter, LedgerFilter};
pub use live::CaseNews;
pub use load::LoadedCase;
pub use narrow::{DueBounds, DueGroup, Narrow};
pub use other_calendar::Counted;
pub use outbox::{Fate, Noted, Outgoing};
pub use papers::{NewPaper, PAPERS, PaperAfter, PaperOf, PaperRow, paper_stream};
pub use public::{PublicAfter, PublicOf};
pub use queues::{OrderAfter, QueueAfter, QueueOf, QueuedOrder, StepCount};
pub use rebuild::{Fold, Rebuilt};
pub use retention::EndedCase;
pub use rounds::{SlotRecord, SlotRow};
pub use saved_views::SavedView;
pub use sequence::{LogLeaf, Sequenced, Unsequenced};
pub use sessions::{Holder, Origin, Session, Signed};
pub use store::{Setting, Store};
pub use timers::DueTimer;
pub use tree::{Cosignature, PeerHead, StoredHead};
pub use upcast::case_event;
pub use watched::{Watched, WatchedFor};
