//! Fills a database with finished cases, quickly: the whole log of each, and the rows it ends in.

use super::Fault;
use super::course::Course;
use super::ready;
use store::{CaseChange, Commit, Store};
use tokio::task::JoinSet;

/// Filling tasks: as many share a commit.
const TASKS: u32 = 64;

/// Stores the cases at these positions, archived. Their messages have left.
pub(crate) async fn fill(store: &Store, positions: std::ops::Range<u32>) -> Result<(), Fault> {
    let mut tasks = JoinSet::new();
    for task in 0..TASKS {
        let (store, positions) = (store.clone(), positions.clone());
        tasks.spawn(async move {
            let course = Course::new()?;
            for position in positions.skip(task as usize).step_by(TASKS as usize) {
                let commit = whole(ready::commits(&course, position)?).ok_or("an empty course")?;
                store.commit(commit).await?;
            }
            Ok::<_, Fault>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(())
}

/// All units of work of a course as one: every event, the last rows, the last command.
fn whole(commits: Vec<Commit>) -> Option<Commit> {
    let mut commits = commits.into_iter();
    let mut whole = commits.next()?;
    for mut next in commits {
        let events = next.streams.pop().map(|append| append.events);
        let stream = whole.streams.first_mut()?;
        stream.events.extend(events.unwrap_or_default());
        whole.recorded = next.recorded;
        whole.command = next.command;
        whole.cases = next
            .cases
            .pop()
            .map(|change| CaseChange {
                before: None,
                ..change
            })
            .into_iter()
            .collect();
    }
    whole.outbox.clear();
    Some(whole)
}
