//! The cases that were chosen, each as the rules see it.

use crate::handle::back::refused;
use crate::handle::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::bulk::Chosen;
use crate::shell::Posted;
use crate::state::AppState;
use case::{CaseNumber, OrderNo};
use office::Problem;
use office::view::together::Together;
use procedure::{Do, Field};

/// Says which of those listed stay chosen.
pub(super) type Ticked<'a> = &'a (dyn Fn(&Picked) -> bool + Sync);

/// One of the cases that were chosen.
pub(super) struct Picked {
    /// As forms send it: the case, and the work order behind a point.
    pub(super) value: String,
    pub(super) number: CaseNumber,
    /// The work order, in a list of work orders.
    pub(super) order: Option<OrderNo>,
    /// What it is and what may be done with it; nothing where the person may not see it.
    pub(super) seen: Option<Together>,
}

impl Picked {
    /// Before anybody looked.
    fn of(value: &str) -> Self {
        let (number, order) = match value.split_once('.') {
            Some((number, order)) => (number, order.parse().ok()),
            None => (value, None),
        };
        Self {
            value: value.to_owned(),
            number: CaseNumber::from(number.to_owned()),
            order,
            seen: None,
        }
    }

    /// Whether it has to be judged, with the case before one's eyes.
    pub(super) fn judged(&self) -> bool {
        let mut offers = self.seen.iter().flat_map(|seen| &seen.offers);
        offers.any(|offer| offer.seen)
    }

    /// Whether the act is open on it, as far as is known beforehand.
    pub(super) fn open(&self) -> bool {
        let free = self.seen.as_ref().is_some_and(|seen| seen.against.is_none());
        free && !self.judged()
    }

    /// What it is called; empty for what the person may not see.
    pub(super) fn title(&self, desk: &Desk) -> String {
        let title = self.seen.as_ref().map(|seen| seen.line.title.clone());
        title.map_or_else(String::new, |title| {
            title.unwrap_or_else(|| desk.here.t.say("shell-destroyed"))
        })
    }

    /// What stands against it, with the clause.
    fn says(&self, desk: &Desk) -> Option<String> {
        let t = desk.here.t;
        match &self.seen {
            None => Some(t.say("field-no-such-case")),
            Some(_) if self.judged() => Some(t.say("bulk-judged")),
            Some(seen) => {
                let against = seen.against.as_ref();
                against.map(|refusal| refused(t, &desk.adopted, refusal))
            }
        }
    }
}

/// The values of a field that names cases, each once.
pub(super) fn picks(posted: &Posted, field: &str) -> Vec<Picked> {
    let mut picks: Vec<Picked> = Vec::new();
    for value in posted.all(field) {
        let pick = Picked::of(value);
        let same = |one: &Picked| one.number == pick.number && one.order == pick.order;
        if !picks.iter().any(same) {
            picks.push(pick);
        }
    }
    picks
}

/// Looks at each of them.
///
/// # Errors
/// The store's; a case that the person may not see is none.
pub(super) async fn look(
    state: &AppState,
    desk: &Desk,
    act: Do,
    picks: &mut [Picked],
) -> Result<(), Problem> {
    for one in picks {
        let meant = (&one.number, one.order);
        match state.office.together(&desk.j, desk.actor(), meant, act).await {
            Ok(seen) => one.seen = Some(seen),
            Err(Problem::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// What the rules ask for, of any of the cases. Each keeps the kind that it has; one that has none is refused by the rules.
pub(super) fn needs(picked: &[Picked]) -> Vec<Field> {
    let mut needs = Vec::new();
    let seen = picked.iter().filter_map(|one| one.seen.as_ref());
    for need in seen.flat_map(|seen| &seen.offers).flat_map(|offer| &offer.needs) {
        if *need != Field::Category && !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs
}

/// The lines of the page on which it is confirmed; `ticked` says which stay chosen.
pub(super) async fn lines(
    state: &AppState,
    desk: &Desk,
    picked: &[Picked],
    ticked: Ticked<'_>,
) -> Result<Vec<Chosen>, Problem> {
    let (t, now) = (desk.here.t, state.office.now());
    let seen = picked.iter().filter_map(|one| one.seen.as_ref());
    let seen: Vec<_> = seen.map(|seen| seen.line.clone()).collect();
    let beside = state.office.beside_lines(&desk.j, &seen).await?;
    let shown = seen.iter().zip(&beside);
    let mut shown =
        shown.map(|(line, beside)| Line::of(t, &desk.adopted, line, now).beside(t, &desk.adopted, beside));
    let line = |one: &Picked| Chosen {
        line: one.seen.as_ref().and_then(|_| shown.next()),
        number: one.number.to_string(),
        pick: (one.seen.is_some() && !one.judged()).then(|| one.value.clone()),
        ticked: ticked(one),
        open: one.open(),
        says: one.says(desk),
    };
    Ok(picked.iter().map(line).collect())
}
