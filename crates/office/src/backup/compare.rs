//! Whether what was restored is what was there: the tables that were made again from the log, beside those of the backup.

use super::write::counted;
use super::{BackupFault, Manifest};
use store::Store;
use store::archive::{Keep, Snapshot, TABLES};

/// Names of tables that were made again and differ from what they were when the backup was made. None where the schema has
/// changed since: then they are meant to. Those that the backup did not count are not compared.
///
/// # Errors
/// A database that cannot be read.
pub async fn differing(url: &str, manifest: &Manifest) -> Result<Vec<&'static str>, BackupFault> {
    let mut names = Vec::new();
    if manifest.schema != Store::schema() {
        return Ok(names);
    }
    let mut snapshot = Snapshot::open(url).await?;
    for table in TABLES.iter().filter(|table| table.keep == Keep::Folded) {
        let now = counted(&mut snapshot, table).await?;
        if manifest.folds.get(table.name).is_some_and(|then| *then != now) {
            names.push(table.name);
        }
    }
    Ok(names)
}
