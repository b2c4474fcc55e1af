//! What the pages of citizens say beside messages: places to choose from, and how many came in lately.

use crate::{Office, Problem};
use store::Unit;

impl Office {
    /// One unit for each division, by its code: of several the one with the shortest name, which is the government itself.
    ///
    /// # Errors
    /// The store's.
    pub async fn places(&self, j: &str) -> Result<Vec<Unit>, Problem> {
        let mut all = self
            .store()
            .units(j, crate::directory::day_of(self.now()))
            .await?;
        all.retain(|unit| unit.territory.is_some());
        all.sort_by_key(|unit| (unit.territory.clone(), unit.zh.chars().count()));
        all.dedup_by(|one, other| one.territory == other.territory);
        Ok(all)
    }

    /// How many messages came in since the month began, and how many of them were replied to, without any that accuses
    /// somebody.
    ///
    /// # Errors
    /// The store's.
    pub async fn lately(&self, j: &str) -> Result<(u64, u64), Problem> {
        let calendar = self.in_force(j, self.now()).await?.calendar;
        let first = calendar.local(self.now()).date().first_of_month();
        let since = calendar.instant(first.at(0, 0, 0, 0)).unwrap_or(self.now());
        Ok(self.store().lately(j, since).await?)
    }

    /// A citizen names a place of the list, or none: what they type goes into words of their own.
    ///
    /// # Errors
    /// A fault of `division`, and the store's.
    pub async fn offered_place(&self, j: &str, code: Option<&str>) -> Result<(), Problem> {
        let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else {
            return Ok(());
        };
        let places = self.places(j).await?;
        if places.iter().any(|unit| unit.territory.as_deref() == Some(code)) {
            Ok(())
        } else {
            Err(Problem::field("division", "portal-not-a-place"))
        }
    }
}
