//! What is reviewed, signed or approved, beside the original.

use super::case_chain::judges;
use crate::parts::ActForm;
use crate::shell::T;
use case::Offer;
use office::view::CaseView;

/// Original and result at full width, and the forms that pass or return it.
#[derive(Debug)]
pub(crate) struct Judged {
    /// What stands on the right: what it is, of whom, and its text.
    pub(crate) others: Vec<(String, String, String)>,
    /// The forms.
    pub(crate) forms: Vec<ActForm>,
}

/// Whether an act that this person may do now passes or returns something.
pub(crate) fn is_judged(offer: &Offer) -> bool {
    judges(offer.does) && offer.blocked.is_none()
}

/// The results of the units meant, and the reply where one is written.
pub(crate) fn judged(t: T, view: &CaseView, offers: &[&Offer], forms: Vec<ActForm>) -> Option<Judged> {
    if forms.is_empty() {
        return None;
    }
    let of_case = offers.iter().any(|offer| offer.order.is_none());
    let meant = |no| of_case || offers.iter().any(|offer| offer.order == Some(no));
    let mut others: Vec<(String, String, String)> = Vec::new();
    for order in view.orders.iter().filter(|line| meant(line.order.no)) {
        if let Some(result) = &order.result {
            others.push((
                t.say("desk-text-report"),
                order.order.unit.name.clone(),
                result.clone(),
            ));
        }
    }
    if let Some(reply) = view.reply.as_ref().filter(|_| of_case) {
        let name = view.case.in_name.as_ref().map(|name| t.text(name).to_owned());
        others.push((t.say("desk-text-reply"), name.unwrap_or_default(), reply.clone()));
    }
    Some(Judged { others, forms })
}
