//! The documents name only what exists: every link and every path of the repository in them.

use super::Fault;
use super::tree::Tree;

/// The folders of the repository; a path that begins with one is meant to exist.
const TOP: [&str; 8] = [
    "crates/",
    "docs/",
    "procedures/",
    "calendars/",
    "xtask/",
    "fuzz/",
    "packaging/",
    ".ci/",
];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.with_ending(&["md"]).filter(|(path, _)| is_document(path)) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut fenced = false;
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
            } else if !fenced {
                for name in missing(tree, folder, line) {
                    let says =
                        format!("'{name}' does not exist: correct the name, or move an example into a block");
                    faults.push(Fault::new(path, number, says));
                }
            }
        }
    }
    faults
}

fn is_document(path: &str) -> bool {
    path.starts_with("docs/") || !path.contains('/') || path.ends_with("/README.md")
}

fn missing<'a>(tree: &Tree, folder: &str, line: &'a str) -> Vec<&'a str> {
    let links = links(line).filter(|target| !tree.has(&resolve(folder, target)));
    let paths = quoted(line).filter(|name| {
        is_path(name)
            && !tree.has(&resolve("", name))
            && !tree.has(&resolve(folder, name))
            && !is_name(tree, name)
    });
    links.chain(paths).collect()
}

/// Targets of `[text](target)` within the repository, without their `#part`.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| {
        let target = rest.split([')', ' ']).next()?.split('#').next()?;
        (!target.is_empty() && !target.contains(':')).then_some(target)
    })
}

/// What stands between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// True if the words can only mean a file or folder of ours.
fn is_path(name: &str) -> bool {
    let plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    plain && (TOP.iter().any(|top| name.starts_with(top)) || name.ends_with(".rs"))
}

/// True for `postgres.rs`, named without its folder.
fn is_name(tree: &Tree, name: &str) -> bool {
    let ending = format!("/{name}");
    tree.paths().any(|path| path.ends_with(&ending))
}

/// The path from the root of what is named within the folder; `../` goes up.
fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::samples::places;
    use super::*;

    fn faults_in(line: &str) -> usize {
        let files = [
            ("docs/guide.md", line),
            ("docs/decisions/README.md", ""),
            ("crates/case/src/decide.rs", ""),
            ("README.md", ""),
        ];
        places(check, &files).len()
    }

    #[test]
    fn a_name_of_nothing_is_found() {
        for line in [
            "[the plan](plan.md)",
            "[the plan](../docs/decisions/0009-plan.md#why)",
            "see `crates/gossip`",
            "see `crates/case/src/undecided.rs` and [home](../README.md)",
            "in `rumour.rs`",
        ] {
            assert_eq!(faults_in(line), 1, "{line}");
        }
    }

    #[test]
    fn names_of_files_folders_and_the_world_outside_are_fine() {
        for line in [
            "[home](../README.md), [decisions](decisions/), [part](#part), [web](https://example.org/a.md)",
            "`crates/case/`, `crates/case/src/decide.rs`, `decide.rs`, `decisions/README.md`",
            "`application/json`, `/api/v1`, `GET /cases/{id}`, `docs/<name>.md`",
            "```\nsee `crates/gossip`\n```",
        ] {
            assert_eq!(faults_in(line), 0, "{line}");
        }
    }
}
