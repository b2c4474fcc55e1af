//! A document put together from the case as it stood when it was issued: nothing that happened later changes it.

use super::issued::Issued;
use super::list::Found;
use super::source::Source;
use super::volume::numbered;
use crate::access::Look;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Lang;
use case::access::Wish;
use case::{Act, Actor, CaseNumber};
use procedure::{Do, Document, Part, PartFrom};
use report::{Block, Paper, Signature};
use seal::KeyId;
use store::case_stream;

impl Office {
    /// A document of a case by its place among them.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none, and the same where the person may not read it.
    pub async fn case_paper(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        place: usize,
        lang: Lang,
    ) -> Result<Paper, Problem> {
        let loaded = self.load_unnoted(j, who, Wish::SeeCase, number).await?;
        self.saw(j, who, Look::Document, Some(number));
        let found = self.papers_found(j, who, &loaded).await?;
        let found = found.into_iter().find(|found| found.place == place);
        let found = found.ok_or(Problem::NotFound)?;
        let instructions = self.allowed(j, who, Wish::ReadInstructions, &loaded).await?;
        self.compose(j, &loaded, &found, instructions, lang).await
    }

    /// A document that an event of a case issued, as it leaves the house: without instructions of leaders.
    pub(crate) async fn leaving_paper(
        &self,
        j: &str,
        loaded: &Loaded,
        seq: u64,
        document: &str,
        lang: Lang,
    ) -> Result<Option<Paper>, Problem> {
        let found = self.papers_found(j, &Actor::System, loaded).await?;
        let found = found
            .into_iter()
            .find(|found| found.seq == seq && found.rule.id == document);
        match found {
            Some(found) => Ok(Some(self.compose(j, loaded, &found, false, lang).await?)),
            None => Ok(None),
        }
    }

    /// The document. `instructions` tells whether the reader may read those of leaders.
    pub(super) async fn compose(
        &self,
        j: &str,
        loaded: &Loaded,
        found: &Found,
        instructions: bool,
        lang: Lang,
    ) -> Result<Paper, Problem> {
        let mut stored = self.store().events(j, &case_stream(&loaded.number)).await?;
        stored.truncate(usize::try_from(found.seq).unwrap_or(usize::MAX));
        let mut then = self
            .fold(j, &loaded.number, stored)
            .await?
            .ok_or(Problem::NotFound)?;
        then.call_units(&self.unit_names(j, lang).await?);
        let key = KeyId::new(crate::keys::case_key(loaded.number.as_str()));
        let citizen = self.masked(j, &then.case, loaded.case.accuses()).await?;
        let citizen = citizen.filter(|citizen| !citizen.destroyed);
        let source = Source {
            lang,
            loaded: &then,
            order: found.order,
            key: self.key(j, &key).await?,
            citizen: citizen.map(|citizen| citizen.name),
            place: self.place_name(j).await?.get(lang).to_owned(),
            issuer: found.issued.issuer.get(lang).to_owned(),
            instructions,
        };
        Ok(paper(&source, &found.rule, &found.issued, found.row.no))
    }
}

fn paper(source: &Source<'_>, rule: &Document, issued: &Issued, no: u64) -> Paper {
    let lang = source.lang;
    let mut blocks = Vec::new();
    if let Some(text) = &rule.text {
        blocks.push(Block::Text(source.fill(text.get(lang))));
    }
    blocks.extend(parts(source, rule));
    let contact = rule.parts.iter().find(|part| part.contact);
    let day = source
        .event()
        .map(|event| Office::day(&source.loaded.adopted.calendar, event.at));
    Paper {
        lang,
        issuer: source.issuer.clone(),
        title: source.fill(rule.title.get(lang)),
        number: Some(issued.number(no)),
        to: rule.to.iter().map(|to| source.addressee(to)).collect(),
        blocks,
        signed: day.map(|on| Signature {
            by: source.issuer.clone(),
            on,
            contact: contact.and_then(|part| source.text(part)),
        }),
        notes: vec![super::basis_note(rule, lang)],
    }
}

/// The parts that hold something, each under its heading; headings are numbered where there are several.
fn parts(source: &Source<'_>, rule: &Document) -> Vec<Block> {
    let there: Vec<(&Part, String)> = rule
        .parts
        .iter()
        .filter(|part| !part.contact)
        .filter_map(|part| Some((part, source.text(part)?)))
        .collect();
    let several = there.iter().filter(|(part, _)| !part.continues).count() > 1;
    let mut finding = finding(source);
    let mut blocks = Vec::new();
    let mut no = 0;
    for (part, text) in there {
        if !part.continues {
            no += 1;
            let name = part.name.get(source.lang);
            blocks.push(Block::Heading(if several {
                numbered(source.lang, no, name)
            } else {
                name.to_owned()
            }));
        }
        // the finding stands at the head of what is written about it
        if part.from == PartFrom::Typed {
            blocks.extend(finding.take());
        }
        blocks.push(Block::Text(text));
    }
    blocks.extend(finding);
    blocks
}

/// The findings that the file knows, the one that was made ticked.
fn finding(source: &Source<'_>) -> Option<Block> {
    let made = match &source.event()?.act {
        Act::Write(writing) => writing.outcome.as_ref()?,
        _ => return None,
    };
    let outcomes = source.loaded.adopted.procedure.outcomes.iter();
    let of_papers = outcomes.filter(|outcome| outcome.of_act == Do::Write);
    let boxes = of_papers.map(|outcome| (outcome.name.get(source.lang).to_owned(), outcome.id == *made));
    Some(Block::Boxes(boxes.collect()))
}
