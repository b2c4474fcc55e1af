//! Which of several commits can be made, found before anything is written: so that none spoils the others.

use crate::bulk::{chunks, placeholders};
use crate::codes::{UseCodes, UsedCode};
use crate::columns::{Columns, stored};
use crate::macros::Engine;
use crate::sql::query;
use crate::{Commit, CommitError, Head, StoreError};
use calendar::Instant;
use std::collections::HashMap;

/// What the database knows of the streams and commands of some commits.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Recorded times of events, by stream and sequence number.
    events: HashMap<(String, String, u64), Instant>,
    /// Answers given, by command.
    answers: HashMap<(String, String), Vec<u8>>,
    /// Ends of the streams that number documents.
    series: HashMap<(String, String), (u64, Instant)>,
    /// One-time codes that can be used, by whom they belong to.
    codes: HashMap<(String, String, String), String>,
    /// Ends of streams as the commits judged so far leave them.
    heads: HashMap<(String, String), (u64, Instant)>,
}

impl Known {
    /// Judges the next commit: the ends of its streams if it can be made. Later ones are judged as if it were.
    pub(crate) fn judge(&mut self, commit: &Commit) -> Result<Vec<Head>, CommitError> {
        let command = commit
            .command
            .as_ref()
            .map(|c| (commit.jurisdiction.clone(), c.id.to_string()));
        if let Some(first) = command.as_ref().and_then(|key| self.answers.get(key)) {
            return Err(CommitError::Duplicate(first.clone()));
        }
        let code = commit.code.as_ref().map(|code| (code_key(commit, code), code));
        if let Some((key, code)) = &code
            && self.codes.get(key) != Some(&code.code_hash)
        {
            return Err(CommitError::CodeGone);
        }
        let mut heads = HashMap::new();
        let mut ends = Vec::with_capacity(commit.streams.len());
        for append in &commit.streams {
            let key = (commit.jurisdiction.clone(), append.stream.clone());
            let head = heads
                .get(&key)
                .copied()
                .or_else(|| self.head(&key, append.expected));
            let Some((seq, recorded)) = head.filter(|(seq, _)| *seq == append.expected) else {
                return Err(CommitError::Conflict {
                    stream: append.stream.clone(),
                });
            };
            let (seq, recorded) = (seq + append.events.len() as u64, recorded.max(commit.recorded));
            heads.insert(key, (seq, recorded));
            ends.push(Head {
                stream: append.stream.clone(),
                seq,
                recorded,
            });
        }
        for unchanged in &commit.unchanged {
            let key = (commit.jurisdiction.clone(), unchanged.stream.clone());
            let head = self.head(&key, unchanged.seen);
            if head.is_none_or(|(seq, _)| seq != unchanged.seen) {
                return Err(CommitError::Conflict {
                    stream: unchanged.stream.clone(),
                });
            }
        }
        for paper in &commit.papers {
            let key = (commit.jurisdiction.clone(), paper.stream.clone());
            let known = [&heads, &self.heads, &self.series];
            let (seq, recorded) = (known.into_iter().find_map(|ends| ends.get(&key).copied()))
                .unwrap_or((0, Instant::from_ms(i64::MIN)));
            let (seq, recorded) = (seq + 1, recorded.max(commit.recorded));
            heads.insert(key, (seq, recorded));
            ends.push(Head {
                stream: paper.stream.clone(),
                seq,
                recorded,
            });
        }
        self.heads.extend(heads);
        if let Some((key, _)) = code {
            self.codes.remove(&key);
        }
        if let (Some(key), Some(command)) = (command, &commit.command) {
            self.answers.insert(key, command.answer.clone());
        }
        Ok(ends)
    }

    /// The end of a stream, if it is the one expected.
    fn head(&self, key: &(String, String), expected: u64) -> Option<(u64, Instant)> {
        if let Some(head) = self.heads.get(key) {
            return Some(*head);
        }
        let event = |seq| self.events.get(&(key.0.clone(), key.1.clone(), seq)).copied();
        if event(expected + 1).is_some() {
            return None;
        }
        let recorded = if expected == 0 {
            Some(Instant::from_ms(i64::MIN))
        } else {
            event(expected)
        };
        recorded.map(|recorded| (expected, recorded))
    }
}

statements! {
    /// Looks up what commits are judged by.
    trait Look {
        fn look_up(c, commits: &[&Commit]) -> Result<Known, StoreError> {
            let mut known = Known::default();
            // What rests on a stream staying as it is looks only when nobody else can be adding to it.
            let rests = commits.iter().any(|commit| !commit.unchanged.is_empty());
            let first = if rests { c.hold_events() } else { c.share_events() };
            if let Some(lock) = first {
                query(lock).execute(&mut *c).await?;
            }
            let ends: Vec<_> = commits.iter().flat_map(|commit| commit.ends()).collect();
            for wanted in chunks(c.rows_at_once(), &ends) {
                let mut text = "WITH wanted (jurisdiction, stream, seq) AS (VALUES ".to_owned();
                placeholders(c.numbered(), &mut text, wanted.len(), 3);
                text += ") SELECT e.jurisdiction, e.stream, e.seq, e.recorded FROM wanted w JOIN event e
                    ON e.jurisdiction = w.jurisdiction AND e.stream = w.stream AND e.seq IN (w.seq, w.seq + 1)";
                let mut query = query(text);
                for (jurisdiction, stream, seq) in wanted {
                    query = query.bind(*jurisdiction).bind(*stream).bind(stored(*seq));
                }
                for row in query.fetch_all(&mut *c).await? {
                    let key = (row.text("jurisdiction")?, row.text("stream")?, row.count("seq")?);
                    known.events.insert(key, row.instant("recorded")?);
                }
            }
            let commands: Vec<_> =
                commits.iter().filter_map(|commit| Some((&commit.jurisdiction, &commit.command.as_ref()?.id))).collect();
            for wanted in chunks(c.rows_at_once(), &commands) {
                let mut text = "WITH wanted (jurisdiction, id) AS (VALUES ".to_owned();
                placeholders(c.numbered(), &mut text, wanted.len(), 2);
                text += ") SELECT k.jurisdiction, k.id, k.answer FROM wanted w JOIN command k
                    ON k.jurisdiction = w.jurisdiction AND k.id = w.id";
                let mut query = query(text);
                for (jurisdiction, id) in wanted {
                    query = query.bind(*jurisdiction).bind(id.as_str());
                }
                for row in query.fetch_all(&mut *c).await? {
                    known.answers.insert((row.text("jurisdiction")?, row.text("id")?), row.bytes("answer")?);
                }
            }
            for commit in commits {
                for paper in &commit.papers {
                    let key = (commit.jurisdiction.clone(), paper.stream.clone());
                    if known.series.contains_key(&key) {
                        continue;
                    }
                    let last = query(
                        "SELECT seq, recorded FROM event WHERE jurisdiction = $1 AND stream = $2
                         ORDER BY seq DESC LIMIT 1",
                    )
                    .bind(&key.0)
                    .bind(&key.1)
                    .fetch_optional(&mut *c)
                    .await?;
                    if let Some(last) = last {
                        known.series.insert(key, (last.count("seq")?, last.instant("recorded")?));
                    }
                }
            }
            for commit in commits {
                if let Some(code) = &commit.code
                    && c.code_stands(&commit.jurisdiction, code).await?
                {
                    known.codes.insert(code_key(commit, code), code.code_hash.clone());
                }
            }
            Ok(known)
        }
    }
}

fn code_key(commit: &Commit, code: &UsedCode) -> (String, String, String) {
    (
        commit.jurisdiction.clone(),
        code.purpose.clone(),
        code.key_hash.clone(),
    )
}
