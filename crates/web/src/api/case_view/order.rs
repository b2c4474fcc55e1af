//! Work orders, and what units asked for.

use crate::api::time::Time;
use calendar::Calendar;
use case::state::{Asked, Request};
use office::view::OrderView;
use serde::Serialize;
use utoipa::ToSchema;

/// One unit's share of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WorkOrder)]
pub(crate) struct OrderBody {
    /// Number within the case, from 1.
    no: u16,
    /// Unit, by id.
    unit: String,
    /// Name of the unit when it was named.
    unit_name: String,
    /// Lead (主办) or assisting (协办).
    lead: bool,
    /// Step, by id.
    step: String,
    /// Dispatched.
    dispatched: Time,
    /// Signed for.
    signed: Option<Time>,
    /// Reported.
    reported: Option<Time>,
    /// Passed the review.
    passed: Option<Time>,
    /// Ended without a result: sent back, taken back, withdrawn.
    ended: Option<Time>,
    /// What only staff see.
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<Inside>,
}

/// What only staff see of a work order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Inside {
    /// Whether the unit can answer directly.
    direct: bool,
    /// Who was on duty at dispatch.
    on_duty: Option<String>,
    /// When the unit last was in contact with the citizen.
    contacted: Option<Time>,
    /// The last result reported.
    result: Option<String>,
    /// The role that must act in person.
    in_person: Option<String>,
    /// Told to verify and rectify after it was done.
    rectifying: bool,
    /// Written opinions demanded and not given.
    open_opinions: u32,
}

impl OrderBody {
    /// As staff or as the citizen sees it.
    pub(super) fn of(calendar: &Calendar, view: &OrderView, staff: bool) -> Self {
        let order = &view.order;
        let at = |at| Time::maybe(calendar, at);
        Self {
            no: order.no,
            unit: order.unit.id.to_string(),
            unit_name: order.unit.name.clone(),
            lead: order.lead,
            step: order.step.clone(),
            dispatched: Time::of(calendar, order.dispatched),
            signed: at(order.signed),
            reported: at(order.reported),
            passed: at(order.passed),
            ended: at(order.ended),
            inside: staff.then(|| Inside {
                direct: order.direct,
                on_duty: order.on_duty.as_ref().map(|d| d.name.clone()),
                contacted: at(order.contacted),
                result: view.result.clone(),
                in_person: order.in_person.clone(),
                rectifying: order.rectifying,
                open_opinions: order.open_opinions,
            }),
        }
    }
}

/// What a unit asked for. Its grounds stand in the timeline.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Request)]
pub(crate) struct RequestBody {
    /// The work order.
    order: u16,
    /// `extension` or `send-back`.
    asked: &'static str,
    /// How much more time, such as `3 workdays`.
    limit: Option<String>,
    /// When.
    at: Time,
    /// When it was ruled on.
    ruled: Option<Time>,
    /// How it was ruled on.
    granted: Option<bool>,
    /// When it became pointless without a ruling.
    dropped: Option<Time>,
}

impl RequestBody {
    /// Of a request.
    pub(super) fn of(calendar: &Calendar, request: &Request) -> Self {
        let (asked, limit) = match request.asked {
            Asked::Extension(limit) => ("extension", Some(limit.to_string())),
            Asked::SendBack => ("send-back", None),
        };
        Self {
            order: request.order,
            asked,
            limit,
            at: Time::of(calendar, request.at),
            ruled: Time::maybe(calendar, request.ruled.map(|(at, _)| at)),
            granted: request.ruled.map(|(_, granted)| granted),
            dropped: Time::maybe(calendar, request.dropped),
        }
    }
}
