//! What a procedure wants to know of a message when it comes in.

use procedure::{Do, Fact, Field, Procedure};

/// Whether citizens write here themselves: some channel is theirs.
pub(crate) fn writable(rules: &Procedure) -> bool {
    rules.channels.iter().any(|channel| channel.self_service)
}

/// Whether a citizen may write without saying who they are: no rule of the procedure ever asks for that.
pub(crate) fn anonymous(rules: &Procedure) -> bool {
    let named = |field: &Field| matches!(field, Field::Citizen | Field::RealName);
    let needs = rules.acts.iter().flat_map(|rule| &rule.needs);
    let demanded = rules.demands.iter().flat_map(|demand| &demand.needs);
    let mut needs = needs.chain(demanded).map(|need| need.field);
    let required = rules.acts.iter().flat_map(|rule| &rule.only_if);
    let required = required.map(|requirement| &requirement.that);
    let demanded = rules.demands.iter().filter_map(|demand| demand.that.as_ref());
    let mut facts = required.chain(demanded).map(|condition| condition.fact);
    !needs.any(|field| named(&field))
        && !facts.any(|fact| matches!(fact, Fact::CaseRealName | Fact::CaseAnonymous))
}

/// Whether a rule on receipt, or a clock or condition, asks for the field: then whoever takes a message in is asked too.
pub(crate) fn asks_on_receipt(rules: &Procedure, field: Field) -> bool {
    let received = rules.acts.iter().filter(|rule| rule.does == Do::Receive);
    let needs = received.flat_map(|rule| &rule.needs);
    let demands = rules
        .demands
        .iter()
        .filter(|demand| demand.on.contains(&Do::Receive));
    let mut needs = needs.chain(demands.flat_map(|demand| &demand.needs));
    needs.any(|need| need.field == field)
}
