//! Numbered documents: which were issued, of a case and of a jurisdiction.
//!
//! A document takes its number in the very commit that issues it: it is the position of its event in the stream of its
//! series. So there is neither a gap nor a double, whoever writes at the same time.

use crate::columns::{Columns, stored};
use crate::sql::query;
use crate::{NewEvent, StoreError};
use calendar::Instant;
use case::{CaseNumber, OrderNo};

/// Streams of numbered documents begin with this; behind it stand body, series and year.
pub const PAPERS: &str = "papers/";

/// The stream that numbers the documents of a body, a series and a year. Two series never share one, whatever signs
/// their words hold.
pub fn paper_stream(body: &str, series: &str, year: i16) -> String {
    let plain = |text: &str| text.replace('%', "%25").replace('/', "%2F");
    format!("{PAPERS}{}/{}/{year}", plain(body), plain(series))
}

/// A document that takes the next number of its series.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// [`paper_stream`] of its body, series and year.
    pub stream: String,
    /// The event; the number is not in its bytes but is its position.
    pub event: NewEvent,
    /// Template of the procedure.
    pub document: String,
    /// The case event that it was issued with, and the work order it is about; `None` for one of no case.
    pub of: Option<PaperOf>,
}

impl NewPaper {
    /// Its row, once it has its number.
    pub(crate) fn row(&self, no: u64) -> PaperRow {
        PaperRow {
            stream: self.stream.clone(),
            no,
            document: self.document.clone(),
            of: self.of.clone(),
            issued: self.event.at,
        }
    }
}

/// What a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperOf {
    /// The case.
    pub number: CaseNumber,
    /// Sequence number of the event that issued it.
    pub seq: u64,
    /// The work order.
    pub order: Option<OrderNo>,
}

/// An issued document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Its series: body, words and year.
    pub stream: String,
    /// Its number in the series, from 1.
    pub no: u64,
    /// Template of the procedure.
    pub document: String,
    /// What it is about; `None` for one of no case.
    pub of: Option<PaperOf>,
    /// When it was issued, UTC milliseconds.
    pub issued: Instant,
}

/// The last line of a page of issued documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperAfter {
    /// When it was issued, UTC milliseconds.
    pub issued: Instant,
    /// Its series.
    pub stream: String,
    /// Its number.
    pub no: u64,
}

fn paper_row(row: &impl Columns) -> Result<PaperRow, StoreError> {
    let order = row.maybe_number("order_no")?.map(OrderNo::try_from).transpose();
    let order = order.map_err(|_| StoreError::Corrupt("order_no is out of range".to_owned()))?;
    let of = match row.maybe_text("number")? {
        Some(number) => Some(PaperOf {
            number: number.into(),
            seq: row.count("seq")?,
            order,
        }),
        None => None,
    };
    Ok(PaperRow {
        stream: row.text("stream")?,
        no: row.count("no")?,
        document: row.text("document")?,
        of,
        issued: row.instant("issued")?,
    })
}

statements! {
    /// Writes rows of documents.
    trait PutPapers {
        /// Rows of new documents, each with its jurisdiction.
        fn put_papers(c, papers: &[(&str, PaperRow)]) -> Result<u64, StoreError> {
            Ok(insert_many!(
                c,
                "INSERT INTO paper_row (jurisdiction, stream, no, document, number, seq, order_no, issued)",
                papers,
                " ON CONFLICT DO NOTHING",
                |query, row| query
                    .bind(row.0)
                    .bind(&row.1.stream)
                    .bind(stored(row.1.no))
                    .bind(&row.1.document)
                    .bind(row.1.of.as_ref().map(|of| of.number.as_str()))
                    .bind(row.1.of.as_ref().map(|of| stored(of.seq)))
                    .bind(row.1.of.as_ref().and_then(|of| of.order).map(i64::from))
                    .bind(row.1.issued.ms())
            ))
        }
    }
}

operation! {
    /// Documents of a case, the oldest first.
    read fn papers_of(c, jurisdiction: &str, number: &CaseNumber) -> Vec<PaperRow> {
        query("SELECT * FROM paper_row WHERE jurisdiction = $1 AND number = $2 ORDER BY seq, stream, no")
            .bind(jurisdiction)
            .bind(number.as_str())
            .fetch_all(&mut *c)
            .await?
            .iter()
            .map(paper_row)
            .collect()
    }
}

operation! {
    /// Documents of a jurisdiction, the newest first, from behind `after`. `document` keeps those of one template.
    scan fn papers(
        c,
        jurisdiction: &str,
        document: Option<&str>,
        after: Option<&PaperAfter>,
        limit: u32,
    ) -> Vec<PaperRow> {
        let (issued, stream, no) = after.map_or((i64::MAX, "", 0), |a| (a.issued.ms(), &a.stream[..], stored(a.no)));
        query(
            "SELECT * FROM paper_row WHERE jurisdiction = $1 AND ($2 IS NULL OR document = $2)
                 AND (issued, stream, no) < ($3, $4, $5)
             ORDER BY issued DESC, stream DESC, no DESC LIMIT $6",
        )
        .bind(jurisdiction)
        .bind(document)
        .bind(issued)
        .bind(stream)
        .bind(no)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?
        .iter()
        .map(paper_row)
        .collect()
    }
}

operation! {
    /// One document by its series and number.
    read fn paper(c, jurisdiction: &str, stream: &str, no: u64) -> Option<PaperRow> {
        let row = query("SELECT * FROM paper_row WHERE jurisdiction = $1 AND stream = $2 AND no = $3")
            .bind(jurisdiction)
            .bind(stream)
            .bind(stored(no))
            .fetch_optional(&mut *c)
            .await?;
        row.as_ref().map(paper_row).transpose()
    }
}
