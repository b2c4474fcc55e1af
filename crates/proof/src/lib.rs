//! The log that outsiders can check: all that an office and a stranger need to agree on what was recorded.
//!
//! Every event has a salted commitment ([`Entry::commitment`]); commitments are the leaves of a Merkle tree of the shape
//! of RFC 6962 ([`Edge`]); the office signs the tree ([`Head`]) and promises each citizen that their message will be in
//! it ([`Receipt`]). Proofs are made from stored nodes ([`inclusion`], [`consistency`]) and checked without them
//! ([`includes`], [`extends`]). [`Check`] goes through a whole exported log and names what does not fit. How all of it is
//! written stands in `docs/log-format.md`.

mod check;
mod compact;
mod digest;
mod edge;
mod entry;
mod fields;
mod finding;
mod head;
mod line;
mod path;
mod receipt;
mod sign;
mod verify;

pub use check::{extends, includes};
pub use digest::{Algorithm, Digest};
pub use edge::{Edge, Node, STEP};
pub use entry::Entry;
pub use fields::{Unreadable, written};
pub use finding::{Finding, Found, Kept, Promised, Report};
pub use head::{Cosigned, Head};
pub use line::{Event, Leaf, Line, Opening, Unlogged};
pub use path::{Missing, Run, consistency, inclusion, root, wanted};
pub use receipt::{Promise, Receipt, WITHIN_S};
pub use sign::{PublicKey, Scheme, SignError, SigningKey};
pub use verify::Check;
