//! Puts a file together with the rule fragments that it includes. What is checked and adopted is the whole, so that
//! nothing that is in force depends on another file; every line of it knows the file and line that it comes from.

mod fragment;
mod pieces;

use crate::check::Finding;
pub(crate) use pieces::Pieces;
use toml::de::DeTable;

/// Something that a file names and does not hold itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'a> {
    /// A fragment: tables without a head, `procedures/rules/ID.toml`.
    Rules(&'a str),
    /// A procedure, by its id.
    Procedure(&'a str),
}

/// Gives the text of what a file names; `None` where there is no such thing.
pub type Find<'a> = &'a (dyn Fn(Wanted<'_>) -> Option<String> + Sync);

/// A file with everything that it includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assembled {
    /// The whole text: what is read, checked and adopted.
    pub text: String,
    files: Vec<String>,
    /// For each line of the whole: which file, 0 being the one that was given, and which line of it.
    places: Vec<(usize, usize)>,
}

impl Assembled {
    /// Where a line of the whole, from 1, comes from: the id of the other file, `None` for the one that was given,
    /// and the line in it.
    pub fn place(&self, line: usize) -> (Option<&str>, usize) {
        let last = self.places.last().copied().unwrap_or((0, 1));
        let (file, line) = self.places.get(line.saturating_sub(1)).copied().unwrap_or(last);
        let name = file.checked_sub(1).and_then(|other| self.files.get(other));
        (name.map(String::as_str), line)
    }
}

/// The line above what was included: a text that has it was put together before.
fn mark(id: &str) -> String {
    format!("# ── include: {id} ──")
}

/// Puts a file together. A file that includes nothing stays as it is, byte for byte; one that was put together before
/// as well.
///
/// # Errors
/// What is wrong with the fragments, each with its file and line.
pub fn assemble(text: &str, find: Find<'_>) -> Result<Assembled, Vec<Finding>> {
    let mut pieces = Pieces::of(text);
    let mut faults = Vec::new();
    let (root, broken) = DeTable::parse_recoverable(text);
    // What is not TOML is told by the check of the text itself.
    let included = if broken.is_empty() {
        fragment::included(root.get_ref(), text)
    } else {
        Vec::new()
    };
    for (id, line) in included {
        let mark = mark(&id);
        if text.lines().any(|l| l == mark) {
            continue;
        }
        match find(Wanted::Rules(&id)) {
            None => faults.push(Finding::fault(line, "check-include-missing", vec![("id", id)])),
            Some(rules) => {
                let wrong = fragment::faults(&id, &rules);
                if wrong.is_empty() {
                    pieces.append(&mark, &id, &rules);
                }
                faults.extend(wrong);
            }
        }
    }
    if faults.is_empty() {
        Ok(pieces.build())
    } else {
        Err(faults)
    }
}
