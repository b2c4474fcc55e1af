//! The rules, clause by clause: every citation on any page leads here.

use crate::shell::{Frame, T};
use askama::Template;
use procedure::{ClauseKind, Procedure};

/// `GET /procedure`.
#[derive(Debug, Template)]
#[template(path = "procedure.html")]
pub struct ProcedurePage {
    frame: Frame,
    issued_by: String,
    version: String,
    in_force: String,
    source: String,
    hash: String,
    clauses: Vec<Shown>,
}

#[derive(Debug)]
struct Shown {
    id: String,
    kind: String,
    text: String,
    reading: Option<String>,
    product_rule: Option<String>,
    shown: Option<String>,
}

impl ProcedurePage {
    /// Of the procedure in force. The regulation's text stays in its own language.
    pub fn of(frame: Frame, procedure: &Procedure) -> Self {
        let (t, head) = (frame.t, &procedure.head);
        let said = |words: &Option<procedure::Words>| words.as_ref().map(|w| t.text(w).to_owned());
        let clauses = procedure.clauses.iter().map(|clause| Shown {
            id: clause.id.as_str().to_owned(),
            kind: kind(t, clause.kind),
            text: clause.text.clone(),
            reading: said(&clause.reading),
            product_rule: said(&clause.product_rule),
            shown: said(&clause.shown),
        });
        Self {
            issued_by: t.text(&head.issued_by).to_owned(),
            version: head.version.clone(),
            in_force: calendar::show_day(head.in_force, t.lang()),
            source: head.source.clone(),
            hash: procedure.hash.clone(),
            clauses: clauses.collect(),
            frame,
        }
    }
}

pub(super) fn kind(t: T, kind: ClauseKind) -> String {
    match kind {
        ClauseKind::Timed => t.say("desk-kind-timed"),
        ClauseKind::Enforced => t.say("desk-kind-enforced"),
        ClauseKind::Feature => t.say("desk-kind-feature"),
        ClauseKind::Report => t.say("desk-kind-report"),
        ClauseKind::Duty => t.say("desk-kind-duty"),
    }
}
