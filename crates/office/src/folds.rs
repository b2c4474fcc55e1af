//! How all events that are not a case's fold into rows, for rebuilding the read models.

use crate::{
    access, catalogue, credentials, directory, exchange, items, jurisdictions, knowledge, papers, rounds,
};
use store::{PAPERS, RowChange, StoreError, StoredEvent};

/// The row changes of one event of a jurisdiction.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(j: &str, stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    match stored.stream.as_str() {
        catalogue::STREAM => catalogue::fold(stored),
        credentials::STREAM => credentials::fold(stored),
        directory::STREAM => directory::fold(stored),
        jurisdictions::STREAM => jurisdictions::fold(j, stored),
        exchange::STREAM => exchange::fold(stored),
        items::STREAM => items::fold(stored),
        knowledge::STREAM => knowledge::fold(stored),
        rounds::STREAM => rounds::fold(stored),
        stream if stream.starts_with(access::PREFIX) => access::fold(stored),
        stream if stream.starts_with(PAPERS) => papers::fold(stored),
        _ => Ok(Vec::new()),
    }
}
