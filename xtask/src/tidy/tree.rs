//! The files of the repository, read once for all rules.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::Result;

/// Folders that hold no work of ours.
const NOT_OURS: [&str; 3] = [".git", "target", "node_modules"];

/// Every file by its path from the root, with `/` between folders; text only where it is UTF-8.
pub(super) struct Tree {
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        read_into(&mut files, root, "")?;
        Ok(Self { files })
    }

    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        Self {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned())))
                .collect(),
        }
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every text file.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// Text files whose name ends in one of these, the dot left out.
    pub(super) fn with_ending(&self, endings: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        self.texts().filter(move |(path, _)| {
            path.rsplit_once('.')
                .is_some_and(|(_, end)| endings.contains(&end))
        })
    }

    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// True for a file and for a folder that holds one.
    pub(super) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.contains_key(path)
            || self.files.keys().any(|file| file.starts_with(&folder))
    }
}

fn read_into(files: &mut BTreeMap<String, Option<String>>, folder: &Path, prefix: &str) -> Result<()> {
    let fault = |fault: std::io::Error| format!("{}: {fault}", folder.display());
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type().map_err(fault)?.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                read_into(files, &entry.path(), &format!("{path}/"))?;
            }
        } else {
            files.insert(
                path,
                fs::read(entry.path())
                    .ok()
                    .and_then(|bytes| String::from_utf8(bytes).ok()),
            );
        }
    }
    Ok(())
}

/// True for files that only tests use.
pub(super) fn is_test(path: &str) -> bool {
    path.starts_with("crates/testkit/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
}

/// The lines before the tests that stand at the end of the file, each with its number. Comments are left out.
pub(super) fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| {
        pair[0].trim() == "#[cfg(test)]" && pair[1].trim_start().starts_with("mod ") && pair[1].ends_with('{')
    });
    let end = tests.unwrap_or(lines.len());
    (1..)
        .zip(lines)
        .take(end)
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_ends_where_the_tests_begin() {
        let text = "//! Doc.\nuse a;\n#[cfg(test)]\nmod later;\nfn f() {}\n#[cfg(test)]\nmod tests {\nfn t() {}\n}\n";
        let lines: Vec<usize> = code_lines(text).map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 3, 4, 5]);
    }

    #[test]
    fn folders_exist_through_their_files() {
        let tree = Tree::of(&[("docs/decisions/README.md", "")]);
        assert!(tree.has("docs") && tree.has("docs/decisions/") && !tree.has("docs/dec"));
    }
}
