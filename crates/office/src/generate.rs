//! Plausible cases in any number, made through the same use cases as real ones: for measuring and for trying out.
//!
//! Many cases are on their way at once, so that their commits share a flush. The same seed gives the same courses;
//! numbers, codes and keys are random all the same.

mod course;
mod dice;
mod finish;
mod people;
mod run;
mod units;
mod wording;

pub use run::Generated;

pub(crate) use run::past;

use crate::verify::Verifier;
use crate::{Clock, Office, Problem};
use calendar::Instant;
use std::sync::Arc;

/// How many cases, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// So many.
    pub cases: u64,
    /// Another seed gives other cases; the same one with more cases adds the missing ones.
    pub seed: u64,
}

/// Opens the installation by a clock and with verifiers of its own.
pub type Open<'a> = dyn Fn(Arc<dyn Clock>, Vec<Arc<dyn Verifier>>) -> Office + 'a;

/// Makes cases up to `now`. Enters the units and people of the demo where nobody is there yet. `each` hears of every
/// case.
///
/// # Errors
/// [`Problem::Forbidden`] where people other than the demo's are there: invented cases stay away from real offices. A
/// fault of field `log` where a head of the log is signed already: the cases are of days gone by, and would stand in it as
/// dated back.
/// Else the store's; a second run goes on from there.
pub async fn generate(
    open: &Open<'_>,
    j: &str,
    plan: Plan,
    now: Instant,
    each: impl FnMut(),
) -> Result<Generated, Problem> {
    let office = run::office(open, now);
    if office.store().tree_head(j).await?.is_some() {
        return Err(Problem::field("log", "generate-log-begun"));
    }
    people::settle(&office, j, now).await?;
    run::run(open, j, plan, now, each).await
}
