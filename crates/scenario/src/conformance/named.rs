//! Tests by their names: `sq_10_3_the_clocks_run_from_dispatch`, or any test of `sq_10_3.rs`, is about SQ-10(3).

/// One test of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// Path of its file from the root of the repository.
    pub file: String,
    /// Its name.
    pub name: String,
}

/// The tests of a Rust source.
pub fn tests(file: &str, source: &str) -> Vec<Test> {
    let mut found = Vec::new();
    let mut marked = false;
    for line in source.lines().map(str::trim) {
        let marks = line.starts_with("#[test]") || (line.starts_with("#[") && line.contains("::test"));
        let function = line
            .strip_prefix("async fn ")
            .or_else(|| line.strip_prefix("fn "));
        if let (true, Some(rest)) = (marked, function) {
            let name = rest.split('(').next().unwrap_or_default();
            found.push(Test {
                file: file.to_owned(),
                name: name.to_owned(),
            });
        }
        // other attributes may stand between the mark and the function
        marked = marks || (marked && line.starts_with("#["));
    }
    found
}

impl Test {
    /// The numbers that it carries: those of its own name, or else of its file.
    pub(super) fn about(&self) -> Vec<String> {
        let own = numbers(&self.name);
        let stem = self
            .file
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".rs"));
        match stem {
            Some(stem) if own.len() < 2 => numbers(stem),
            _ => own,
        }
    }
}

/// The letters at the beginning and the numbers that follow: `SQ-10(3)` and `sq_10_3_signing` are both sq, 10, 3.
pub(super) fn numbers(name: &str) -> Vec<String> {
    let parts = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty());
    let mut numbers = Vec::new();
    for (index, part) in parts.enumerate() {
        let letters = part.chars().all(|c| c.is_ascii_alphabetic());
        let digits = part.chars().all(|c| c.is_ascii_digit());
        match index {
            0 if letters => numbers.push(part.to_ascii_lowercase()),
            0 => break,
            _ if digits => numbers.push(part.trim_start_matches('0').to_owned()),
            _ => break,
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_recognised_in_the_name_of_a_test() {
        assert_eq!(numbers("SQ-10(3)"), ["sq", "10", "3"]);
        assert_eq!(numbers("sq_06"), numbers("SQ-6"));
        assert_eq!(numbers("ZG-2(3)1"), ["zg", "2", "3", "1"]);
        assert_eq!(numbers("NG-(2)"), ["ng", "2"]);
    }

    #[test]
    fn tests_are_found_with_their_names() {
        let source =
            "#[test]\nfn sq_7_one() {}\nfn helper() {}\n#[tokio::test]\n#[cfg(x)]\nasync fn two() {}\n";
        let found = tests("crates/a/tests/sq_10_3.rs", source);
        let names: Vec<&str> = found.iter().map(|test| test.name.as_str()).collect();
        assert_eq!(names, ["sq_7_one", "two"]);
        assert_eq!(found[0].about(), ["sq", "7"], "its own name goes first");
        assert_eq!(found[1].about(), ["sq", "10", "3"]);
    }
}
