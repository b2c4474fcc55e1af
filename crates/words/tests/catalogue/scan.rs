//! Which strings the sources hold, and which of them are surely keys of the catalogue.
//!
//! Not a Rust parser: it splits sources into words, strings and signs, drops comments and test modules, and
//! knows the few shapes in which a key is said. Tests below show that it sees each of them.

use std::path::{Path, PathBuf};

#[derive(Default)]
pub(crate) struct File {
    pub(crate) path: String,
    /// All strings.
    pub(crate) literals: Vec<String>,
    /// Strings that must be keys, by the place where they stand.
    pub(crate) used: Vec<String>,
}

#[derive(Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

/// All sources of the program: `crates/**/*.rs` and `crates/**/templates/**`, without tests.
pub(crate) fn repository() -> Vec<File> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    walk(&crates, &mut paths);
    let files: Vec<File> = paths
        .iter()
        .map(|path| {
            let source = std::fs::read_to_string(path).unwrap();
            let rust = path.extension().is_some_and(|end| end == "rs");
            let tokens = if rust {
                tokens(&source)
            } else {
                tokens(&expressions(&source))
            };
            let shown = path.strip_prefix(&crates).unwrap().display().to_string();
            File {
                path: shown,
                ..file(tokens)
            }
        })
        .collect();
    assert!(
        files.len() > 10,
        "found only {} sources in {}",
        files.len(),
        crates.display()
    );
    files
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let template = path.components().any(|part| part.as_os_str() == "templates");
        if path.is_dir() {
            if !matches!(name.as_str(), "tests" | "benches" | "testkit" | "target") {
                walk(&path, paths);
            }
        } else if (name.ends_with(".rs") && name != "tests.rs") || template {
            paths.push(path);
        }
    }
}

/// What stands in a template between `{{ }}` and `{% %}`.
fn expressions(template: &str) -> String {
    let mut rest = template;
    let mut found = String::new();
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let end = if rest[start..].starts_with("{{") {
            "}}"
        } else {
            "%}"
        };
        let Some(length) = rest[start + 2..].find(end) else {
            break;
        };
        found.push_str(&rest[start + 2..start + 2 + length]);
        found.push('\n');
        rest = &rest[start + 2 + length + 2..];
    }
    found
}

fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut found = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = at(i);
        if c == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if c == '/' && at(i + 1) == '*' {
            i += 2;
            while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                i += 1;
            }
            i += 2;
        } else if c == '"' {
            let start = i + 1;
            i = start;
            while i < chars.len() && at(i) != '"' {
                i += if at(i) == '\\' { 2 } else { 1 };
            }
            found.push(Token::Text(chars[start..i.min(chars.len())].iter().collect()));
            i += 1;
        } else if c == 'r' && (at(i + 1) == '"' || (at(i + 1) == '#' && matches!(at(i + 2), '"' | '#'))) {
            let hashes = (i + 1..).take_while(|k| at(*k) == '#').count();
            let start = i + hashes + 2;
            i = start;
            while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|k| at(i + k) == '#')) {
                i += 1;
            }
            found.push(Token::Text(chars[start..i.min(chars.len())].iter().collect()));
            i += hashes + 1;
        } else if c == '\'' && at(i + 1) == '\\' {
            // a character after a backslash
            i += 3;
            while i < chars.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
        } else if c == '\'' && at(i + 2) == '\'' {
            i += 3;
        } else if c.is_alphanumeric() || c == '_' {
            let start = i;
            while at(i).is_alphanumeric() || at(i) == '_' {
                i += 1;
            }
            found.push(Token::Word(chars[start..i].iter().collect()));
        } else {
            if !c.is_whitespace() {
                found.push(Token::Sign(c));
            }
            i += 1;
        }
    }
    found
}

fn file(tokens: Vec<Token>) -> File {
    let tokens = without_tests(tokens);
    let mut file = File::default();
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(text) => {
                file.literals.push(text.clone());
                if i >= 2 && is_word(&tokens, i - 2, "code") && is_sign(&tokens, i - 1, ':') {
                    file.used.push(text.clone());
                }
            }
            Token::Word(word) if is_sign(&tokens, i + 1, '(') => {
                let of_t = i >= 2 && is_word(&tokens, i - 2, "t") && is_sign(&tokens, i - 1, '.');
                let defined = i >= 1 && is_word(&tokens, i - 1, "fn");
                if !defined && (word == "say" || word == "t" || (word == "args" && of_t)) {
                    file.used.extend(first_text(&tokens, i + 1));
                } else if defined && word == "code" {
                    file.used.extend(code_body(&tokens, i));
                }
            }
            _ => {}
        }
    }
    file
}

/// The first string that is an argument of its own in the call whose bracket opens at `open`.
fn first_text(tokens: &[Token], open: usize) -> Option<String> {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Text(text) if depth == 1 => {
                let begins = is_sign(tokens, i - 1, '(') || is_sign(tokens, i - 1, ',');
                let ends = is_sign(tokens, i + 1, ')') || is_sign(tokens, i + 1, ',');
                if begins && ends {
                    return Some(text.clone());
                }
            }
            _ => {}
        }
        if depth == 0 {
            return None;
        }
    }
    None
}

/// The strings of a `fn code(&self) -> &'static str { … }`.
fn code_body(tokens: &[Token], name: usize) -> Vec<String> {
    let Some(open) = (name..tokens.len()).find(|i| matches!(tokens[*i], Token::Sign('{' | ';'))) else {
        return Vec::new();
    };
    let returns_text = (name..open).any(|i| is_word(tokens, i, "str"));
    if !returns_text || !is_sign(tokens, open, '{') {
        return Vec::new();
    }
    let inside = &tokens[open..closing(tokens, open)];
    inside
        .iter()
        .filter_map(|t| {
            if let Token::Text(text) = t {
                Some(text.clone())
            } else {
                None
            }
        })
        .collect()
}

/// Drops `#[cfg(test)] mod … { … }`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut skip_to = 0;
    for i in 0..tokens.len() {
        let shape = ["cfg", "(", "test", ")", "]", "mod"];
        let marked = is_sign(&tokens, i, '[')
            && shape
                .iter()
                .enumerate()
                .all(|(k, s)| match &tokens.get(i + 1 + k) {
                    Some(Token::Word(word)) => word == s,
                    Some(Token::Sign(sign)) => s.starts_with(*sign),
                    _ => false,
                });
        if marked && i >= skip_to && is_sign(&tokens, i + 8, '{') {
            skip_to = closing(&tokens, i + 8) + 1;
        }
        if i >= skip_to {
            kept.push(i);
        }
    }
    let mut kept = kept.into_iter().peekable();
    let all = tokens.into_iter().enumerate();
    all.filter(|(i, _)| kept.next_if_eq(i).is_some())
        .map(|(_, token)| token)
        .collect()
}

/// Where the bracket that opens at `open` closes; the end where it does not.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return i;
        }
    }
    tokens.len()
}

fn is_word(tokens: &[Token], i: usize, word: &str) -> bool {
    matches!(tokens.get(i), Some(Token::Word(found)) if found == word)
}

fn is_sign(tokens: &[Token], i: usize, sign: char) -> bool {
    matches!(tokens.get(i), Some(Token::Sign(found)) if *found == sign)
}

#[test]
fn it_sees_every_shape_in_which_a_key_is_said() {
    let source = r##"
        say(self.lang, "said", &[("n", x("not-this"))]); t.say("by-t", &[]); t.args("with-args", &[]);
        t("short"); Refusal { code: "in-field", clause }; command.args("not-a-key"); say(lang, key, &[]);
        fn code(&self) -> &'static str { match self { Self::A { .. } => "from-code", Self::B => 'x: { "too" } } }
        fn code(&self) -> u16 { number("not-a-key") }
    "##;
    let used = file(tokens(source)).used;
    assert_eq!(
        used,
        [
            "said",
            "by-t",
            "with-args",
            "short",
            "in-field",
            "from-code",
            "too"
        ]
    );
}

#[test]
fn it_sees_all_strings_but_those_of_comments_and_tests() {
    let source = "a(\"one \\\" still\", '\"', b'\\'', r#\"two \"raw\" \"#); // \"no\"\n/* \"no\" */ fn x<'a>(y: &'a str) {}
        #[cfg(test)] mod tests { fn t() { say(l, \"no\", { 1 }) } } \"three\"";
    let found = file(tokens(source));
    assert_eq!(found.literals, [r#"one \" still"#, r#"two "raw" "#, "three"]);
    assert!(found.used.is_empty());
}

#[test]
fn it_sees_templates() {
    let template =
        r#"<p class="not">It's {{ t.say("shown") }}{% if a == "x" %}{{ t("there", b) }}{% endif %}"#;
    let found = file(tokens(&expressions(template)));
    assert_eq!(found.used, ["shown", "there"]);
    assert_eq!(found.literals, ["shown", "x", "there"]);
}
