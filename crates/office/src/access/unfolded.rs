//! Openings that were recorded before the access log had rows (schema 12) are folded once, when the program starts.

use super::stored::fold;
use store::{RowChange, Store, StoreError};

/// Events folded with one transaction.
const AT_ONCE: u32 = 500;

/// Enters what is missing in the rows of the access log, unless that was done before. Several processes may start at once:
/// each enters the same rows, and the first one counts. Gives the number of events folded by this call.
///
/// # Errors
/// The store's; what was entered before the error stays, and the next start goes on.
pub async fn fold_openings(store: &Store) -> Result<u64, StoreError> {
    if store.access_folded().await? {
        return Ok(0);
    }
    let jurisdictions = store.jurisdictions().await?;
    // Nothing is set up: a mark would be the first thing in a database into which a backup may yet be restored.
    if jurisdictions.is_empty() {
        return Ok(0);
    }
    let mut folded = 0;
    for jurisdiction in jurisdictions {
        let mut after = (String::new(), 0);
        loop {
            let events = store
                .access_without_rows(&jurisdiction.id, &after, AT_ONCE)
                .await?;
            let Some(last) = events.last() else { break };
            after = (last.stream.clone(), last.seq);
            let mut rows = Vec::new();
            for event in &events {
                rows.extend(fold(event)?.into_iter().filter_map(|change| match change {
                    RowChange::Access(row) => Some(row),
                    _ => None,
                }));
            }
            folded += events.len() as u64;
            store.enter_access(jurisdiction.id.clone(), rows).await?;
        }
    }
    store.remember_access_folded().await?;
    Ok(folded)
}
