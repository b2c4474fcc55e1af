//! Times as the API writes them: RFC 3339 with the offset of the calendar's zone.

use calendar::{Calendar, Instant};
use serde::Serialize;
use utoipa::ToSchema;

/// A moment, RFC 3339 with the offset of the calendar's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(value_type = String, format = DateTime, examples("2026-09-30T17:00:00+08:00"))]
#[serde(transparent)]
pub(crate) struct Time(pub(crate) String);

impl Time {
    /// In the zone of a calendar.
    pub(crate) fn of(calendar: &Calendar, at: Instant) -> Self {
        Self(calendar.rfc3339(at))
    }

    /// The same where there is one.
    pub(crate) fn maybe(calendar: &Calendar, at: Option<Instant>) -> Option<Self> {
        at.map(|at| Self::of(calendar, at))
    }
}
