//! Reading a procedure file: text in, procedure or a fault with its line out.

use crate::Procedure;
use sha2::{Digest, Sha256};

/// Why a file cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Reads a procedure. It is not yet checked for dead ends and the like.
///
/// # Errors
/// The first thing that is not TOML, not a known key, or not a known word, with its line.
pub fn read(text: &str) -> Result<Procedure, Fault> {
    let mut procedure: Procedure = toml::from_str(text).map_err(|error| Fault {
        line: error.span().map_or(1, |span| line_of(text, span.start)),
        what: error.message().to_owned(),
    })?;
    procedure.hash = hash(text);
    Ok(procedure)
}

/// The line, from 1, of a byte position.
pub fn line_of(text: &str, position: usize) -> usize {
    text.as_bytes()
        .iter()
        .take(position)
        .filter(|b| **b == b'\n')
        .count()
        + 1
}

/// SHA-256 of a text in hex: the name under which it is adopted.
pub fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}
