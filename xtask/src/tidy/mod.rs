//! The rules of the house that no other tool checks. Each has a module of its own, with bad samples as tests.

mod arrows;
mod docs;
mod leftovers;
mod length;
mod manifest;
mod migrations;
mod module_docs;
mod one_program;
mod places;
mod pure;
mod tree;
mod workplace;

use std::path::Path;

use tree::Tree;

/// One place that breaks a rule.
#[derive(Debug, PartialEq)]
struct Fault {
    path: String,
    /// Counted from 1; 0 when the whole file is meant.
    line: usize,
    /// What is wrong and what to do.
    says: String,
}

impl Fault {
    fn new(path: &str, line: usize, says: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            says: says.into(),
        }
    }
}

/// The rules, in the order in which their faults are printed.
const RULES: [fn(&Tree) -> Vec<Fault>; 10] = [
    length::check,
    module_docs::check,
    one_program::check,
    leftovers::check,
    arrows::check,
    pure::check,
    docs::check,
    migrations::check,
    places::check,
    workplace::check,
];

/// Checks the repository and prints every fault. True when there is none.
pub(crate) fn run(root: &Path) -> bool {
    let tree = match Tree::read(root) {
        Ok(tree) => tree,
        Err(fault) => {
            println!("   {fault}");
            return false;
        }
    };
    let faults: Vec<Fault> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    for Fault { path, line, says } in &faults {
        match line {
            0 => println!("   {path}: {says}"),
            _ => println!("   {path}:{line}: {says}"),
        }
    }
    println!("   {} files, {} faults", tree.paths().count(), faults.len());
    faults.is_empty()
}

#[cfg(test)]
mod samples {
    //! How a rule's tests give it small repositories.

    use super::{Fault, Tree};

    /// The places, as `path:line`, where the rule finds fault with these files.
    pub(super) fn places(rule: fn(&Tree) -> Vec<Fault>, files: &[(&str, &str)]) -> Vec<String> {
        rule(&Tree::of(files))
            .into_iter()
            .map(|fault| format!("{}:{}", fault.path, fault.line))
            .collect()
    }
}
