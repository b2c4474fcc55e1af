//! The event of an issued document. Its number is the position of the event in the stream of its series, so it is not
//! among these bytes; what the document says is made from the case's events up to the one that issued it.

use super::FiledList;
use calendar::Instant;
use case::{CaseNumber, OrderNo, PersonId, UnitId};
use procedure::Words;
use serde::{Deserialize, Serialize};
use store::{NewEvent, NewPaper, PaperOf, PaperRow, RowChange, StoreError, StoredEvent, paper_stream};

/// The body whose documents the office numbers, in contrast to those of units.
pub const OFFICE: &str = "office";

/// Version of the event's form.
const VERSION: u16 = 1;

/// A document as issued, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Issued {
    /// Document id of the procedure.
    pub(crate) document: String,
    /// The case event that issued it; absent for a document of no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<IssuedOf>,
    /// The body in whose row it is numbered: a unit or [`OFFICE`].
    pub(crate) body: String,
    /// Its name as it stood.
    pub(crate) issuer: Words,
    /// The word of the series.
    pub(crate) series: String,
    /// The year.
    pub(crate) year: i16,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<PersonId>,
    /// In the name of which unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<UnitId>,
    /// The list of a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) month: Option<super::month::Filed>,
}

/// The case event that issued a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IssuedOf {
    pub(crate) number: CaseNumber,
    pub(crate) seq: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) order: Option<OrderNo>,
}

impl Issued {
    /// The event.
    pub(super) fn event(&self, at: Instant) -> Result<NewEvent, serde_json::Error> {
        crate::stored::event("issue", VERSION, at, self)
    }

    /// As the store numbers it.
    pub(crate) fn new_paper(&self, at: Instant) -> Result<NewPaper, serde_json::Error> {
        Ok(NewPaper {
            stream: paper_stream(&self.body, &self.series, self.year),
            event: self.event(at)?,
            document: self.document.clone(),
            of: self.paper_of(),
        })
    }

    /// The row of a document whose number is known.
    pub(super) fn row(&self, filed: &FiledList, at: Instant) -> PaperRow {
        PaperRow {
            stream: filed.stream.clone(),
            no: filed.no,
            document: self.document.clone(),
            of: self.paper_of(),
            issued: at,
        }
    }

    /// Its number, as it stands on the document.
    pub(super) fn number(&self, no: u64) -> report::Number {
        report::Number {
            series: self.series.clone(),
            year: self.year,
            no,
        }
    }

    fn paper_of(&self) -> Option<PaperOf> {
        let of = self.of.as_ref()?;
        Some(PaperOf {
            number: of.number.clone(),
            seq: of.seq,
            order: of.order,
        })
    }

    /// From its stored event.
    pub(crate) fn read(stored: &StoredEvent) -> Result<Self, StoreError> {
        crate::stored::read(stored, VERSION)
    }
}

/// How events of documents fold into rows, for rebuilding the read models.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    let issued = Issued::read(stored)?;
    Ok(vec![RowChange::Paper(PaperRow {
        stream: stored.stream.clone(),
        no: stored.seq,
        document: issued.document.clone(),
        of: issued.paper_of(),
        issued: stored.at,
    })])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_an_issued_document_is_read() {
        for (line, no) in include_str!("../../samples/paper-1.jsonl").lines().zip(1..) {
            let issued: Issued = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&issued).unwrap(), line);
            let paper = issued.new_paper(Instant::from_ms(no)).unwrap();
            let stored = StoredEvent {
                stream: paper.stream.clone(),
                seq: 7,
                kind: paper.event.kind,
                version: paper.event.version,
                at: paper.event.at,
                recorded: paper.event.at,
                procedure: String::new(),
                calendar: String::new(),
                bytes: paper.event.bytes,
            };
            let Some(RowChange::Paper(row)) = fold(&stored).unwrap().pop() else {
                panic!("no row");
            };
            assert_eq!((row.no, &row.stream, &row.of), (7, &paper.stream, &paper.of));
            let newer = StoredEvent {
                version: VERSION + 1,
                ..stored
            };
            assert!(fold(&newer).is_err());
        }
    }
}
