//! What this person may do now: the same rules as `decide`, asked before anything is written.

use crate::decide::{allowed, blocking, extension_left, of, on, stands_in};
use crate::facts::Seen;
use crate::stand_in::stand_in;
use crate::{Actor, Case, Order, OrderNo, Rules};
use calendar::Instant;
use procedure::{ActRule, Basis, Do, Field, Of, Ruled, Words};
use serde::Serialize;

/// One act that a person may take, or may not yet, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// What.
    #[serde(rename = "do")]
    pub does: Do,
    /// On which work order.
    pub order: Option<OrderNo>,
    /// The record or document it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<String>,
    /// Why it may be done.
    pub basis: Basis,
    /// What it must bring along.
    pub needs: Vec<Field>,
    /// What stands in the way, in the procedure's words; the act is refused until it is gone.
    pub blocked: Option<Words>,
    /// Whether it must name what was seen.
    pub seen: bool,
}

/// The acts that this person may take on the case at `now`, in the order of the file. Acts whose field `system`
/// alone names them never appear.
pub fn offers(rules: &Rules<'_>, case: &Case, who: &Actor, now: Instant) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    let who = &*stand_in(rules.procedure, case, who);
    for rule in &rules.procedure.acts {
        let orders: Vec<Option<&Order>> = match of(rules.procedure, rule) {
            Some(Of::Order) => case.orders.iter().map(Some).collect(),
            _ => vec![None],
        };
        for order in orders {
            let seen = Seen {
                rules,
                case,
                order,
                act: None,
                who,
                now,
            };
            let no = order.map(|o| o.no);
            let fits = stands_in(rules.procedure, rule, &case.step, order)
                && allowed(rules.procedure, rule, who, order, None).is_some()
                && seen.all(&rule.only_where)
                && sensible(&seen, rule.does);
            if fits
                && !found
                    .iter()
                    .any(|o| o.does == rule.does && o.order == no && o.names.as_deref() == rule.names())
            {
                found.push(Offer {
                    does: rule.does,
                    order: no,
                    names: rule.names().map(str::to_owned),
                    basis: rule.basis(),
                    needs: needs(&seen, rule),
                    blocked: rule
                        .only_if
                        .iter()
                        .find(|r| !seen.holds(&r.that))
                        .map(|r| &r.say)
                        .or_else(|| blocking(&seen, rule.does))
                        .cloned(),
                    seen: rule.seen,
                });
            }
        }
    }
    found
}

/// What the act must bring along: by its rule, and by the demands on it.
fn needs(seen: &Seen<'_>, rule: &ActRule) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let demanded = on(seen, rule.does).flat_map(|demand| &demand.needs);
    for need in rule.needs.iter().chain(demanded) {
        if !fields.contains(&need.field) {
            fields.push(need.field);
        }
    }
    // PL-17, whatever the rule asks.
    if rule.does == Do::Hide && !fields.contains(&Field::Reason) {
        fields.push(Field::Reason);
    }
    fields
}

/// Leaves out acts that answer a request nobody made, repeat one that waits, or have no ground yet.
fn sensible(seen: &Seen<'_>, does: Do) -> bool {
    let waits = |send_back| {
        seen.order
            .is_some_and(|o| seen.case.open_request(o.no, send_back).is_some())
    };
    match does {
        Do::AskExtension => !waits(false) && extension_left(seen),
        Do::AskSendBack => !waits(true),
        Do::RuleExtension => waits(false),
        Do::RuleSendBack => waits(true),
        Do::Withhold => !seen.case.was_public(),
        Do::Hide => seen.case.is_public(),
        Do::GiveOpinion => seen.order.is_some_and(|o| o.open_opinions > 0),
        Do::Escalate => {
            let mut measures = seen.rules.procedure.measures.iter();
            measures.any(|m| m.any_of.iter().any(|c| seen.holds(c)))
        }
        _ => true,
    }
}
