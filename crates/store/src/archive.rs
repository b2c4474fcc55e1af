//! The database as an archive holds it: what must be kept, in a form that names no engine. What is folded from the log is
//! made again afterwards, what passes anyway (sessions, leases, counts of tries) stays behind.

mod fill;
mod plain;
mod snapshot;
mod tables;

pub use fill::Columns;
pub use plain::Plain;
pub(crate) use snapshot::Held;
pub use snapshot::{Page, Snapshot};
pub use tables::{Keep, TABLES, Table};
