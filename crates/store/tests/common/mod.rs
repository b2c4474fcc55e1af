//! Small cases made by hand, for tests of the store alone.

use calendar::Instant;
use case::CaseNumber;
use case::rows::{CaseRow, ClockRow, OrderRow, Rows, Shown};
use seal::{Fresh as Random, Key, KeyId, Sealed, seal};
use store::{Answered, Append, CaseChange, Commit, NewEvent, case_stream};

pub(crate) const HERE: &str = "example";

/// So many milliseconds after some moment in 2026.
pub(crate) fn at(ms: i64) -> Instant {
    Instant::from_ms(1_780_000_000_000 + ms)
}

pub(crate) fn number(n: u32) -> CaseNumber {
    CaseNumber::from(format!("C{n:06}"))
}

pub(crate) fn sealed(text: &str) -> Sealed {
    let key = Key::from_bytes([7; 32]);
    seal(
        &key,
        &KeyId::new("test"),
        "title",
        text,
        Random::from_bytes([9; _]),
    )
}

pub(crate) fn case(n: u32) -> CaseRow {
    CaseRow {
        number: number(n),
        external: None,
        step: "received".into(),
        channel: "phone".into(),
        category: None,
        title: sealed("路灯"),
        received: at(i64::from(n)),
        accepted: None,
        replied: None,
        closed: None,
        due: Some(at(1000 + i64::from(n) % 7)),
        history: false,
        ended: false,
        repeat_of: None,
        supervised: false,
        supervised_since: None,
        urged: None,
        instructed: None,
        late: false,
        calendar: "c".into(),
        public: Shown::No,
        public_at: None,
        accused: false,
        merged_into: None,
        division: None,
        submitted: vec![],
        seq: 1,
    }
}

pub(crate) fn order(n: u32, no: u16, unit: &str) -> OrderRow {
    OrderRow {
        number: number(n),
        order: no,
        unit: unit.into(),
        step: "dispatched".into(),
        lead: no == 1,
        dispatched: at(5),
        due: Some(at(500 + i64::from(n) % 5)),
        ended: false,
        asked: false,
        done: None,
        late: false,
        apart: false,
    }
}

pub(crate) fn clock(n: u32, index: u32, due: Instant) -> ClockRow {
    ClockRow {
        number: number(n),
        index,
        order: None,
        clock: "accept".into(),
        started: at(0),
        due,
        timer: Some(due),
        met: None,
        lapsed: None,
        withdrawn: None,
        right: false,
    }
}

pub(crate) fn rows(n: u32) -> Rows {
    Rows {
        case: case(n),
        orders: vec![],
        clocks: vec![],
        facets: vec![],
    }
}

pub(crate) fn event(ms: i64) -> NewEvent {
    NewEvent {
        kind: "receive".into(),
        version: 1,
        at: at(ms),
        bytes: format!("{{\"n\":{ms}}}").into_bytes(),
    }
}

/// One event behind `expected` on the stream of a case.
pub(crate) fn append(n: u32, expected: u64, ms: i64) -> Commit {
    let mut commit = Commit::new(HERE, at(ms));
    commit.streams = vec![Append {
        stream: case_stream(&number(n)),
        expected,
        events: vec![event(ms)],
    }];
    commit
}

/// With a command id and an answer.
pub(crate) fn asked(mut commit: Commit, id: &str, answer: &str) -> Commit {
    commit.command = Some(Answered {
        id: id.into(),
        answer: answer.as_bytes().to_vec(),
    });
    commit
}

/// A new case with these rows.
pub(crate) fn with_rows(n: u32, after: Rows) -> Commit {
    let mut commit = append(n, 0, i64::from(n));
    commit.cases = vec![CaseChange { before: None, after }];
    commit
}
