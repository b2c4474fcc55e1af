//! A document in the list of a case.

use crate::api::named::Both;
use crate::api::time::Time;
use calendar::Calendar;
use office::papers::PaperLine;
use serde::Serialize;
use utoipa::ToSchema;

/// An issued document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentLine {
    /// Its place among the documents of the case, from 1, for its path.
    place: usize,
    /// Document, by id.
    document: String,
    /// What it is.
    name: Both,
    /// Its number, as it stands on the document.
    number: String,
    /// Who issued it.
    issuer: Both,
    /// When.
    issued: Time,
    /// The work order it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<u16>,
    /// To whom it goes.
    to: Vec<DocumentTo>,
}

/// Somebody whom a document is for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentTo {
    /// A body of the procedure, `citizen` or `unit`.
    to: String,
    /// When it was delivered there last.
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered: Option<Time>,
}

impl DocumentLine {
    /// Of a line.
    pub(super) fn of(calendar: &Calendar, line: &PaperLine) -> Self {
        let to = line.to.iter().map(|(to, at)| DocumentTo {
            to: to.clone(),
            delivered: Time::maybe(calendar, *at),
        });
        Self {
            place: line.place,
            document: line.document.clone(),
            name: Both::of(&line.name),
            number: line.number.to_string(),
            issuer: Both::of(&line.issuer),
            issued: Time::of(calendar, line.issued),
            order: line.order,
            to: to.collect(),
        }
    }
}
