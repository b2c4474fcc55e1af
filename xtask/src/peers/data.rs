//! Real messages for the import tests. They belong to the people who wrote them and are never in the repository.

use std::env;
use std::path::Path;

use super::Env;
use crate::Result;

/// The folder that was named, or the one beside the repository.
pub(super) fn find(root: &Path) -> Result<Env> {
    let beside = root.join("../shared/data");
    let folder = env::var_os("WENZHENG_TEST_DATA").map_or(beside, Into::into);
    match folder.canonicalize() {
        Ok(folder) if folder.is_dir() => Ok(vec![(
            "WENZHENG_TEST_DATA",
            folder.to_string_lossy().into_owned(),
        )]),
        _ => Err(format!(
            "no folder {} (name one in WENZHENG_TEST_DATA)",
            folder.display()
        )),
    }
}
