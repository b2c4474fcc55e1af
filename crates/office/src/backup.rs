//! Backups: everything that cannot be made again, as it stood at one moment, in a form that names no engine. Two files
//! belong together: the archive (log, adopted rules, attachments, added languages) and the keys, wrapped under the master key. They lie apart
//! because what was destroyed must not come back: an old archive tells nothing without the keys, and old keys are thrown
//! away. `docs/operating.md` says how.

mod compare;
mod fault;
mod language;
mod manifest;
mod read;
mod restore;
mod write;

pub use compare::differing;
pub use fault::BackupFault;
pub use language::LanguageFile;
pub use manifest::{Counted, Manifest, Part};
pub use read::{languages, verify};
pub use restore::{opens, restore};
pub use write::back_up;
