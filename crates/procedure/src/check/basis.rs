//! Every rule says why it stands: by a clause of the text, or by the office's own decision with a reason.

use super::file::{File, line};
use super::findings::Findings;
use super::nearest::nearest;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    for any in file.rules() {
        let what = any
            .id
            .map_or_else(|| any.section.to_owned(), |id| format!("{} {id}", any.section));
        let args = vec![("rule", what)];
        match (any.rule.clause(), any.rule.house()) {
            (None, None) => {
                found.fault(line!(file, any.section, any.index), "check-no-basis", None, args);
            }
            (Some(clause), Some(_)) => {
                let line = line!(file, any.section, any.index, "house");
                found.fault(line, "check-two-bases", Some(clause), args);
            }
            _ => {}
        }
    }
    for (line, clause) in file.citations() {
        if file.procedure.clause(clause.as_str()).is_none() {
            let known = file.procedure.clauses.iter().map(|c| c.id.as_str());
            let args = vec![
                ("cited", clause.to_string()),
                ("near", nearest(clause.as_str(), known)),
            ];
            found.fault(line, "check-no-such-clause", Some(clause), args);
        }
    }
}
