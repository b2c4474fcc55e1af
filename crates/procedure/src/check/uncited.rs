//! Clauses that no rule cites: what the text asks and nothing does, unless the product itself sees to it.

use super::file::{File, line};
use super::findings::Findings;
use crate::model::ClauseKind;
use std::collections::HashSet;

pub(super) fn check(file: &File<'_>, found: &mut Findings) {
    let cited: HashSet<&str> = file
        .citations()
        .into_iter()
        .map(|(_, clause)| clause.as_str())
        .collect();
    for (index, clause) in file.procedure.clauses.iter().enumerate() {
        let id = clause.id.as_str();
        // "第六条 受理范围:" is done where its items are: SQ-6 where SQ-6(1) is cited
        let item = format!("{id}(");
        let of_items = cited.iter().any(|c| c.starts_with(&item));
        if cited.contains(id) || of_items || clause.product_rule.is_some() {
            continue;
        }
        let line = line!(file, "clause", index, "kind");
        let args = vec![("cited", id.to_owned())];
        match clause.kind {
            ClauseKind::Timed => found.fault(line, "check-timed-without-rule", Some(&clause.id), args),
            ClauseKind::Enforced => {
                found.fault(line, "check-enforced-without-rule", Some(&clause.id), args);
            }
            ClauseKind::Feature if clause.shown.is_none() => {
                found.advice(line, "check-feature-without-rule", Some(&clause.id), args);
            }
            _ => {}
        }
    }
}
