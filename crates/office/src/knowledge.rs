//! The knowledge base (SQ-3): units supply what they answer for, the office confirms it, and each entry is looked at again
//! by its day. Earlier versions stay readable; nothing is deleted.

mod check;
mod keep;
mod list;
mod public;
mod stored;

pub use check::KnowledgeDraft;
pub use keep::{KnowledgeDecision, Supplied};
pub use list::{KnowledgeAsked, KnowledgeEntry, KnowledgeVersion, KnowledgeWaiting};
pub use stored::fold;

/// The stream of a jurisdiction's knowledge base.
pub const STREAM: &str = "knowledge";
