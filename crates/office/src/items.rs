//! What is noticed elsewhere and may become a case: captured by hand, from feeds and from pages that are watched;
//! decided by people. What an item says stands in the log sealed, under a key of its own.

mod decide;
mod fetch;
mod follow;
mod list;
mod run;
mod source;
mod stored;

pub use decide::{ItemCase, Report};
pub use follow::{CaseStands, ReportedTo};
pub use list::{ItemContent, ItemDecision, ItemLine, ItemView};
pub use run::SOURCES_LEASE;
pub use source::{SourceEntry, SourceLine};
pub use stored::{Kind, Source, fold};

use crate::keys::NamedKey;
use crate::{Office, Problem};
use store::{Append, Commit, CommitError, NewKey, NewOutbox};
use stored::Stored;

/// The stream of a jurisdiction's sources and items.
pub const STREAM: &str = "items";

/// Nobody has decided about it.
pub const NEW: &str = "new";
/// A case was made of it.
pub const CASE: &str = "case";
/// It was set aside.
pub const ASIDE: &str = "aside";
/// It was put before leaders.
pub const SUBMITTED: &str = "submitted";

/// Of a note, no state: what became of an item was noted.
pub const FOLLOWED: &str = "followed";
/// Of a note, no state: a leader said what to do.
pub const INSTRUCTED: &str = "instructed";

/// The row of the outbox that takes a report to the level above.
fn outbox_id(seq: u64, peer: &str) -> String {
    format!("{STREAM}/{seq}/to-{peer}")
}

/// Name of the key of an item.
pub(crate) fn item_key(id: &str) -> String {
    format!("item:{id}")
}

impl Office {
    /// A fresh id with its key.
    fn new_item(&self) -> (String, NamedKey, NewKey) {
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        let (key, stored) = self.new_key(item_key(&id));
        (id, key, stored)
    }

    /// Appends one event with its rows; `false` where the stream had grown meanwhile.
    async fn log_item(
        &self,
        j: &str,
        expected: u64,
        event: &Stored,
        keys: Vec<NewKey>,
        outbox: Vec<NewOutbox>,
    ) -> Result<bool, Problem> {
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.changes.extend(event.row(now, expected + 1)?);
        commit.streams.push(Append {
            stream: STREAM.to_owned(),
            expected,
            events: vec![event.event(now)?],
        });
        commit.keys = keys;
        commit.outbox = outbox;
        match self.commit(commit).await {
            Err(CommitError::Conflict { .. }) => Ok(false),
            done => {
                done?;
                Ok(true)
            }
        }
    }
}
