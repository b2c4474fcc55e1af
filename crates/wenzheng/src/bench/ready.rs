//! The units of work of one course, ready to be stored: event bytes, rows as they change, command and outbox.

use super::Fault;
use super::course::Course;
use case::rows::rows;
use case::{CaseNumber, Effect, Event};
use seal::KeyId;
use store::{Answered, Append, CaseChange, Commit, NewEvent, NewKey, NewOutbox, case_stream};

/// The jurisdiction of the benchmarks.
pub(crate) const HERE: &str = "bench";

/// Number of the case with this position. Not one that a citizen would be handed: nobody types it.
pub(crate) fn number(position: u32) -> CaseNumber {
    CaseNumber::from(format!("20250304{position:08}"))
}

/// One unit of work for each act of a course.
pub(crate) fn commits(course: &Course, position: u32) -> Result<Vec<Commit>, Fault> {
    let number = number(position);
    let rules = course.rules();
    let stream = case_stream(&number);
    let mut commits = Vec::with_capacity(course.len());
    let mut failed = None;
    course.play(&number, |before, events, after| {
        let mut commit = Commit::new(
            HERE,
            events
                .last()
                .map_or(calendar::Instant::from_ms(0), |event| event.at),
        );
        commit.procedure = course.procedure.hash.clone();
        commit.calendar = course.calendar.hash().to_owned();
        let kept: Result<Vec<NewEvent>, _> = events.iter().map(kept).collect();
        match kept {
            Ok(events) => commit.streams.push(Append {
                stream: stream.clone(),
                expected: before.seq,
                events,
            }),
            Err(error) => failed = Some(error),
        }
        if let Some(after_rows) = rows(&rules, after, &number) {
            let before = rows(&rules, before, &number);
            commit.cases.push(CaseChange {
                before,
                after: after_rows,
            });
        }
        // Ids of forms are 64 digits; these have as many and no order.
        let id = seal::keyed_hash(
            &seal::Key::from_bytes([1; 32]),
            "command",
            &format!("{stream}/{}", after.seq),
        );
        commit.command = Some(Answered {
            id: id.into(),
            answer: format!(
                "{{\"number\":\"{number}\",\"seq\":{},\"step\":\"{}\"}}",
                after.seq, after.step
            )
            .into_bytes(),
        });
        commit.outbox = told(&stream, after.seq, events);
        if before.seq == 0 {
            commit.keys = ["case", "person"].map(|of| key(of, &number)).into();
            commit.check_code = Some((number.clone(), "0".repeat(64)));
        }
        commits.push(commit);
    })?;
    failed.map_or(Ok(commits), |error| Err(error.into()))
}

fn kept(event: &Event) -> Result<NewEvent, serde_json::Error> {
    let word = event.act.word().map(serde_json::to_value).transpose()?;
    Ok(NewEvent {
        kind: word
            .as_ref()
            .and_then(serde_json::Value::as_str)
            .unwrap_or("lapse")
            .to_owned(),
        version: case::event::VERSION,
        at: event.at,
        bytes: serde_json::to_vec(event)?,
    })
}

fn told(stream: &str, seq: u64, events: &[Event]) -> Vec<NewOutbox> {
    let told = events
        .iter()
        .flat_map(|event| event.effects.iter().map(move |effect| (event.at, effect)));
    told.enumerate()
        .filter(|(_, (_, effect))| matches!(effect, Effect::Tell { .. }))
        .map(|(index, (due, _))| NewOutbox {
            id: format!("{stream}/{seq}/{index}"),
            due,
            kind: "told".to_owned(),
            payload: format!(
                "{{\"payload\":\"told\",\"number\":\"{}\",\"seq\":{seq},\"order\":1,\"whom\":\"citizen\",\"template\":\"accepted\"}}",
                stream.trim_start_matches("case/")
            )
            .into_bytes(),
        })
        .collect()
}

fn key(of: &str, number: &CaseNumber) -> NewKey {
    NewKey {
        id: KeyId::new(format!("{of}:{number}")),
        wrapped: vec![0x5a; 60],
    }
}
