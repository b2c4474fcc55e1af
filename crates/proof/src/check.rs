//! Proofs checked (RFC 9162, sections 2.1.3.2 and 2.1.4.2): nothing is needed but two roots, or a leaf and a root.

use crate::{Algorithm, Digest};

/// Whether the leaf with this commitment is number `leaf`, from 0, of the tree of `size` leaves with this root.
pub fn includes(
    algorithm: Algorithm,
    commitment: &Digest,
    leaf: u64,
    size: u64,
    path: &[Digest],
    root: &Digest,
) -> bool {
    if leaf >= size {
        return false;
    }
    let (mut at, mut last) = (leaf, size - 1);
    let mut hash = algorithm.leaf(commitment);
    for beside in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = algorithm.node(beside, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = algorithm.node(&hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether the tree of `new.0` leaves with root `new.1` begins with the tree of `old.0` leaves with root `old.1`.
pub fn extends(algorithm: Algorithm, old: (u64, &Digest), new: (u64, &Digest), path: &[Digest]) -> bool {
    if old.0 == new.0 {
        return path.is_empty() && old.1 == new.1;
    }
    if old.0 > new.0 {
        return false;
    }
    if old.0 == 0 {
        return path.is_empty() && *old.1 == algorithm.empty();
    }
    // A perfect tree is itself the first node of the path.
    let own = old.0.is_power_of_two().then_some(old.1);
    let mut path = own.into_iter().chain(path);
    let (mut at, mut last) = (old.0 - 1, new.0 - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let Some(first) = path.next() else { return false };
    let (mut of_old, mut of_new) = (*first, *first);
    for beside in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            of_old = algorithm.node(beside, &of_old);
            of_new = algorithm.node(beside, &of_new);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            of_new = algorithm.node(&of_new, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && of_old == *old.1 && of_new == *new.1
}
