//! The events of the access log, and the rows folded from them.

use crate::view::person::Opening;
use calendar::Instant;
use case::{CaseNumber, PersonId};
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::{AccessRow, RowChange, StoreError, StoredEvent};

/// Streams of the access log: `access/DAY`, and `access/NUMBER` for what was opened of a case.
pub(crate) const PREFIX: &str = "access/";
/// Version of the events' form.
pub(super) const VERSION: u16 = 1;
/// Kind of the event of views.
pub(super) const LOOKED: &str = "looked";
/// Kind of the event of an opening.
pub(crate) const OPENED: &str = "open-person";

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// A case.
    Case,
    /// A file of a case.
    File,
    /// A document of a case.
    Document,
    /// A list of cases.
    List,
    /// Earlier cases of a phone number.
    Search,
    /// The ledger, to take along.
    Export,
    /// Name, phone, id number and address of a citizen.
    OpenPerson,
    /// The access log.
    Access,
    /// Nothing yet: somebody signed in.
    SignIn,
    /// The same in a browser in which they were never.
    SignInNew,
    /// Somebody tried to sign in, and was not let in.
    SignInFailed,
}

impl Look {
    /// Its name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::File => "file",
            Self::Document => "document",
            Self::List => "list",
            Self::Search => "search",
            Self::Export => "export",
            Self::OpenPerson => OPENED,
            Self::Access => "access",
            Self::SignIn => "sign-in",
            Self::SignInNew => "sign-in-new",
            Self::SignInFailed => "sign-in-failed",
        }
    }

    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "access-case",
            Self::File => "access-file",
            Self::Document => "access-document",
            Self::List => "access-list",
            Self::Search => "access-search",
            Self::Export => "access-export",
            Self::OpenPerson => "access-open-person",
            Self::Access => "access-access",
            Self::SignIn => "access-sign-in",
            Self::SignInNew => "access-sign-in-new",
            Self::SignInFailed => "access-sign-in-failed",
        }
    }

    pub(super) fn of(name: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
    }
}

/// The event of some views, version 1.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Looked {
    pub(super) views: Vec<View>,
}

/// One view.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct View {
    pub(super) at: Instant,
    /// Nobody for the citizen of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) person: Option<PersonId>,
    pub(super) what: Look,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<CaseNumber>,
    /// The address from which it was asked, sealed under the key of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Sealed>,
    /// How often within a second or so.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub(super) times: u32,
}

fn once() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_once(times: &u32) -> bool {
    *times == 1
}

/// The rows of some views.
pub(super) fn rows(stream: &str, seq: u64, looked: &Looked) -> Vec<RowChange> {
    let row = |(n, view): (u32, &View)| {
        RowChange::Access(AccessRow {
            stream: stream.to_owned(),
            seq,
            n,
            at: view.at,
            person: view.person.clone(),
            what: view.what.as_str().to_owned(),
            number: view.number.clone(),
            place: view.from.clone(),
            reason: None,
            times: view.times,
        })
    };
    (0..).zip(&looked.views).map(row).collect()
}

/// The row of an opening.
pub(crate) fn opening_row(stream: &str, seq: u64, at: Instant, opening: &Opening) -> RowChange {
    RowChange::Access(AccessRow {
        stream: stream.to_owned(),
        seq,
        n: 0,
        at,
        person: Some(opening.person.clone()),
        what: OPENED.to_owned(),
        number: Some(opening.number.clone()),
        place: opening.from.clone(),
        reason: Some(opening.reason.clone()),
        times: 1,
    })
}

/// How the events of the access log fold into rows.
pub(crate) fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    let corrupt =
        |error: serde_json::Error| StoreError::Corrupt(format!("{} {}: {error}", stored.stream, stored.seq));
    if stored.kind == OPENED {
        let opening: Opening = serde_json::from_slice(&stored.bytes).map_err(corrupt)?;
        return Ok(vec![opening_row(&stored.stream, stored.seq, stored.at, &opening)]);
    }
    let looked: Looked = serde_json::from_slice(&stored.bytes).map_err(corrupt)?;
    Ok(rows(&stored.stream, stored.seq, &looked))
}

#[cfg(test)]
mod tests {
    use super::{Look, Looked};

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_views_is_read() {
        let lines = include_str!("../../samples/looked-1.jsonl");
        assert_eq!(lines.lines().count(), 3);
        for line in lines.lines() {
            let looked: Looked = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&looked).unwrap(), line);
        }
    }

    #[test]
    fn what_was_read_is_stored_as_it_is_written() {
        for look in [
            Look::Case,
            Look::File,
            Look::Document,
            Look::List,
            Look::Search,
            Look::Export,
            Look::OpenPerson,
            Look::Access,
            Look::SignIn,
            Look::SignInNew,
            Look::SignInFailed,
        ] {
            assert_eq!(Look::of(look.as_str()), Some(look));
        }
    }
}
