//! Signed messages between jurisdictions, of one installation or of two: the only thing that crosses. A case handed
//! down, a report for approval, the ruling on it, written feedback, receipts. `docs/exchange.md` tells whoever writes
//! the other side what comes and what to answer.
//!
//! Within one installation a message goes through the same envelope and the same checks; only the call is shorter.

mod ask;
mod collect;
mod compose;
pub mod content;
mod deliver;
mod effect;
pub mod envelope;
mod inbox;
mod links;
mod new_key;
mod own_keys;
mod stored;
mod take;

pub use inbox::{ACKNOWLEDGED, InboxLine, InboxView};
pub use links::{LinkEntry, OwnKey};
pub use own_keys::KeyLine;
pub use stored::fold;
pub(crate) use take::message_key;

pub use collect::Crossing;
pub(crate) use compose::outgoing_id;
pub(crate) use content::{Extension, ShownHead};
pub(crate) use deliver::Undelivered;
pub(crate) use envelope::written;

/// The stream of what a jurisdiction exchanges: its links, what came, what went.
pub const STREAM: &str = "exchange";

/// What waits for somebody here.
pub const OPEN: &str = "open";
/// What is done with.
pub const DONE: &str = "done";
/// What came in good order and could not be carried out by itself.
pub const FAILED: &str = "failed";
/// What went out and was taken by the other side.
pub const SENT: &str = "sent";
