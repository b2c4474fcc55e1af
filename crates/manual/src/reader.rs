//! Which page is whose.

use crate::{Page, page};
use procedure::{Do, Procedure, Scope, Seat};

/// The page for a role of these rules, by where it sits, what it sees and what it may do. None where it fits nowhere:
/// somebody who only looks on.
pub fn of_role(rules: &Procedure, id: &str) -> Option<&'static Page> {
    let role = rules.role(id)?;
    let may = |acts: &[Do]| {
        let of_role = |by: &[String]| by.iter().any(|one| one == id);
        rules
            .acts
            .iter()
            .any(|rule| acts.contains(&rule.does) && of_role(&rule.by))
    };
    let answers_in_person = || rules.personal.iter().any(|rule| rule.role == id);
    let decides_what_a_unit_sends = || may(&[Do::Sign]) || answers_in_person() || !may(&[Do::Report]);
    let routes = || {
        may(&[
            Do::Dispatch,
            Do::Publish,
            Do::Withhold,
            Do::RuleSendBack,
            Do::RuleExtension,
        ])
    };
    let fits = match (role.seat, role.sees) {
        _ if role.audits => "auditor",
        (Seat::Citizen, _) => "citizen",
        (_, Scope::Submitted) => "leader",
        (Seat::Unit, _) if decides_what_a_unit_sends() => "principal",
        (Seat::Unit, _) => "handler",
        (Seat::Office, _) if may(&[Do::Receive]) && !routes() => "operator",
        (Seat::Office, _) if routes() => "dispatcher",
        (Seat::Office, _) if may(&[Do::Supervise, Do::Escalate]) => "supervisor",
        (Seat::Office, _) if may(&[Do::Review, Do::Sign, Do::Visit, Do::RuleAbove]) => "reviewer",
        (Seat::Office, _) => return None,
    };
    page(fits)
}
