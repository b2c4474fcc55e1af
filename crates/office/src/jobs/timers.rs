//! Timers: due clocks are found through an index and become events through the same rules as commands. Each rung
//! fires once even with several processes, because only one of them can append the event.

use crate::{Office, Problem};
use case::access::Wish;
use case::{Actor, CaseNumber, tick};
use store::CommitError;

/// Cases looked at in one go.
const AT_ONCE: u32 = 500;

impl Office {
    /// Records everything that is due now. Returns the number of events recorded by this call.
    ///
    /// # Errors
    /// The store's. What was recorded before the error stays recorded.
    pub async fn run_timers(&self) -> Result<u64, Problem> {
        let mut recorded = 0;
        loop {
            let due = self.store().due_timers(self.now(), AT_ONCE).await?;
            let count = due.len();
            let mut progress = 0;
            for timer in due {
                match self.run_timers_of(&timer.jurisdiction, &timer.number).await {
                    Ok(events) => progress += events,
                    Err(problem) if problem.passes() => return Err(problem),
                    // One case that cannot be read holds up no other.
                    Err(problem) => {
                        tracing::error!(jurisdiction = timer.jurisdiction, case = %timer.number, %problem, "timers");
                    }
                }
            }
            recorded += progress;
            if count < AT_ONCE as usize || progress == 0 {
                return Ok(recorded);
            }
        }
    }

    async fn run_timers_of(&self, j: &str, number: &CaseNumber) -> Result<u64, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::ActOnCase, number).await?;
        let now = self.now();
        let events = tick(&loaded.adopted.rules(), &loaded.case, now);
        if events.is_empty() {
            return Ok(0);
        }
        let (commit, _) = self.unit_of_work(j, &loaded, &events, now).await?;
        match self.commit(commit).await {
            Ok(_) => Ok(events.len() as u64),
            // Somebody else was faster: a command that recorded the lapses first, or another process.
            Err(CommitError::Conflict { .. }) => Ok(0),
            Err(error) => Err(error.into()),
        }
    }
}
