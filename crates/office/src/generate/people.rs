//! The people who handle invented cases are those of the invented city.

use crate::demo::city;
use crate::{Office, Problem};
use calendar::Instant;

/// Enters them where nobody is there yet; refuses where others are.
pub(super) async fn settle(office: &Office, j: &str, now: Instant) -> Result<(), Problem> {
    let there = office.store().people(j, None, 1000).await?;
    if there.is_empty() {
        return city::settle(office, j, now).await;
    }
    let invented = there.iter().all(|person| city::actor(&person.login).is_some());
    if invented { Ok(()) } else { Err(Problem::Forbidden) }
}
