//! The file of leaked passwords that an installation brings.

use credentials::leaked::{holds, kind};
use std::fs::File;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// Whether the hash of a password stands in the file. It is searched by halving; a few blocks of it are read.
pub(super) fn is_in(path: &Path, password: &str) -> std::io::Result<bool> {
    let mut file = File::open(path)?;
    let bytes = file.metadata()?.len();
    match kind(&mut file)? {
        Some(hash) => holds(&mut file, bytes, hash, password),
        None if bytes == 0 => Ok(false),
        None => Err(Error::new(ErrorKind::InvalidData, "no list of hashes")),
    }
}
