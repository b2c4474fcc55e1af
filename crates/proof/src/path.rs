//! Proofs made from stored nodes (RFC 6962, section 2.1): what a verifier needs beside its own leaf or root.

use crate::edge::STEP;
use crate::{Algorithm, Digest};
use thiserror::Error;

/// Gives a stored node by level and index; on level 0 the hash of a leaf.
pub(crate) type Read<'a> = &'a mut dyn FnMut(u8, u64) -> Option<Digest>;

/// A stored node is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("node {index} on level {level} of the tree is missing")]
pub struct Missing {
    /// Levels above the leaves.
    pub level: u8,
    /// Position on the level.
    pub index: u64,
}

/// Stored nodes side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// Levels above the leaves.
    pub level: u8,
    /// The first.
    pub from: u64,
    /// How many.
    pub count: u64,
}

/// Hashes that lead from a leaf to the root of a tree of `size` leaves, the lowest first.
///
/// # Errors
/// A node that is not there. A leaf outside the tree has no path: then it is empty.
pub fn inclusion(algorithm: Algorithm, leaf: u64, size: u64, read: Read<'_>) -> Result<Vec<Digest>, Missing> {
    let mut path = Vec::new();
    let (mut low, mut high) = (0, size);
    if leaf >= size {
        return Ok(path);
    }
    while high - low > 1 {
        let middle = low + split(high - low);
        if leaf < middle {
            path.push(range(algorithm, middle, high, read)?);
            high = middle;
        } else {
            path.push(range(algorithm, low, middle, read)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// Hashes that show that the tree of `new` leaves begins with the tree of `old` leaves.
///
/// # Errors
/// A node that is not there.
pub fn consistency(algorithm: Algorithm, old: u64, new: u64, read: Read<'_>) -> Result<Vec<Digest>, Missing> {
    let mut path = Vec::new();
    let (mut low, mut high) = (0, new);
    if old == 0 || old >= new {
        return Ok(path);
    }
    while old != high {
        let middle = low + split(high - low);
        if old <= middle {
            path.push(range(algorithm, middle, high, read)?);
            high = middle;
        } else {
            path.push(range(algorithm, low, middle, read)?);
            low = middle;
        }
    }
    // The old tree itself is known to whoever asks.
    if low > 0 {
        path.push(range(algorithm, low, high, read)?);
    }
    path.reverse();
    Ok(path)
}

/// The root of the tree of `size` leaves.
///
/// # Errors
/// A node that is not there.
pub fn root(algorithm: Algorithm, size: u64, read: Read<'_>) -> Result<Digest, Missing> {
    if size == 0 {
        return Ok(algorithm.empty());
    }
    range(algorithm, 0, size, read)
}

/// Which stored nodes a proof reads: it is made once with a reader that takes note.
pub fn wanted<T>(make: impl FnOnce(Read<'_>) -> Result<T, Missing>) -> Vec<Run> {
    let mut nodes = Vec::new();
    let _ = make(&mut |level, index| {
        nodes.push((level, index));
        Some(Digest::NOTHING)
    });
    nodes.sort_unstable();
    nodes.dedup();
    let mut runs: Vec<Run> = Vec::new();
    for (level, index) in nodes {
        match runs.last_mut() {
            Some(run) if run.level == level && run.from + run.count == index => run.count += 1,
            _ => runs.push(Run {
                level,
                from: index,
                count: 1,
            }),
        }
    }
    runs
}

/// The largest power of two below a number above one.
fn split(leaves: u64) -> u64 {
    1 << (u64::BITS - 1 - (leaves - 1).leading_zeros())
}

/// Hash over the leaves from `low` up to `high`; `low` is where a subtree of the tree begins.
fn range(algorithm: Algorithm, low: u64, high: u64, read: Read<'_>) -> Result<Digest, Missing> {
    let leaves = high - low;
    if leaves.is_power_of_two() {
        let level = leaves.trailing_zeros() as u8;
        return node(algorithm, level, low >> level, read);
    }
    let middle = low + split(leaves);
    let left = range(algorithm, low, middle, read)?;
    Ok(algorithm.node(&left, &range(algorithm, middle, high, read)?))
}

/// A node with all its leaves, read or found from those below it.
fn node(algorithm: Algorithm, level: u8, index: u64, read: Read<'_>) -> Result<Digest, Missing> {
    if level.is_multiple_of(STEP) {
        return read(level, index).ok_or(Missing { level, index });
    }
    let left = node(algorithm, level - 1, 2 * index, read)?;
    Ok(algorithm.node(&left, &node(algorithm, level - 1, 2 * index + 1, read)?))
}
