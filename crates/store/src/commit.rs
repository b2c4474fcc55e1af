//! One unit of work: everything that a command changes, as one value. It is stored whole or not at all.

use crate::change::RowChange;
use crate::codes::UsedCode;
use crate::papers::NewPaper;
use calendar::Instant;
use case::rows::Rows;
use case::{CaseNumber, CommandId};
use seal::KeyId;

/// What one command stores.
#[derive(Debug, Clone)]
pub struct Commit {
    /// Whose.
    pub jurisdiction: String,
    /// Events, by stream. The first stream is the one that the command is about.
    pub streams: Vec<Append>,
    /// Streams that must not have grown since they were seen, though nothing is added to them here. PostgreSQL holds
    /// appending back until the transaction ends, so that nobody adds to them in between.
    pub unchanged: Vec<Unchanged>,
    /// Hash of the adopted procedure under which it was decided; empty where none is needed.
    pub procedure: String,
    /// Hash of the adopted calendar; empty where none is needed.
    pub calendar: String,
    /// When it is recorded, UTC milliseconds. The recorded time of a stream never goes back: where the last
    /// event was recorded later, that time is kept.
    pub recorded: Instant,
    /// The command and the answer that a second arrival gets.
    pub command: Option<Answered>,
    /// New keys, wrapped.
    pub keys: Vec<NewKey>,
    /// How the rows of cases change.
    pub cases: Vec<CaseChange>,
    /// Hash of the check code of a new case.
    pub check_code: Option<(CaseNumber, String)>,
    /// Whose a case is. In no event and no fold, so that it goes with the person's key.
    pub caller: Option<CallerOf>,
    /// The one-time code that this uses up. Where it cannot be used any more, nothing is stored.
    pub code: Option<UsedCode>,
    /// What leaves afterwards: messages, documents, hooks.
    pub outbox: Vec<NewOutbox>,
    /// Files that came along; their content is in [`crate::Blobs`] already.
    pub attachments: Vec<NewAttachment>,
    /// Changes of people, units, rosters, jurisdictions and adopted rules.
    pub changes: Vec<RowChange>,
    /// Documents that take their numbers.
    pub papers: Vec<NewPaper>,
}

impl Commit {
    /// An empty unit of work.
    pub fn new(jurisdiction: impl Into<String>, recorded: Instant) -> Self {
        Self {
            jurisdiction: jurisdiction.into(),
            streams: vec![],
            unchanged: vec![],
            procedure: String::new(),
            calendar: String::new(),
            recorded,
            command: None,
            keys: vec![],
            cases: vec![],
            check_code: None,
            caller: None,
            code: None,
            outbox: vec![],
            attachments: vec![],
            changes: vec![],
            papers: vec![],
        }
    }

    /// Where its streams are to end before it: jurisdiction, stream, last sequence number.
    pub(crate) fn ends(&self) -> impl Iterator<Item = (&str, &str, u64)> {
        let appended = self
            .streams
            .iter()
            .map(|append| (&append.stream[..], append.expected));
        let unchanged = self.unchanged.iter().map(|one| (&one.stream[..], one.seen));
        let all = appended.chain(unchanged);
        all.map(|(stream, seq)| (&self.jurisdiction[..], stream, seq))
    }
}

/// Whose a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallerOf {
    /// The case.
    pub number: CaseNumber,
    /// Keyed hash of the citizen's phone: finds earlier cases of the same number.
    pub phone: String,
    /// Whether a code to this phone was shown.
    pub proven: bool,
    /// The account in which it was written.
    pub account: AccountOf,
}

/// What a commit says of the account to which a case belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountOf {
    /// Leaves what is known.
    Keep,
    /// The case was written in this one.
    Set(String),
    /// It belongs to none any more.
    Clear,
}

/// New events of one stream.
#[derive(Debug, Clone)]
pub struct Append {
    /// `case/NUMBER`, `people`, `units`, `procedures` and so on.
    pub stream: String,
    /// Sequence number of the last event that was seen; 0 for a new stream.
    pub expected: u64,
    /// The events, at least one.
    pub events: Vec<NewEvent>,
}

/// A stream on whose present state a decision rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchanged {
    /// Which.
    pub stream: String,
    /// Sequence number of the last event that was seen; 0 where there was none.
    pub seen: u64,
}

/// One new event.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// What kind, for people who look at the log.
    pub kind: String,
    /// Version of its form.
    pub version: u16,
    /// When it happened, UTC milliseconds.
    pub at: Instant,
    /// The bytes that were decided, stored as they are.
    pub bytes: Vec<u8>,
}

/// A command with its answer.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Made by form or client.
    pub id: CommandId,
    /// What a second arrival gets.
    pub answer: Vec<u8>,
}

/// A wrapped key of a case or person.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// Which.
    pub id: KeyId,
    /// Wrapped under the master key.
    pub wrapped: Vec<u8>,
}

/// How the rows of one case change. Only what differs is written.
#[derive(Debug, Clone)]
pub struct CaseChange {
    /// The rows before; `None` for a new case.
    pub before: Option<Rows>,
    /// The rows after.
    pub after: Rows,
}

/// Something that leaves after the commit: at least once, harmless twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutbox {
    /// Deterministic, as `STREAM/SEQ/N`: the receiver knows a second delivery by it.
    pub id: String,
    /// Not before this instant, UTC milliseconds.
    pub due: Instant,
    /// Which adapter takes it.
    pub kind: String,
    /// What the adapter needs, as JSON.
    pub payload: Vec<u8>,
}

/// A file that came along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// Name in the attachment store.
    pub id: String,
    /// The case stream it belongs to.
    pub stream: String,
    /// Length in bytes.
    pub bytes: u64,
    /// Media type as checked by content.
    pub media: String,
}

/// A stream after a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which.
    pub stream: String,
    /// Sequence number of its last event.
    pub seq: u64,
    /// When that was recorded, UTC milliseconds.
    pub recorded: Instant,
}

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The streams as they are now, in the order of the commit; behind them those of its documents, each at the number
    /// that the document got.
    pub heads: Vec<Head>,
}
