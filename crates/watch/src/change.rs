//! What changed between two texts, line by line.

use std::collections::HashMap;

/// One line that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It stands there now.
    Added(String),
    /// It stands there no more.
    Removed(String),
}

/// Beyond so many comparisons, lines are only counted, not put into order.
const MOST: usize = 4_000_000;

/// The lines that differ, in the order of the texts: a shortest way from one to the other, as far as the texts are of a
/// size at which that can be found.
pub fn changes(before: &[String], after: &[String]) -> Vec<Change> {
    let same = |(a, b): &(&String, &String)| a == b;
    let head = before.iter().zip(after).take_while(same).count();
    let (before, after) = (&before[head..], &after[head..]);
    let tail = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take_while(same)
        .count();
    let before = &before[..before.len() - tail];
    let after = &after[..after.len() - tail];
    if before.len().saturating_mul(after.len()) > MOST {
        return counted(before, after);
    }
    ordered(before, after)
}

fn ordered(before: &[String], after: &[String]) -> Vec<Change> {
    let width = after.len() + 1;
    // length of the longest common part of what stands from (i, j) on
    let mut common = vec![0_u32; (before.len() + 1) * width];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i * width + j] = if before[i] == after[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == after.len()
            || (i < before.len() && common[(i + 1) * width + j] >= common[i * width + j + 1])
        {
            found.push(Change::Removed(before[i].clone()));
            i += 1;
        } else {
            found.push(Change::Added(after[j].clone()));
            j += 1;
        }
    }
    found
}

fn counted(before: &[String], after: &[String]) -> Vec<Change> {
    let mut left: HashMap<&String, usize> = HashMap::new();
    for line in before {
        *left.entry(line).or_default() += 1;
    }
    let mut added = Vec::new();
    for line in after {
        match left.get_mut(line) {
            Some(count) if *count > 0 => *count -= 1,
            _ => added.push(Change::Added(line.clone())),
        }
    }
    let mut found = Vec::new();
    for line in before {
        if let Some(count) = left.get_mut(line)
            && *count > 0
        {
            *count -= 1;
            found.push(Change::Removed(line.clone()));
        }
    }
    found.extend(added);
    found
}

#[cfg(test)]
mod tests {
    use super::{Change, changes, counted};

    fn lines(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn shown(found: &[Change]) -> Vec<String> {
        let one = |change: &Change| match change {
            Change::Added(line) => format!("+{line}"),
            Change::Removed(line) => format!("-{line}"),
        };
        found.iter().map(one).collect()
    }

    #[test]
    fn only_what_differs_is_told() {
        let found = changes(&lines("a b c d"), &lines("a x c d e"));
        assert_eq!(shown(&found), ["-b", "+x", "+e"]);
        assert!(changes(&lines("a b"), &lines("a b")).is_empty());
        assert_eq!(shown(&changes(&[], &lines("a"))), ["+a"]);
        assert_eq!(shown(&changes(&lines("a a"), &lines("a"))), ["-a"]);
    }

    #[test]
    fn what_is_only_counted_tells_the_same_lines() {
        let found = counted(&lines("a b c b"), &lines("b c x"));
        assert_eq!(shown(&found), ["-a", "-b", "+x"]);
    }
}
