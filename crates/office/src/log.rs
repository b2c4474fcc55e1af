//! The log that outsiders can check: events are taken in, heads are signed and published, promises given, proofs made.
//! What is written how stands in `docs/log-format.md`; the tree and the signatures are the crate `proof`'s.

mod export;
mod history;
mod key;
mod promise;
mod public;
mod publish;
mod sequence;
mod witness;

pub use history::{Elsewhere, EventProof, History, Judged};
pub use key::LogChoice;
pub use public::{Consistency, Entries, Inclusion, LogPart, PART, Wanted};
pub use publish::LogStanding;
pub(crate) use witness::Looked;

use crate::{Office, Problem};
use proof::{Algorithm, Digest, Missing, Run};
use std::collections::HashMap;

/// Stored nodes at hand.
type Nodes = HashMap<(u8, u64), Digest>;

impl Office {
    /// Reads nodes of a log.
    async fn log_nodes(&self, j: &str, hash: Algorithm, runs: &[Run]) -> Result<Nodes, Problem> {
        let found = self.store().log_nodes(j, runs).await?;
        let at_hand = found.into_iter().map(|(level, index, digest)| {
            let digest = if level == 0 { hash.leaf(&digest) } else { digest };
            ((level, index), digest)
        });
        Ok(at_hand.collect())
    }
}

impl From<Missing> for Problem {
    fn from(missing: Missing) -> Self {
        Problem::Corrupt(missing.to_string())
    }
}

impl From<proof::SignError> for Problem {
    fn from(error: proof::SignError) -> Self {
        Problem::Corrupt(error.to_string())
    }
}

impl From<proof::Unreadable> for Problem {
    fn from(error: proof::Unreadable) -> Self {
        Problem::Corrupt(error.to_string())
    }
}
