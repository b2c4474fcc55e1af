//! Loading a case: its events, folded, with the rules it runs under. Access is asked before anything is opened.

use crate::access::Look;
use crate::folded::Folded;
use crate::{Adopted, Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::{Actor, Case, CaseNumber, Event, PersonId, UnitId};
use std::sync::Arc;
use store::{StoredEvent, case_stream};

/// A case as loaded.
pub(crate) struct Loaded {
    pub(crate) number: CaseNumber,
    pub(crate) case: Arc<Case>,
    pub(crate) events: Arc<Vec<(Event, Instant)>>,
    pub(crate) adopted: Adopted,
}

impl Loaded {
    /// A case of which nothing is known but its number.
    pub(crate) fn fresh(number: &CaseNumber, adopted: &Adopted) -> Self {
        let case = Case {
            number: Some(number.clone()),
            ..Case::default()
        };
        Self {
            number: number.clone(),
            case: Arc::new(case),
            events: Arc::default(),
            adopted: adopted.clone(),
        }
    }
}

impl Office {
    /// Loads a case for somebody who wants something with it. That somebody sees it is noted.
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
        let loaded = self.load_unnoted(j, who, wish, number).await?;
        if wish == Wish::SeeCase {
            self.saw(j, who, Look::Case, Some(number));
        }
        Ok(loaded)
    }

    /// The same where nothing of the case is shown, or where what is shown is noted otherwise.
    pub(crate) async fn load_unnoted(
        &self,
        j: &str,
        who: &Actor,
        wish: Wish,
        number: &CaseNumber,
    ) -> Result<Loaded, Problem> {
        let loaded = self.load_whole(j, number).await?;
        if !self.allowed(j, who, wish, &loaded).await? {
            return Err(Problem::NotFound);
        }
        Ok(loaded)
    }

    /// Loads a case for nobody yet: whoever asks for it has to be asked about.
    pub(crate) async fn load_whole(&self, j: &str, number: &CaseNumber) -> Result<Loaded, Problem> {
        let known = self.parts().folded.get(j, number.as_str());
        let seen = known.as_ref().map_or(0, |known| known.case.seq);
        let stored = self.store().events_after(j, &case_stream(number), seen).await?;
        let news = !stored.is_empty();
        let folded = fold(number, known, &stored)?.ok_or(Problem::NotFound)?;
        if news {
            self.parts().folded.put(j, number.as_str(), folded.clone());
        }
        self.with_rules(j, number, folded).await
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
        let orders = loaded.case.orders.iter();
        let above: Vec<UnitId> = orders.flat_map(|o| o.unit.above.clone()).collect();
        // of nobody else it is asked whether they are accused
        let (accused, accused_people) = match who {
            Actor::Staff { .. } => self.accused(j, loaded).await?,
            _ => Default::default(),
        };
        let submitted: Vec<String> = loaded
            .case
            .submitted
            .iter()
            .map(|(role, _)| role.clone())
            .collect();
        let subject = Subject {
            number: Some(&loaded.number),
            units: &units,
            above: &above,
            accused: &accused,
            accused_people: &accused_people,
            informant: loaded.case.accuses(),
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

    /// The units that the case accuses, with all that stand under them today, and the members of staff. Whoever has a name
    /// that stands in words on which nobody has decided is among them, also where they joined later.
    pub(crate) async fn accused(
        &self,
        j: &str,
        loaded: &Loaded,
    ) -> Result<(Vec<UnitId>, Vec<PersonId>), Problem> {
        let (units, people) = self.named_today(j, loaded).await?;
        let units = units.into_iter().map(|unit| unit.id).collect();
        Ok((self.with_under(j, units).await?, people))
    }

    /// Units with all that stand under them today.
    pub(crate) async fn with_under(&self, j: &str, mut accused: Vec<UnitId>) -> Result<Vec<UnitId>, Problem> {
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
        match fold(number, None, &stored)? {
            Some(folded) => self.with_rules(j, number, folded).await.map(Some),
            None => Ok(None),
        }
    }

    /// A folded case with the rules it runs under.
    async fn with_rules(&self, j: &str, number: &CaseNumber, folded: Folded) -> Result<Loaded, Problem> {
        Ok(Loaded {
            number: number.clone(),
            adopted: self.adopted(j, &folded.procedure, &folded.calendar).await?,
            case: folded.case,
            events: folded.events,
        })
    }
}

/// What is known of a case, with the events behind it; `None` where there is nothing.
fn fold(
    number: &CaseNumber,
    known: Option<Folded>,
    stored: &[StoredEvent],
) -> Result<Option<Folded>, Problem> {
    let Some(last) = stored.last() else {
        return Ok(known);
    };
    let (mut case, mut events) = known.map_or_else(Default::default, |known| (known.case, known.events));
    let (whole, list) = (Arc::<Case>::make_mut(&mut case), Arc::make_mut(&mut events));
    whole.number = Some(number.clone());
    for one in stored {
        let event = store::case_event(one)?;
        whole.apply(&event);
        list.push((event, one.recorded));
    }
    Ok(Some(Folded {
        case,
        events,
        procedure: last.procedure.as_str().into(),
        calendar: last.calendar.as_str().into(),
    }))
}
