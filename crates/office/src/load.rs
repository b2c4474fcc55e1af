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
        if !self.allowed(j, who, wish, &loaded).await? {
            return Err(Problem::NotFound);
        }
        Ok(loaded)
    }

    /// Whether somebody may do what is wished with a loaded case.
    pub(crate) async fn allowed(
        &self,
        j: &str,
        who: &Actor,
        wish: Wish,
        loaded: &Loaded,
    ) -> Result<bool, Problem> {
        let units: Vec<UnitId> = loaded.case.orders.iter().map(|o| o.unit.id.clone()).collect();
        let accused = self.accused(j, loaded).await?;
        let submitted: Vec<String> = loaded
            .case
            .submitted
            .iter()
            .map(|(role, _)| role.clone())
            .collect();
        let subject = Subject {
            number: Some(&loaded.number),
            units: &units,
            accused: &accused,
            pool: loaded
                .adopted
                .procedure
                .step(&loaded.case.step)
                .is_some_and(|s| s.pool),
            submitted: &submitted,
            in_charge: &loaded.case.in_charge,
        };
        Ok(may(&loaded.adopted.procedure, who, wish, &subject))
    }

    /// The units that the case accuses, and all that stand under them today.
    async fn accused(&self, j: &str, loaded: &Loaded) -> Result<Vec<UnitId>, Problem> {
        let mut accused: Vec<UnitId> = loaded.case.accused.iter().map(|u| u.id.clone()).collect();
        if accused.is_empty() {
            return Ok(accused);
        }
        let units = self
            .store()
            .units(j, crate::directory::day_of(self.now()))
            .await?;
        let mut next = 0;
        while let Some(above) = accused.get(next).cloned() {
            let under = units.iter().filter(|u| u.parent.as_ref() == Some(&above));
            let new: Vec<UnitId> = under
                .map(|u| u.id.clone())
                .filter(|id| !accused.contains(id))
                .collect();
            accused.extend(new);
            next += 1;
        }
        Ok(accused)
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
