//! The run through a table: rows in groups, all rows of a group at once, so that their commits share a flush.

use super::row::entry;
use super::{Entry, Fate, Line, Mode, Plan, Reason, Tally};
use crate::{Adopted, Office, Problem};
use case::{CaseNumber, CommandId};
use ledger::{Row, RowError};
use serde::Deserialize;
use std::collections::HashSet;
use tokio::task::JoinSet;

/// Rows under way at once.
const GROUP: usize = 100;

/// A group of rows under way, no number twice.
#[derive(Default)]
struct Group {
    entries: Vec<Entry>,
    numbers: HashSet<String>,
    /// Rows that are bad already, to be told in their order.
    bad: Vec<Line>,
}

impl Group {
    fn is_full(&self) -> bool {
        self.entries.len() >= GROUP || self.bad.len() >= GROUP
    }
}

/// The answers of both ways to enter have the case's number.
#[derive(Deserialize)]
struct Numbered {
    number: CaseNumber,
}

impl Office {
    /// Imports the rows of a table. `each` hears of every row, in the order of the table.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for a channel that the procedure does not have; else what keeps the whole import from going
    /// on, such as a full disk. What was imported before stays, and the next run goes on from there.
    pub async fn import(
        &self,
        j: &str,
        plan: &Plan,
        rows: impl IntoIterator<Item = Result<Row, RowError>>,
        mut each: impl FnMut(&Line),
    ) -> Result<Tally, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if let Some(channel) = &plan.channel
            && adopted.procedure.channel(channel).is_none()
        {
            return Err(Problem::field("channel", "field-not-a-channel"));
        }
        let mut tally = Tally::default();
        let mut group = Group::default();
        for row in rows {
            let made = match row {
                Ok(row) => {
                    let line = row.line;
                    entry(row, plan, &adopted.procedure).map_err(|reason| (line, reason))
                }
                Err(error) => {
                    let (code, args) = (error.code(), error.args());
                    Err((error.line, Reason { code, args }))
                }
            };
            match made {
                Ok(entry) => {
                    // A number that comes twice is compared with what the first of them became.
                    if group.is_full() || group.numbers.contains(&entry.number) {
                        self.finish(j, plan, &adopted, &mut group, &mut tally, &mut each)
                            .await?;
                    }
                    group.numbers.insert(entry.number.clone());
                    group.entries.push(entry);
                }
                Err((line, reason)) => group.bad.push(Line {
                    line,
                    number: None,
                    case: None,
                    fate: Fate::Bad(reason),
                }),
            }
        }
        self.finish(j, plan, &adopted, &mut group, &mut tally, &mut each)
            .await?;
        Ok(tally)
    }

    async fn finish(
        &self,
        j: &str,
        plan: &Plan,
        adopted: &Adopted,
        group: &mut Group,
        tally: &mut Tally,
        each: &mut impl FnMut(&Line),
    ) -> Result<(), Problem> {
        let group = std::mem::take(group);
        let mut lines: Vec<(Line, Option<Mode>)> = group.bad.into_iter().map(|line| (line, None)).collect();
        let mut under_way = JoinSet::new();
        for entry in group.entries {
            let (office, j, plan, adopted) = (self.clone(), j.to_owned(), plan.clone(), adopted.clone());
            under_way.spawn(async move {
                let done = office.import_one(&j, &plan, &adopted, &entry).await;
                (entry, done)
            });
        }
        let mut fault = None;
        while let Some(joined) = under_way.join_next().await {
            let (entry, done) = joined.map_err(|error| Problem::Corrupt(error.to_string()))?;
            match done {
                Ok((case, fate)) => lines.push((
                    Line {
                        line: entry.line,
                        number: Some(entry.number),
                        case,
                        fate,
                    },
                    Some(entry.mode),
                )),
                Err(problem) => fault = Some(problem),
            }
        }
        lines.sort_by_key(|(line, _)| line.line);
        for (line, mode) in &lines {
            tally.count(line, *mode);
            each(line);
        }
        fault.map_or(Ok(()), Err)
    }

    /// One row: in before, or entered now. A problem of the row is its fate, a problem of the installation an error.
    async fn import_one(
        &self,
        j: &str,
        plan: &Plan,
        adopted: &Adopted,
        entry: &Entry,
    ) -> Result<(Option<CaseNumber>, Fate), Problem> {
        let id = CommandId::from(format!("import/{}/{}", plan.source, entry.number));
        if let Some(answer) = self.store().answered(j, &id).await? {
            let Numbered { number } = serde_json::from_slice(&answer)?;
            let fate = self.compared(j, &number, entry).await?.ok_or(Problem::Busy)?;
            return Ok((Some(number), fate));
        }
        if plan.dry_run {
            let number = CaseNumber::from(entry.number.as_str());
            let there = match entry.mode {
                Mode::History => self.compared(j, &number, entry).await?,
                Mode::New => None,
            };
            return Ok((None, there.unwrap_or(Fate::Entered)));
        }
        let done = match entry.mode {
            Mode::History => self.enter_history(j, adopted, &id, entry).await,
            Mode::New => self.enter_new(j, &id, entry).await,
        };
        match done {
            Ok((number, fate)) => Ok((Some(number), fate)),
            Err(problem) => of_row(problem).map(|fate| (None, fate)),
        }
    }
}

/// Faulty fields and refusals are the row's own.
fn of_row(problem: Problem) -> Result<Fate, Problem> {
    let (code, args) = match &problem {
        Problem::Invalid(faults) => match faults.first() {
            Some(fault) => (fault.code, fault.args.clone()),
            None => return Err(problem),
        },
        Problem::Refused(refusal) => (refusal.code, refusal.args.clone()),
        _ => return Err(problem),
    };
    Ok(Fate::Bad(Reason { code, args }))
}
