//! What the caller may do now.

use crate::api::named::{BasisView, Both};
use case::Offer;
use procedure::vocabulary::word;
use procedure::{Do, Field};
use serde::Serialize;
use utoipa::ToSchema;

/// One act that the caller may take now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offer)]
pub(crate) struct OfferBody {
    /// The act, to be sent as `act`.
    act: String,
    /// On this work order, to be sent as `order`.
    order: Option<u16>,
    /// The record or document that it is about, by id; to be sent as `record` or `document`.
    names: Option<String>,
    /// On what it stands.
    basis: BasisView,
    /// What it must bring along, in the words of the rules.
    needs: Vec<String>,
    /// Where that stands in the body of `POST /cases/{number}/acts`: names of fields, with a dot before one that stands within
    /// another, and `[]` behind a list, as `to[].lead`. What the case holds already needs not be brought again.
    brings: Vec<&'static str>,
    /// Whether `seen` must be sent.
    seen: bool,
    /// What stands in the way; the act is refused until that is gone.
    blocked: Option<Both>,
}

impl OfferBody {
    /// Of an offer.
    pub(super) fn of(offer: &Offer) -> Self {
        Self {
            act: word(offer.does),
            order: offer.order,
            names: offer.names.clone(),
            basis: BasisView::of(&offer.basis),
            needs: offer.needs.iter().map(|need| word(*need)).collect(),
            brings: offer
                .needs
                .iter()
                .flat_map(|need| brings(offer.does, *need))
                .copied()
                .collect(),
            seen: offer.seen,
            blocked: offer.blocked.as_ref().map(Both::of),
        }
    }
}

/// The fields of an act's body by which it brings along what a rule asks for. Nothing where the case has to hold it already:
/// another act brings it.
fn brings(act: Do, need: Field) -> &'static [&'static str] {
    match (need, act) {
        (Field::Text | Field::Note, Do::Dispatch | Do::Review | Do::Sign | Do::RuleAbove | Do::Claim) => {
            &["note"]
        }
        (Field::Text, _) => &["text"],
        (Field::Units, Do::Convene) => &["units"],
        (Field::Units, Do::Dispatch) => &["to[].unit"],
        (Field::Units, _) => &["unit"],
        (Field::Lead, Do::Dispatch) => &["to[].lead"],
        (Field::Citizen, Do::Complete) => &["citizen.name", "citizen.phone"],
        (Field::RealName, Do::Complete) => &["citizen.id_number", "citizen.phone_code"],
        (Field::Category, Do::Accept | Do::Complete) => &["category"],
        (Field::Accused, Do::Mark) => &["accused", "accused_people", "accused_named"],
        (Field::Questions, _) => &["answers[].question", "answers[].yes"],
        (Field::Ground, _) => &["ground"],
        (Field::Explanation, _) => &["explanation"],
        (Field::Reason, _) => &["reason"],
        (Field::Proposal, _) => &["proposal"],
        (Field::Limit, _) => &["limit"],
        (Field::Way, _) => &["way"],
        (Field::Partner, _) => &["partner"],
        (Field::Faults, _) => &["faults"],
        (Field::Outcome, _) => &["outcome"],
        (Field::Priority, _) => &["priority"],
        (Field::Measure, _) => &["measure"],
        (Field::Earlier, _) => &["earlier"],
        (Field::When, _) => &["when"],
        (Field::Marks, _) => &["marks"],
        (Field::Division, _) => &["division"],
        (Field::To, _) => &["to"],
        (Field::Checks, _) => &["checks"],
        (Field::Channel, _) => &["channel"],
        (Field::Number, _) => &["number"],
        (
            Field::Title
            | Field::Posted
            | Field::Note
            | Field::Lead
            | Field::Citizen
            | Field::RealName
            | Field::Category
            | Field::Accused,
            _,
        ) => &[],
    }
}
