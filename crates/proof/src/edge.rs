//! The right edge of the tree: what has to be known of it to append leaves and to give its root.
//!
//! Of the nodes above the leaves only those of every fourth level are stored, one for sixteen below it; those between are
//! found again from sixteen. So a thousand leaves cost 66 rows and not a thousand, and a proof still reads few.

use crate::path::{Missing, Read, Run};
use crate::{Algorithm, Digest};

/// Levels from one stored node to the next above it.
pub const STEP: u8 = 4;

/// Nodes under a stored one, on the stored level below it.
const WIDTH: u64 = 1 << STEP;

/// A node that is complete and to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Levels above the leaves: 4, 8, 12 and so on.
    pub level: u8,
    /// Position on its level, from 0.
    pub index: u64,
    /// Its hash.
    pub hash: Digest,
}

/// The right edge of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    algorithm: Algorithm,
    size: u64,
    /// For each stored level, lowest first, the nodes that have no stored node above them yet: at most fifteen.
    open: Vec<Vec<Digest>>,
}

impl Edge {
    /// The edge of the tree without leaves.
    pub fn new(algorithm: Algorithm) -> Self {
        Self {
            algorithm,
            size: 0,
            open: Vec::new(),
        }
    }

    /// Which stored nodes are read to go on with a tree of so many leaves.
    pub fn wanted(size: u64) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut level = 0;
        while level < 64 && size >> level > 0 {
            let on_level = size >> level;
            let open = on_level % WIDTH;
            if open > 0 {
                runs.push(Run {
                    level,
                    from: on_level - open,
                    count: open,
                });
            }
            level += STEP;
        }
        runs
    }

    /// Goes on with a tree of so many leaves, from its stored nodes. On level 0 these are the hashes of leaves.
    ///
    /// # Errors
    /// A node that is not there.
    pub fn resume(algorithm: Algorithm, size: u64, read: Read<'_>) -> Result<Self, Missing> {
        let mut edge = Self {
            algorithm,
            size,
            open: Vec::new(),
        };
        for run in Self::wanted(size) {
            let nodes = (run.from..run.from + run.count).map(|index| {
                read(run.level, index).ok_or(Missing {
                    level: run.level,
                    index,
                })
            });
            *edge.on(run.level) = nodes.collect::<Result<_, _>>()?;
        }
        Ok(edge)
    }

    /// Number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    fn on(&mut self, level: u8) -> &mut Vec<Digest> {
        let position = usize::from(level / STEP);
        if self.open.len() <= position {
            self.open.resize(position + 1, Vec::new());
        }
        &mut self.open[position]
    }

    /// Appends a leaf; the nodes that it completes.
    pub fn push(&mut self, commitment: &Digest) -> Vec<Node> {
        let mut completed = Vec::new();
        let mut hash = self.algorithm.leaf(commitment);
        self.size += 1;
        let mut level = 0;
        loop {
            let open = self.on(level);
            open.push(hash);
            if (open.len() as u64) < WIDTH {
                return completed;
            }
            let below = std::mem::take(open);
            level += STEP;
            hash = perfect(self.algorithm, &below);
            completed.push(Node {
                level,
                index: (self.size >> level) - 1,
                hash,
            });
        }
    }

    /// The root over all leaves.
    pub fn root(&self) -> Digest {
        let mut root: Option<Digest> = None;
        for open in &self.open {
            let mut rest = &open[..];
            for bit in 0..STEP {
                let width = 1 << bit;
                if open.len() & width != 0 {
                    let (left, right) = rest.split_at(rest.len() - width);
                    let subtree = perfect(self.algorithm, right);
                    root = Some(root.map_or(subtree, |root| self.algorithm.node(&subtree, &root)));
                    rest = left;
                }
            }
        }
        root.unwrap_or_else(|| self.algorithm.empty())
    }
}

/// The node over a power of two of nodes.
pub(crate) fn perfect(algorithm: Algorithm, nodes: &[Digest]) -> Digest {
    match nodes {
        [one] => *one,
        [] => algorithm.empty(),
        more => {
            let (left, right) = more.split_at(more.len() / 2);
            algorithm.node(&perfect(algorithm, left), &perfect(algorithm, right))
        }
    }
}
