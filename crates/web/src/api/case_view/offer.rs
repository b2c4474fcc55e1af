//! What the caller may do now.

use crate::api::named::{BasisView, Both};
use case::Offer;
use procedure::vocabulary::word;
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
    /// What it must bring along.
    needs: Vec<String>,
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
            seen: offer.seen,
            blocked: offer.blocked.as_ref().map(Both::of),
        }
    }
}
