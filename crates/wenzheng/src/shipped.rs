//! The procedures that the program carries along: files for writing and shipping, read nowhere else.

/// Each procedure file, as its text.
pub(crate) const PROCEDURES: [&str; 1] = [include_str!("../../../procedures/suqian-12345.toml")];
