//! The documents of a case, for whoever may read them.

use super::issue::unit_of;
use super::issued::Issued;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Addressed, may_read_paper};
use case::{Actor, OrderNo};
use procedure::{Document, Words};
use store::PaperRow;

/// A document of a case as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// Its place among the documents of the case, from 1; stands in its address.
    pub place: usize,
    /// Document id of the procedure.
    pub document: String,
    /// What it is.
    pub name: Words,
    /// Its number.
    pub number: report::Number,
    /// Who issued it.
    pub issuer: Words,
    /// When, UTC milliseconds.
    pub issued: Instant,
    /// The work order it is about.
    pub order: Option<OrderNo>,
    /// To whom it goes, and when it was delivered there last.
    pub to: Vec<(String, Option<Instant>)>,
}

/// A document of a case with its row, template and event.
pub(super) struct Found {
    pub(super) place: usize,
    pub(super) row: PaperRow,
    pub(super) rule: Document,
    pub(super) issued: Issued,
    pub(super) seq: u64,
    pub(super) order: Option<OrderNo>,
}

impl Office {
    /// The documents of a loaded case that somebody may read.
    pub(crate) async fn paper_lines(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
    ) -> Result<Vec<PaperLine>, Problem> {
        let mut lines = Vec::new();
        for found in self.papers_found(j, who, loaded).await? {
            let of = |paper: &&case::state::Paper| {
                (paper.seq, paper.order, &paper.document) == (found.seq, found.order, &found.rule.id)
            };
            let delivered = loaded
                .case
                .papers
                .iter()
                .find(of)
                .map(|paper| &paper.delivered[..]);
            let when = |to: &String| {
                let all = delivered.unwrap_or_default().iter().rev();
                all.clone().find(|(whom, _)| whom == to).map(|(_, at)| *at)
            };
            lines.push(PaperLine {
                place: found.place,
                number: found.issued.number(found.row.no),
                issuer: found.issued.issuer.clone(),
                issued: found.row.issued,
                order: found.order,
                to: found.rule.to.iter().map(|to| (to.clone(), when(to))).collect(),
                document: found.rule.id,
                name: found.rule.name,
            });
        }
        Ok(lines)
    }

    /// The same with what is needed to put them together.
    pub(super) async fn papers_found(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
    ) -> Result<Vec<Found>, Problem> {
        // what nobody issued is not asked for
        if loaded.case.papers.is_empty() {
            return Ok(Vec::new());
        }
        let mut all = Vec::new();
        for (row, place) in self
            .store()
            .papers_of(j, &loaded.number)
            .await?
            .into_iter()
            .zip(1..)
        {
            let Some(of) = row.of.clone() else { continue };
            let stored = self.store().event(j, &row.stream, row.no).await?;
            let Some(stored) = stored else { continue };
            let issued = Issued::read(&stored)?;
            let adopted = self.adopted(j, &stored.procedure, &stored.calendar).await?;
            let Some(rule) = adopted.procedure.document(&row.document) else {
                continue;
            };
            let event = usize::try_from(of.seq - 1)
                .ok()
                .and_then(|at| loaded.events.get(at));
            let about = Addressed {
                issuer: event.and_then(|(event, _)| unit_of(event)),
                unit: of
                    .order
                    .and_then(|no| loaded.case.order(no))
                    .map(|order| &order.unit.id),
            };
            if !may_read_paper(&loaded.adopted.procedure, who, rule, about) {
                continue;
            }
            all.push(Found {
                place,
                rule: rule.clone(),
                issued,
                seq: of.seq,
                order: of.order,
                row,
            });
        }
        Ok(all)
    }
}
