//! The tree against a naive one that follows RFC 6962 word by word.

use proof::{Algorithm, Digest, Edge, consistency, extends, includes, inclusion, root, wanted};
use proptest::prelude::*;
use std::collections::HashMap;

/// MTH of RFC 6962, section 2.1.
fn naive(algorithm: Algorithm, leaves: &[Digest]) -> Digest {
    match leaves {
        [] => algorithm.empty(),
        [one] => algorithm.leaf(one),
        more => {
            let mut k = 1;
            while k * 2 < more.len() {
                k *= 2;
            }
            let (left, right) = more.split_at(k);
            algorithm.node(&naive(algorithm, left), &naive(algorithm, right))
        }
    }
}

fn leaves(algorithm: Algorithm, count: u64) -> Vec<Digest> {
    (0..count)
        .map(|n| algorithm.digest(&[&n.to_be_bytes()]))
        .collect()
}

/// What the database would hold.
struct Stored(HashMap<(u8, u64), Digest>);

fn grown(algorithm: Algorithm, leaves: &[Digest]) -> (Edge, Stored) {
    let mut edge = Edge::new(algorithm);
    let mut stored = HashMap::new();
    for (n, leaf) in leaves.iter().enumerate() {
        stored.insert((0, n as u64), algorithm.leaf(leaf));
        for node in edge.push(leaf) {
            stored.insert((node.level, node.index), node.hash);
        }
    }
    (edge, Stored(stored))
}

fn algorithms() -> impl Strategy<Value = Algorithm> {
    prop_oneof![Just(Algorithm::Sha256), Just(Algorithm::Sm3)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_root_is_that_of_the_naive_tree(algorithm in algorithms(), count in 0u64..700) {
        let leaves = leaves(algorithm, count);
        let (edge, stored) = grown(algorithm, &leaves);
        prop_assert_eq!(edge.root(), naive(algorithm, &leaves));
        let mut read = |level, index| stored.0.get(&(level, index)).copied();
        prop_assert_eq!(root(algorithm, count, &mut read).unwrap(), edge.root());
    }

    #[test]
    fn an_edge_goes_on_from_stored_nodes(count in 0u64..700, more in 0u64..40) {
        let all = leaves(Algorithm::Sha256, count + more);
        let (before, stored) = grown(Algorithm::Sha256, &all[..count as usize]);
        let read: u64 = Edge::wanted(count).iter().map(|run| run.count).sum();
        prop_assert!(read <= 45);
        let mut edge = Edge::resume(Algorithm::Sha256, count, &mut |l, i| stored.0.get(&(l, i)).copied()).unwrap();
        prop_assert_eq!(&edge, &before);
        for leaf in &all[count as usize..] {
            edge.push(leaf);
        }
        prop_assert_eq!(edge.root(), naive(Algorithm::Sha256, &all));
    }

    #[test]
    fn every_leaf_is_proved_and_nothing_else(algorithm in algorithms(), count in 1u64..500, at in any::<prop::sample::Index>()) {
        let leaves = leaves(algorithm, count);
        let (edge, stored) = grown(algorithm, &leaves);
        let leaf = at.index(count as usize) as u64;
        let path = inclusion(algorithm, leaf, count, &mut |l, i| stored.0.get(&(l, i)).copied()).unwrap();
        let mine = &leaves[leaf as usize];
        let root = edge.root();
        prop_assert!(includes(algorithm, mine, leaf, count, &path, &root));
        let other = algorithm.digest(&[b"another"]);
        prop_assert!(!includes(algorithm, &other, leaf, count, &path, &root));
        prop_assert!(!includes(algorithm, mine, leaf, count, &path, &other));
        prop_assert!(count == 1 || !includes(algorithm, mine, (leaf + 1) % count, count, &path, &root));
        if let Some(shorter) = path.split_last() {
            prop_assert!(!includes(algorithm, mine, leaf, count, shorter.1, &root));
        }
    }

    #[test]
    fn every_tree_extends_those_before_it(count in 1u64..500, at in any::<prop::sample::Index>()) {
        let algorithm = Algorithm::Sha256;
        let leaves = leaves(algorithm, count);
        let (edge, stored) = grown(algorithm, &leaves);
        let old = at.index(count as usize + 1) as u64;
        let old_root = naive(algorithm, &leaves[..old as usize]);
        let path = consistency(algorithm, old, count, &mut |l, i| stored.0.get(&(l, i)).copied()).unwrap();
        let root = edge.root();
        prop_assert!(extends(algorithm, (old, &old_root), (count, &root), &path));
        let other = algorithm.digest(&[b"another"]);
        prop_assert!(!extends(algorithm, (old, &other), (count, &root), &path));
        prop_assert!(old == 0 || !extends(algorithm, (old, &old_root), (count, &other), &path));
    }

    #[test]
    fn what_a_proof_reads_is_known_beforehand(count in 1u64..70_000, at in any::<prop::sample::Index>()) {
        let leaf = at.index(count as usize) as u64;
        let runs = wanted(|read| inclusion(Algorithm::Sha256, leaf, count, read));
        let all: u64 = runs.iter().map(|run| run.count).sum();
        prop_assert!(all <= 150, "{all} nodes in {} runs", runs.len());
        prop_assert!(runs.iter().all(|run| run.level % 4 == 0 && (run.from + run.count) << run.level <= count));
    }
}

/// The example tree of RFC 6962, section 2.1.3: seven leaves.
#[test]
fn the_example_of_the_rfc() {
    let a = Algorithm::Sha256;
    let d = leaves(a, 7);
    let h: Vec<Digest> = d.iter().map(|leaf| a.leaf(leaf)).collect();
    let (g, i) = (a.node(&h[0], &h[1]), a.node(&h[2], &h[3]));
    let (k, m) = (a.node(&g, &i), a.node(&h[4], &h[5]));
    let l = a.node(&m, &h[6]);
    let (edge, stored) = grown(a, &d);
    assert_eq!(edge.root(), a.node(&k, &l));
    let path = |leaf| inclusion(a, leaf, 7, &mut |l, i| stored.0.get(&(l, i)).copied()).unwrap();
    assert_eq!(path(0), [h[1], i, l]);
    assert_eq!(path(3), [h[2], g, l]);
    assert_eq!(path(4), [h[5], h[6], k]);
    assert_eq!(path(6), [m, k]);
    let proof = |old| consistency(a, old, 7, &mut |l, i| stored.0.get(&(l, i)).copied()).unwrap();
    assert_eq!(proof(3), [h[2], h[3], g, l]);
    assert_eq!(proof(4), [l]);
    assert_eq!(proof(6), [m, h[6], k]);
}

/// Known digests, from FIPS 180-4 and GB/T 32905.
#[test]
fn both_hash_functions_are_the_published_ones() {
    let of = |algorithm: Algorithm| algorithm.digest(&[b"a", b"bc"]).to_string();
    assert_eq!(
        of(Algorithm::Sha256),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        of(Algorithm::Sm3),
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    );
}
