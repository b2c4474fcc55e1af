//! Ids: none twice, none with blanks, none that the program keeps for itself.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::{Ruled, Seat};
use std::collections::HashMap;

/// Names that mean something of their own: the program itself, the unit of a work order, past cases.
const KEPT: [(&str, &str); 4] = [
    ("role", "system"),
    ("role", "unit"),
    ("role", "administrator"),
    ("step", "history"),
];

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let p = file.procedure;
    let mut ids: Vec<(&str, usize, &str)> = Vec::new();
    ids.extend(
        p.clauses
            .iter()
            .enumerate()
            .map(|(i, c)| ("clause", i, c.id.as_str())),
    );
    ids.extend(
        file.rules()
            .iter()
            .filter_map(|r| Some((r.section, r.index, r.id?))),
    );
    ids.extend(
        p.templates
            .iter()
            .enumerate()
            .map(|(i, t)| ("template", i, t.id.as_str())),
    );
    let mut first: HashMap<(&str, &str), usize> = HashMap::new();
    for (section, index, id) in ids {
        let line = line!(file, section, index, "id");
        let args = || vec![("id", id.to_owned()), ("table", section.to_owned())];
        if id.contains(char::is_whitespace) {
            found.fault(line, "check-id-blank", None, args());
        }
        if KEPT.contains(&(section, id)) {
            found.fault(line, "check-id-kept", None, args());
        }
        if let Some(other) = first.get(&(section, id)) {
            let mut args = args();
            args.push(("other", other.to_string()));
            found.fault(line, "check-id-twice", None, args);
        } else {
            first.insert((section, id), line);
        }
    }
    for (index, role) in p.roles.iter().enumerate() {
        if role.id == "citizen" && role.seat != Seat::Citizen {
            let line = line!(file, "role", index, "seat");
            found.fault(line, "check-citizen-seat", role.clause(), Vec::new());
        }
    }
}
