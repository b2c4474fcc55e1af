//! Cases as their events have made them.

use crate::{Store, StoreError, StoredEvent, case_stream, upcast};
use calendar::Instant;
use case::{Case, CaseNumber};

/// A case with what its last event names.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedCase {
    /// The case.
    pub case: Case,
    /// Hash of the procedure under which the last event was decided.
    pub procedure: String,
    /// Hash of the calendar under which the last event was decided.
    pub calendar: String,
    /// When the last event was recorded, UTC milliseconds.
    pub recorded: Instant,
}

impl Store {
    /// A case, folded from its events; `None` where there is no such number.
    pub async fn load_case(
        &self,
        jurisdiction: &str,
        number: &CaseNumber,
    ) -> Result<Option<LoadedCase>, StoreError> {
        fold(&self.events(jurisdiction, &case_stream(number)).await?)
    }
}

/// Folds the events of one case.
pub(crate) fn fold(events: &[StoredEvent]) -> Result<Option<LoadedCase>, StoreError> {
    let Some(last) = events.last() else {
        return Ok(None);
    };
    let mut case = Case::default();
    for event in events {
        case.apply(&upcast::case_event(event)?);
    }
    Ok(Some(LoadedCase {
        case,
        procedure: last.procedure.clone(),
        calendar: last.calendar.clone(),
        recorded: last.recorded,
    }))
}
