//! Filters of the workbench that a member of staff keeps under a name. They say how somebody likes to look and nothing
//! of any case, so they are no events: whoever keeps one can give it up again.

use crate::{Office, Problem};
use case::{Actor, PersonId};
use store::SavedView;

/// Most characters of a name.
pub const NAME_MOST: usize = 30;
/// Most filters of one person.
pub const MOST: usize = 20;
/// Most bytes of what is looked for.
const WANTED_MOST: usize = 1_000;

impl Office {
    /// The filters that this person keeps, the oldest first.
    ///
    /// # Errors
    /// The store's.
    pub async fn saved_views(&self, j: &str, who: &Actor) -> Result<Vec<SavedView>, Problem> {
        Ok(self.store().saved_views(j, person(who)?).await?)
    }

    /// Keeps a filter under a name; one of the same name gives way.
    ///
    /// # Errors
    /// What is wrong with the name, or that there are too many.
    pub async fn keep_view(&self, j: &str, who: &Actor, name: &str, wanted: &str) -> Result<(), Problem> {
        let (person, name) = (person(who)?, name.trim());
        if crate::says_nothing(name) {
            return Err(Problem::field("name", "field-empty"));
        }
        if name.chars().count() > NAME_MOST || name.chars().any(char::is_control) {
            return Err(Problem::field("name", "field-view-name"));
        }
        if wanted.len() > WANTED_MOST {
            return Err(Problem::field("name", "field-view-long"));
        }
        let kept = self.store().saved_views(j, person).await?;
        if kept.len() >= MOST && kept.iter().all(|view| view.name != name) {
            return Err(Problem::field("name", "field-views-many"));
        }
        let view = SavedView {
            person: person.clone(),
            name: name.to_owned(),
            wanted: wanted.to_owned(),
            kept: self.now(),
        };
        Ok(self.store().keep_view(j.to_owned(), view).await?)
    }

    /// Gives a filter up; one that is not there is gone already.
    ///
    /// # Errors
    /// The store's.
    pub async fn drop_view(&self, j: &str, who: &Actor, name: &str) -> Result<(), Problem> {
        let (j, person) = (j.to_owned(), person(who)?.clone());
        Ok(self.store().drop_view(j, person, name.to_owned()).await?)
    }
}

fn person(who: &Actor) -> Result<&PersonId, Problem> {
    match who {
        Actor::Staff { person, .. } => Ok(person),
        _ => Err(Problem::Forbidden),
    }
}
