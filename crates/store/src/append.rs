//! Stores units of work: all that can be made of a group, each whole or not at all.

use crate::codes::UseCodes;
use crate::papers::{PaperRow, PutPapers};
use crate::put::{Placed, Put};
use crate::put_case::{CaseRows, PutCase, Tables};
use crate::put_change::PutChange;
use crate::store::Engine;
use crate::verdict::Look;
use crate::{Commit, CommitError, Committed, Store, StoreError};

/// What became of each commit of a group.
pub(crate) type Fates = Vec<Result<Committed, CommitError>>;

/// Why a group could not be stored.
#[derive(Debug)]
pub(crate) enum Spoilt {
    /// Somebody else wrote the same between looking and writing: roll back, look again.
    Raced,
    /// The database failed.
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for Spoilt {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Stores a unit of work, whole or not at all. Returns after the database has flushed it.
    ///
    /// A second commit with the same command id stores nothing and gives the answer of the first.
    pub async fn commit(&self, commit: Commit) -> Result<Committed, CommitError> {
        match self.engine() {
            Engine::Sqlite(engine) => engine.commit(commit).await,
            Engine::Postgres(engine) => engine.commit(commit).await,
        }
    }
}

/// What the commits that can be made write once.
#[derive(Default)]
struct Once<'a> {
    commits: Vec<&'a Commit>,
    events: Vec<Placed<'a>>,
    cases: CaseRows<'a>,
    papers: Vec<(&'a str, PaperRow)>,
}

impl<'a> Once<'a> {
    fn add(&mut self, commit: &'a Commit, made: &Committed) {
        self.commits.push(commit);
        for (append, head) in commit.streams.iter().zip(&made.heads) {
            let events = append.events.iter().zip(append.expected + 1..);
            let (stream, recorded) = (&append.stream[..], head.recorded);
            self.events.extend(events.map(|(event, seq)| Placed {
                commit,
                stream,
                seq,
                recorded,
                event,
            }));
        }
        for (paper, head) in commit
            .papers
            .iter()
            .zip(made.heads.iter().skip(commit.streams.len()))
        {
            self.events.push(Placed {
                commit,
                stream: &paper.stream,
                seq: head.seq,
                recorded: head.recorded,
                event: &paper.event,
            });
            self.papers.push((&commit.jurisdiction, paper.row(head.seq)));
        }
        for change in &commit.cases {
            self.cases.add(&commit.jurisdiction, change);
        }
    }

    /// Something of each commit, with its jurisdiction.
    fn all<T>(&self, of: impl Fn(&'a Commit) -> &'a [T]) -> Vec<(&'a str, &'a T)> {
        let each = |commit: &&'a Commit| {
            let commit: &'a Commit = commit;
            of(commit).iter().map(|item| (&commit.jurisdiction[..], item))
        };
        self.commits.iter().flat_map(each).collect()
    }
}

statements! {
    /// Appending within a transaction.
    trait AppendAll {
        /// Stores those of the commits that can be made. After an error the transaction must be rolled back.
        fn append(c, commits: &[&Commit]) -> Result<Fates, Spoilt> {
            let mut known = c.look_up(commits).await?;
            let mut once = Once::default();
            let mut fates = Fates::with_capacity(commits.len());
            for commit in commits {
                let fate = known.judge(commit).map(|heads| Committed { heads });
                if let Ok(made) = &fate {
                    once.add(commit, made);
                }
                fates.push(fate);
            }
            // Always in one order, so that two transactions never wait for each other in a circle.
            once.events.sort_by_key(|placed| (&placed.commit.jurisdiction, placed.stream, placed.seq));
            let commands = once.commits.iter().filter(|commit| commit.command.is_some()).count();
            if c.put_commands(&once.commits).await? != commands as u64
                || c.put_events(&once.events).await? != once.events.len() as u64
            {
                return Err(Spoilt::Raced);
            }
            c.put_cases(Tables::Live, &once.cases).await?;
            c.put_keys(&once.all(|commit| &commit.keys)).await?;
            let codes = once.all(|commit| commit.check_code.as_slice());
            let codes: Vec<_> = codes.iter().map(|(here, (number, hash))| (*here, number.as_str(), &hash[..])).collect();
            c.put_check_codes(&codes).await?;
            let callers = once.all(|commit| commit.caller.as_slice());
            c.put_callers(&callers).await?;
            c.put_papers(&once.papers).await?;
            c.put_outbox(&once.all(|commit| &commit.outbox)).await?;
            for commit in &once.commits {
                if let Some(code) = &commit.code
                    && !c.use_code(&commit.jurisdiction, code).await?
                {
                    return Err(Spoilt::Raced);
                }
                let here = &commit.jurisdiction[..];
                let files: Vec<_> = commit.attachments.iter().map(|file| (here, file, commit.recorded)).collect();
                c.put_attachments(&files).await?;
                for change in &commit.changes {
                    c.put_change(here, change).await?;
                }
            }
            Ok(fates)
        }
    }
}
