//! What a crate's Cargo.toml says it depends on.

use super::tree::Tree;

/// One line of a manifest that names a dependency.
pub(super) struct Dependency<'a> {
    pub(super) name: &'a str,
    pub(super) line: usize,
    /// Only for the crate's tests and benchmarks.
    pub(super) for_tests: bool,
}

/// Every crate of the workspace: its name (that of its folder), its manifest's path and its text.
pub(super) fn crates(tree: &Tree) -> impl Iterator<Item = (&str, &str, &str)> {
    tree.with_ending(&["toml"]).filter_map(|(path, text)| {
        let folder = path.strip_suffix("/Cargo.toml")?;
        let name = folder.strip_prefix("crates/").unwrap_or(folder);
        (!name.contains('/')).then_some((name, path, text))
    })
}

/// The dependencies that the manifest names, in any of its tables.
pub(super) fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut found = Vec::new();
    // Whether the lines that follow stand in a table of dependencies, and in one for tests.
    let mut table = None;
    for (line, text) in (1..).zip(manifest.lines().map(str::trim)) {
        if let Some(header) = text.strip_prefix('[') {
            let header = header.trim_matches(['[', ']']);
            let (head, last) = header.rsplit_once('.').unwrap_or(("", header));
            let for_tests = header.contains("dev-dependencies");
            table = last.ends_with("dependencies").then_some(for_tests);
            // `[dependencies.name]`
            if head.ends_with("dependencies") {
                found.push(Dependency {
                    name: last,
                    line,
                    for_tests,
                });
            }
        } else if let Some(for_tests) = table {
            let name = text.split(['.', '=', ' ']).next().unwrap_or_default();
            if !name.is_empty() && !name.starts_with('#') {
                found.push(Dependency {
                    name,
                    line,
                    for_tests,
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn every_way_of_naming_a_dependency_is_read() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\n# a\none.workspace = true\ntwo = \"1\"\n\
                        [target.'cfg(unix)'.dependencies]\nthree = { path = \"y\" }\n[dependencies.four]\npath = \"z\"\n\
                        [dev-dependencies]\nfive.workspace = true\n[features]\nsix = []\n";
        let read: Vec<_> = dependencies(manifest)
            .iter()
            .map(|d| (d.name, d.line, d.for_tests))
            .collect();
        let right = [
            ("one", 5, false),
            ("two", 6, false),
            ("three", 8, false),
            ("four", 9, false),
            ("five", 12, true),
        ];
        assert_eq!(read, right);
    }
}
