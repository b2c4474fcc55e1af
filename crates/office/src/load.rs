//! Loading a case: its events, folded, with the rules it runs under. Access is asked before anything is opened.

use crate::{Adopted, Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::{Actor, Case, CaseNumber, Event, UnitId};
use store::{StoredEvent, case_stream};

/// A case as loaded.
pub(crate) struct Loaded {
    pub(crate) number: CaseNumber,
    pub(crate) case: Case,
    pub(crate) events: Vec<(Event, Instant)>,
    pub(crate) adopted: Adopted,
}

impl Office {
    /// Loads a case for somebody who wants something with it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none, and the same where the person may not.
    pub(crate) async fn load(
        &self,
        j: &str,
        who: &Actor,
        wish: Wish,
        number: &CaseNumber,
    ) -> Result<Loaded, Problem> {
        let stored = self.store().events(j, &case_stream(number)).await?;
        let loaded = self.fold(j, number, stored).await?.ok_or(Problem::NotFound)?;
        let units: Vec<UnitId> = loaded.case.orders.iter().map(|o| o.unit.id.clone()).collect();
        let subject = Subject {
            number: Some(number),
            units: &units,
        };
        if !may(&loaded.adopted.procedure, who, wish, &subject) {
            return Err(Problem::NotFound);
        }
        Ok(loaded)
    }

    /// Folds stored events; `None` where there are none.
    pub(crate) async fn fold(
        &self,
        j: &str,
        number: &CaseNumber,
        stored: Vec<StoredEvent>,
    ) -> Result<Option<Loaded>, Problem> {
        let Some(last) = stored.last() else {
            return Ok(None);
        };
        let adopted = self.adopted(j, &last.procedure, &last.calendar).await?;
        let mut case = Case {
            number: Some(number.clone()),
            ..Case::default()
        };
        let mut events = Vec::with_capacity(stored.len());
        for one in &stored {
            let event = store::case_event(one)?;
            case.apply(&event);
            events.push((event, one.recorded));
        }
        Ok(Some(Loaded {
            number: number.clone(),
            case,
            events,
            adopted,
        }))
    }
}
