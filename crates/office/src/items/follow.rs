//! What became of an item: the office notes it, leaders before whom it was put say what to do, the level above has
//! taken and read what was reported to it, the case that was made of it goes its course.

use super::stored::Stored;
use super::{STREAM, SUBMITTED};
use crate::exchange::{content::Notice, outgoing_id, written};
use crate::notice::{Payload, Word};
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::{Actor, CaseNumber};
use procedure::Words;
use store::{ItemRow, NewOutbox};

/// How far a report to the level above is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedTo {
    /// The link.
    pub peer: String,
    /// Its name.
    pub name: Words,
    /// When the other side took it; `None` while it is on its way.
    pub taken: Option<Instant>,
    /// When a person there acknowledged it.
    pub read: Option<Instant>,
}

/// How far a case is that was made of an item, for those who may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStands {
    /// Name of its step.
    pub step: Words,
    /// When it was answered.
    pub replied: Option<Instant>,
}

impl Office {
    /// Notes what became of an item. People of the office may, and leaders before whom it was put: what these say is an
    /// instruction, and whoever put it before them is told.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for those who do not see the item; an empty text.
    pub async fn follow_item(&self, j: &str, who: &Actor, id: &str, text: &str) -> Result<(), Problem> {
        // whoever does not see it learns nothing, not even that it is there
        let seen = self.item(j, who, id).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let text = self.text_of_item(j, id, "text", text).await?;
        let procedure = self.in_force(j, self.now()).await?.procedure;
        let of_office = may(&procedure, who, Wish::SeeItems, &Subject::default());
        let leads = seen.line.row.told_role.clone().filter(|_| !of_office);
        let asker = seen
            .decisions
            .iter()
            .rev()
            .find(|decision| decision.state == SUBMITTED);
        let asker = asker
            .map(|decision| decision.person.clone())
            .filter(|_| leads.is_some());
        self.record_on_item(j, id, false, |seq, row| {
            let event = Stored::Followed {
                id: id.to_owned(),
                after: row.seq,
                by: person.to_string(),
                state: row.state.clone(),
                text: text.clone(),
                role: leads.clone(),
            };
            let told = asker.as_ref().map(|asker| {
                let payload = Payload::Word {
                    person: asker.as_str().into(),
                    says: Word::ItemInstructed,
                    page: format!("/desk/items/{id}"),
                };
                Ok::<_, Problem>(NewOutbox {
                    id: format!("{STREAM}/{seq}/{asker}"),
                    due: self.now(),
                    kind: "told".to_owned(),
                    payload: serde_json::to_vec(&payload)?,
                })
            });
            Ok((event, told.transpose()?.into_iter().collect()))
        })
        .await
    }

    /// The report on an item for the level above; `None` where its key was destroyed.
    pub(crate) async fn notice_of(&self, j: &str, seq: u64) -> Result<Option<Notice>, Problem> {
        let event = self.store().event(j, STREAM, seq).await?;
        let Some(Stored::Submitted { id, text, .. }) = event.as_ref().map(super::stored::read).transpose()?
        else {
            return Ok(None);
        };
        let row = self.store().item(j, &id).await?.ok_or(Problem::NotFound)?;
        let (Some(content), _) = self.item_content(j, &row).await? else {
            return Ok(None);
        };
        let Some(text) = self.opened(j, &text, "text").await? else {
            return Ok(None);
        };
        let sources = self.all_sources(j).await?;
        let source = sources
            .into_iter()
            .find(|source| row.source.as_ref() == Some(&source.id));
        Ok(Some(Notice {
            title: content.title,
            text,
            original: Some(content.text).filter(|text| !text.is_empty()),
            source: source.map(|source| source.name),
            address: content.address,
            posted: row.posted.map(written),
            found: written(row.found),
        }))
    }

    /// How far the reports of one submission are.
    pub(super) async fn reported_to(
        &self,
        j: &str,
        seq: u64,
        peers: &[String],
    ) -> Result<Vec<ReportedTo>, Problem> {
        if peers.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.own_keys(j).await?;
        let known = self.store().peers(j).await?;
        let mut reports = Vec::with_capacity(peers.len());
        for peer in peers {
            let id = outgoing_id(&own, &super::outbox_id(seq, peer));
            let taken = self.store().crossing(j, true, peer, &id).await?;
            let answers = self.store().answers_to(j, peer, &id).await?;
            let named = known.iter().find(|link| link.id == *peer);
            reports.push(ReportedTo {
                name: named.map_or_else(
                    || Words {
                        zh: peer.clone(),
                        en: peer.clone(),
                    },
                    |link| Words {
                        zh: link.zh.clone(),
                        en: link.en.clone(),
                    },
                ),
                peer: peer.clone(),
                taken: taken.map(|crossing| crossing.at),
                read: answers.first().map(|crossing| crossing.at),
            });
        }
        Ok(reports)
    }

    /// How far the case of an item is; nothing for those who may not see it.
    pub(super) async fn case_stands(
        &self,
        j: &str,
        who: &Actor,
        number: Option<&CaseNumber>,
    ) -> Result<Option<CaseStands>, Problem> {
        let Some(number) = number else {
            return Ok(None);
        };
        let loaded = match self.load(j, who, Wish::SeeCase, number).await {
            Ok(loaded) => loaded,
            Err(Problem::NotFound) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let replied = self
            .store()
            .case_row(j, number)
            .await?
            .and_then(|row| row.replied);
        let step = loaded.adopted.procedure.step(&loaded.case.step);
        Ok(step.map(|step| CaseStands {
            step: step.name.clone(),
            replied,
        }))
    }

    /// An item on which something can still be noted.
    pub(super) async fn item_row(&self, j: &str, id: &str, undecided: bool) -> Result<ItemRow, Problem> {
        if undecided {
            self.undecided(j, id).await
        } else {
            self.store().item(j, id).await?.ok_or(Problem::NotFound)
        }
    }
}
