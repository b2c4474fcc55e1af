//! A command on a case: load, ask, decide, commit once. A second arrival gets the first answer.

use crate::draft::Draft;
use crate::files::SealedFile;
use crate::intake::Upload;
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::verify::NewCaller;
use crate::{Office, Problem, notice};
use calendar::Instant;
use case::access::Wish;
use case::rows::rows;
use case::{Act, Actor, Case, CaseNumber, Command, CommandId, Event, OrderNo, decide};
use procedure::Do;
use serde::{Deserialize, Serialize};
use store::{Answered, Append, CallerOf, CaseChange, Commit, CommitError, NewEvent, case_stream};

/// A command as it arrives.
#[derive(Debug, Clone)]
pub struct Order {
    /// The case.
    pub number: CaseNumber,
    /// The work order meant.
    pub order: Option<OrderNo>,
    /// Made by form or client.
    pub id: CommandId,
    /// Sequence number that the person had before their eyes.
    pub seen: Option<u64>,
    /// What is to be done.
    pub draft: Draft,
    /// Files that come along.
    pub uploads: Vec<Upload>,
}

/// The answer to a command; the same for every arrival of its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// The case.
    pub number: CaseNumber,
    /// Sequence number of the case's last event.
    pub seq: u64,
    /// Step in which the case stands now.
    pub step: String,
}

/// How often a command is decided again when others changed the case meanwhile.
const AGAIN: usize = 10;

impl Office {
    /// Carries out a command.
    ///
    /// # Errors
    /// A refusal with its clause, faulty fields, or [`Problem::NotFound`] where the person may not see the case.
    pub async fn command(&self, j: &str, who: &Actor, order: Order) -> Result<Done, Problem> {
        if order.id.as_str().is_empty() {
            return Err(Problem::field("id", "field-empty"));
        }
        // What uses something up or stores files is not begun a second time. All else may be: it comes to nothing, and
        // asking afterwards spares every first arrival the question.
        let asks_first = !order.uploads.is_empty() || matches!(order.draft, Draft::Complete { .. });
        if asks_first && let Some(first) = self.answered_before(j, who, &order).await? {
            return Ok(first);
        }
        match self.carry_out(j, who, &order).await {
            Err(problem) if !problem.passes() => {
                let first = self.answered_before(j, who, &order).await?;
                first.ok_or(problem)
            }
            done => done,
        }
    }

    /// The answer to the first arrival of a command, for whoever may see the case.
    async fn answered_before(&self, j: &str, who: &Actor, order: &Order) -> Result<Option<Done>, Problem> {
        let Some(first) = self.store().answered(j, &order.id).await? else {
            return Ok(None);
        };
        self.load_unnoted(j, who, Wish::SeeCase, &order.number).await?;
        self.repeated(order, &first).map(Some)
    }

    /// Decides and commits, again where others changed the case meanwhile.
    async fn carry_out(&self, j: &str, who: &Actor, order: &Order) -> Result<Done, Problem> {
        let now = self.now();
        let loaded = self.load(j, who, Wish::ActOnCase, &order.number).await?;
        let mut prepared = self
            .prepare(j, who, &loaded, order.draft.clone(), order.uploads.clone(), now)
            .await?;
        let command = Command {
            id: order.id.clone(),
            act: prepared.act,
            order: order.order,
            seen: order.seen,
        };
        let mut loaded = loaded;
        for _ in 0..AGAIN {
            let (files, caller) = (&mut prepared.files, prepared.caller.as_ref());
            match self.attempt(j, who, &loaded, &command, files, caller).await {
                Err(CommitError::Conflict { .. }) => {
                    loaded = self.load(j, who, Wish::ActOnCase, &order.number).await?;
                }
                Err(CommitError::Duplicate(first)) => return self.repeated(order, &first),
                Err(error) => return Err(error.into()),
                Ok(done) => return done,
            }
        }
        Err(Problem::Busy)
    }

    fn repeated(&self, order: &Order, first: &[u8]) -> Result<Done, Problem> {
        // An id used for something else is a fault of the client, not a repetition.
        let used = || Problem::field("id", "field-command-id-used");
        let done: Done = serde_json::from_slice(first).map_err(|_| used())?;
        if done.number == order.number {
            Ok(done)
        } else {
            Err(Problem::field("id", "field-command-id-used"))
        }
    }

    /// The system acts on a case: what came from another jurisdiction is applied as the rules let it. `act` is made
    /// with the key of the case, under which its texts are sealed.
    pub(crate) async fn command_by_system(
        &self,
        j: &str,
        number: &CaseNumber,
        id: CommandId,
        act: impl Fn(&NamedKey) -> Result<Act, Problem>,
    ) -> Result<(), Problem> {
        let key = seal::KeyId::new(crate::keys::case_key(number.as_str()));
        let key = self.key(j, &key).await?.ok_or(Problem::NotFound)?;
        for _ in 0..AGAIN {
            let loaded = self.load(j, &Actor::System, Wish::ActOnCase, number).await?;
            let command = Command {
                id: id.clone(),
                act: act(&key)?,
                order: None,
                seen: Some(loaded.case.seq),
            };
            match self
                .attempt(j, &Actor::System, &loaded, &command, &mut [], None)
                .await
            {
                Err(CommitError::Conflict { .. }) => {}
                Err(CommitError::Duplicate(_)) => return Ok(()),
                Err(error) => return Err(error.into()),
                Ok(Err(problem)) => {
                    // Refused because it was done before: the first arrival stands.
                    let before = self.store().answered(j, &id).await?;
                    return before.map(|_| ()).ok_or(problem);
                }
                Ok(Ok(_)) => return Ok(()),
            }
        }
        Err(Problem::Busy)
    }

    /// One try: decide and commit. Refusals are answers, conflicts are tried again.
    async fn attempt(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        command: &Command,
        files: &mut [SealedFile],
        caller: Option<&NewCaller>,
    ) -> Result<Result<Done, Problem>, CommitError> {
        let now = self.now();
        let events = match decide(&loaded.adopted.rules(), &loaded.case, command, who, now) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        if let Err(problem) = self.never_with_accused(j, loaded, &events).await {
            return Ok(Err(problem));
        }
        let (mut commit, after) = match self.unit_of_work(j, loaded, &events, now).await {
            Ok(made) => made,
            Err(problem) => return Ok(Err(problem)),
        };
        let done = Done {
            number: loaded.number.clone(),
            seq: after.seq,
            step: after.step,
        };
        match serde_json::to_vec(&done) {
            Ok(answer) => {
                commit.command = Some(Answered {
                    id: command.id.clone(),
                    answer,
                })
            }
            Err(error) => return Ok(Err(error.into())),
        }
        if let Some(caller) = caller {
            commit.caller = Some(CallerOf {
                number: loaded.number.clone(),
                phone: caller.hash.clone(),
                proven: caller.proven,
                account: caller.account.clone(),
            });
            commit.code.clone_from(&caller.code);
        }
        match self.keep_files(files).await {
            Ok(rows) => commit.attachments = rows,
            Err(problem) => return Ok(Err(problem)),
        }
        self.commit(commit).await?;
        Ok(Ok(done))
    }

    /// Events of a case as one unit of work: log, rows, outbox, and the documents that they issue, whoever or whatever
    /// brought them about.
    pub(crate) async fn unit_of_work(
        &self,
        j: &str,
        loaded: &Loaded,
        events: &[Event],
        now: Instant,
    ) -> Result<(Commit, Case), Problem> {
        let rules = loaded.adopted.rules();
        let mut after = Case::clone(&loaded.case);
        let mut commit = Commit::new(j, now);
        commit.procedure.clone_from(&loaded.adopted.procedure.hash);
        commit.calendar = loaded.adopted.calendar.hash().to_owned();
        let stream = case_stream(&loaded.number);
        let merges = rules.procedure.acts.iter().any(|rule| rule.does == Do::Merge);
        let mut new_events = Vec::with_capacity(events.len());
        for event in events {
            after.apply(event);
            new_events.push(new_event(event)?);
            if !self.is_silent() {
                notice::collect(&stream, after.seq, event, &loaded.number, &mut commit.outbox)?;
                if merges {
                    notice::pass_on(&stream, after.seq, event, &loaded.number, &mut commit.outbox)?;
                }
            }
        }
        commit.streams.push(Append {
            stream,
            expected: loaded.case.seq,
            events: new_events,
        });
        if let Some(rows_after) = rows(&rules, &after, &loaded.number) {
            let before = rows(&rules, &loaded.case, &loaded.number);
            commit.cases.push(CaseChange {
                before,
                after: rows_after,
            });
        }
        self.number_papers(j, loaded, events, &mut commit).await?;
        let first = loaded.case.seq + 1;
        self.collect_crossings(
            j,
            rules.procedure,
            &loaded.number,
            first,
            events,
            &mut commit.outbox,
        )
        .await?;
        Ok((commit, after))
    }
}

/// An event as its bytes, which are stored as they are.
pub(crate) fn new_event(event: &Event) -> Result<NewEvent, Problem> {
    Ok(NewEvent {
        kind: kind(&event.act),
        version: case::event::VERSION,
        at: event.at,
        bytes: serde_json::to_vec(event)?,
    })
}

/// The word under which an event stands in the log.
pub(crate) fn kind(act: &Act) -> String {
    match act.word() {
        Some(word) => serde_json::to_value(word)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default(),
        None => match act {
            Act::Lapse { .. } => "lapse".to_owned(),
            Act::Rung { .. } => "rung".to_owned(),
            Act::Recount { .. } => "recount".to_owned(),
            _ => "record-history".to_owned(),
        },
    }
}
