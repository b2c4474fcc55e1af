//! Which fragments a file includes, and whether they are fragments.

use crate::check::Finding;
use crate::read::line_of;
use toml::de::DeTable;

/// The ids in `include` of the head, with their lines.
pub(super) fn included(root: &DeTable<'_>, text: &str) -> Vec<(String, usize)> {
    let head = root.get("procedure").and_then(|head| head.get_ref().as_table());
    let list = head.and_then(|head| head.get("include"));
    let list = list.and_then(|list| list.get_ref().as_array());
    let entries = list.into_iter().flat_map(|list| list.iter());
    entries
        .filter_map(|entry| {
            let id = entry.get_ref().as_str()?;
            Some((id.to_owned(), line_of(text, entry.span().start)))
        })
        .collect()
}

/// What keeps a text from being a fragment: only tables in double brackets, and no head.
pub(super) fn faults(id: &str, rules: &str) -> Vec<Finding> {
    let (root, broken) = DeTable::parse_recoverable(rules);
    let mut faults: Vec<Finding> = broken
        .iter()
        .map(|fault| {
            let line = fault.span().map_or(1, |span| line_of(rules, span.start));
            let message = fault.message().lines().next().unwrap_or_default().to_owned();
            Finding::fault(line, "check-syntax", vec![("message", message)]).in_file(id)
        })
        .collect();
    if faults.is_empty() {
        let tables = root.get_ref().iter();
        let other = tables.filter(|(_, value)| value.get_ref().as_array().is_none());
        faults.extend(other.map(|(key, _)| {
            let line = line_of(rules, key.span().start);
            let args = vec![("key", key.get_ref().to_string()), ("id", id.to_owned())];
            Finding::fault(line, "check-include-tables", args).in_file(id)
        }));
    }
    faults
}
