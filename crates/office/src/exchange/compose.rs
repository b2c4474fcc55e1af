//! Makes a message of what the outbox names: texts are opened here and now, and no more of them than the kind needs.

use super::collect::Crossing;
use super::content::{
    Caller, Content, Feedback, File, HandedOver, NewKey, Receipt, Received, Reference, Report, Ruling,
    Section, UnitResult,
};
use super::deliver::Composed;
use super::envelope::{Message, Numbers, Party, written};
use super::own_keys::OwnKeys;
use super::stored::{Stored, read};
use super::take::digest;
use crate::keys::{NamedKey, case_key};
use crate::load::Loaded;
use crate::{Office, Problem};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use calendar::Lang;
use case::access::Wish;
use case::{Act, Actor, CaseNumber, Event};
use report::{Block, Paper};
use seal::signing::SigningKey;
use seal::{KeyId, Sealed};
use store::Peer;

/// Contents of files that come along in one message, in bytes; of the others only the digest crosses.
const MOST_FILES: u64 = 8 << 20;

impl Office {
    /// The message, to be signed with `key`; `None` where nothing is left to say, because a key was destroyed.
    pub(super) async fn compose_message(
        &self,
        j: &str,
        (own, key): (&OwnKeys, &SigningKey),
        peer: &Peer,
        outbox_id: &str,
        crossing: &Crossing,
    ) -> Result<Option<Composed>, Problem> {
        let all = self.jurisdictions().await?;
        let name = all
            .iter()
            .find(|there| there.id == j)
            .map(|there| there.zh.clone());
        let mut message = Message {
            id: outgoing_id(own, outbox_id),
            from: Party {
                id: j.to_owned(),
                key: key.public(),
                name,
            },
            to: Party {
                id: peer.id.clone(),
                key: peer.public_key.clone(),
                name: None,
            },
            sent: written(self.now()),
            case: Numbers::default(),
            answers: None,
            content: Content::Receipt(Receipt {
                what: Received::Acknowledged,
                by: None,
                cosignature: None,
            }),
        };
        if crossing.head.is_some() {
            let Some(shown) = self.shown_head(j).await? else {
                return Ok(None);
            };
            message.content = Content::LogHead(shown);
            return Ok(Some((message, None)));
        }
        match &crossing.number {
            None if crossing.new_key => {
                let Some((_, new)) = own.changed(crossing.seq) else {
                    return Ok(None);
                };
                message.content = Content::NewKey(NewKey::of(new, &peer.public_key));
                Ok(Some((message, None)))
            }
            None if crossing.item.is_some() => {
                let notice = self.notice_of(j, crossing.seq).await?;
                Ok(notice.map(|notice| {
                    message.content = Content::Notice(notice);
                    (message, None)
                }))
            }
            Some(number) => {
                let Some(content) = self.of_case(j, peer, number, crossing).await? else {
                    return Ok(None);
                };
                message.case.sender = Some(number.to_string());
                message.case.receiver = self.their_number(j, peer, number).await?;
                message.content = content;
                Ok(Some((message, Some(number.clone()))))
            }
            None => {
                let Some((content, id)) = self.of_inbox(j, crossing.seq).await? else {
                    return Ok(None);
                };
                let came = self.store().crossing(j, false, &peer.id, &id).await?;
                let came = came.ok_or(Problem::NotFound)?;
                message.case.sender = came.number.as_ref().map(|number| number.to_string());
                message.case.receiver = came.theirs;
                message.answers = Some(id);
                message.content = content;
                Ok(Some((message, came.number)))
            }
        }
    }

    /// The number of our case on the other side, as far as a message told it.
    async fn their_number(
        &self,
        j: &str,
        peer: &Peer,
        number: &CaseNumber,
    ) -> Result<Option<String>, Problem> {
        let crossed = self.store().crossings_of(j, number).await?;
        let of_peer = crossed
            .into_iter()
            .rev()
            .filter(|crossing| crossing.peer == peer.id);
        Ok(of_peer.filter_map(|crossing| crossing.theirs).next())
    }

    /// What a person ruled or acknowledged, and the message that it answers.
    async fn of_inbox(&self, j: &str, seq: u64) -> Result<Option<(Content, String)>, Problem> {
        let event = self.store().event(j, super::STREAM, seq).await?;
        Ok(match event.as_ref().map(read).transpose()? {
            Some(Stored::Ruled {
                peer,
                id,
                passed,
                note,
                ..
            }) => {
                let note = match &note {
                    Some(sealed) => {
                        let key = self
                            .key(j, &KeyId::new(super::take::message_key(&peer, &id)))
                            .await?;
                        key.map(|key| key.open("note", sealed)).transpose()?
                    }
                    None => None,
                };
                Some((Content::Ruling(Ruling { passed, note }), id))
            }
            Some(Stored::Acknowledged { id, by, .. }) => {
                let person = self.store().person(j, &by.as_str().into()).await?;
                let receipt = Receipt {
                    what: Received::Acknowledged,
                    by: person.map(|person| person.name),
                    cosignature: None,
                };
                Some((Content::Receipt(receipt), id))
            }
            _ => None,
        })
    }

    async fn of_case(
        &self,
        j: &str,
        peer: &Peer,
        number: &CaseNumber,
        crossing: &Crossing,
    ) -> Result<Option<Content>, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let Some(key) = self.key(j, &KeyId::new(case_key(number.as_str()))).await? else {
            return Ok(None);
        };
        if let Some(document) = &crossing.document {
            let paper = self
                .leaving_paper(j, &loaded, crossing.seq, document, Lang::Zh)
                .await?;
            let title = opened(&key, "title", loaded.case.title.as_ref())?;
            let accused = self.accused_names(j, &loaded, &key).await?;
            return Ok(paper.map(|paper| Content::Feedback(feedback(title, &paper, accused))));
        }
        let index = usize::try_from(crossing.seq.saturating_sub(1)).unwrap_or(usize::MAX);
        let Some((event, _)) = loaded.events.get(index) else {
            return Ok(None);
        };
        Ok(match &event.act {
            Act::Dispatch { note, .. } => {
                let case = self
                    .handed_over(j, &loaded, &key, event, peer, note.as_ref())
                    .await?;
                Some(Content::Case(case))
            }
            Act::ReportUp { text } => {
                let mut report = report(&loaded, &key, text)?;
                report.accused = self.accused_names(j, &loaded, &key).await?;
                Some(Content::ReportUp(report))
            }
            _ => None,
        })
    }

    async fn handed_over(
        &self,
        j: &str,
        loaded: &Loaded,
        key: &NamedKey,
        event: &Event,
        peer: &Peer,
        note: Option<&Sealed>,
    ) -> Result<HandedOver, Problem> {
        let case = &loaded.case;
        let order = case
            .orders
            .iter()
            .rev()
            .find(|order| Some(&order.unit.id) == peer.unit.as_ref());
        let of_order = |clock: &&case::Clock| clock.is_open() && clock.order == order.map(|order| order.no);
        let due = order.and_then(|_| case.clocks.iter().filter(of_order).map(|clock| clock.due).min());
        let references = case.external.as_ref().map(|number| Reference {
            line: case.channel.clone(),
            number: number.clone(),
        });
        Ok(HandedOver {
            title: opened(key, "title", case.title.as_ref())?,
            text: opened(key, "text", case.text.as_ref())?,
            category: case.category.clone(),
            place: case
                .place
                .as_ref()
                .map(|place| opened(key, "place", Some(place)))
                .transpose()?,
            citizen: self.caller_of(j, loaded).await?,
            received: written(case.received.unwrap_or(event.at)),
            note: note.map(|note| opened(key, "note", Some(note))).transpose()?,
            due: due.map(written),
            references: references.into_iter().collect(),
            files: self.files_of(loaded, key).await?,
            accused: self.accused_names(j, loaded, key).await?,
        })
    }

    /// Whom the case accuses, by name, as far as the sender or the directory names them: the other side has other ids.
    async fn accused_names(&self, j: &str, loaded: &Loaded, key: &NamedKey) -> Result<Vec<String>, Problem> {
        let case = &loaded.case;
        let mut names: Vec<String> = case.accused.iter().map(|unit| unit.name.clone()).collect();
        for person in &case.accused_people {
            names.extend(self.store().person(j, person).await?.map(|person| person.name));
        }
        for words in case.accused_named.iter().chain(&case.accused_also) {
            names.push(opened(key, "accused", Some(words))?);
        }
        Ok(names)
    }

    /// Name and phone of the citizen: who handles the case calls back. Id number and address stay here.
    async fn caller_of(&self, j: &str, loaded: &Loaded) -> Result<Option<Caller>, Problem> {
        // who the informant is does not leave this office
        let Some(citizen) = loaded.case.citizen.as_ref().filter(|_| !loaded.case.accuses()) else {
            return Ok(None);
        };
        let Some(key) = self.key(j, &citizen.key).await? else {
            return Ok(None);
        };
        Ok(Some(Caller {
            name: opened(&key, "name", Some(&citizen.name))?,
            phone: opened(&key, "phone", Some(&citizen.phone))?,
            verified: citizen.verified.is_some(),
        }))
    }

    /// The files of the message, with their contents as far as there is room.
    async fn files_of(&self, loaded: &Loaded, key: &NamedKey) -> Result<Vec<File>, Problem> {
        let mut files = Vec::with_capacity(loaded.case.attachments.len());
        let mut room = MOST_FILES;
        for file in &loaded.case.attachments {
            let mut content = None;
            if file.bytes <= room
                && let Some(sealed) = self.parts().blobs.get(&file.id).await?
            {
                room -= file.bytes;
                content = Some(BASE64.encode(key.open_bytes(&file.id, &sealed)?));
            }
            files.push(File {
                name: opened(key, "file_name", Some(&file.name))?,
                media: file.media.clone(),
                bytes: file.bytes,
                sha256: opened(key, "file_digest", Some(&file.digest))?,
                content,
            });
        }
        Ok(files)
    }
}

/// Id of a message of ours: follows from the row of the outbox, so that each try has the same.
pub(crate) fn outgoing_id(own: &OwnKeys, outbox_id: &str) -> String {
    let digest = digest(format!("{}\0{outbox_id}", own.first().public()).as_bytes());
    digest.chars().take(32).collect()
}

/// The report with what it reports on. Nothing of the citizen but the words of the message.
fn report(loaded: &Loaded, key: &NamedKey, text: &Sealed) -> Result<Report, Problem> {
    let case = &loaded.case;
    let mut results = Vec::new();
    for order in &case.orders {
        if let Some(result) = &order.result {
            results.push(UnitResult {
                unit: order.unit.name.clone(),
                text: opened(key, "text", Some(result))?,
            });
        }
    }
    Ok(Report {
        title: opened(key, "title", case.title.as_ref())?,
        original: opened(key, "text", case.text.as_ref())?,
        text: opened(key, "text", Some(text))?,
        results,
        received: case.received.map(written).unwrap_or_default(),
        accused: Vec::new(),
    })
}

/// The paper, part by part, in the language of offices.
fn feedback(title: String, paper: &Paper, accused: Vec<String>) -> Feedback {
    let mut parts: Vec<Section> = Vec::new();
    for block in &paper.blocks {
        let text = match block {
            Block::Heading(name) | Block::Subheading(name) => {
                parts.push(Section {
                    name: name.clone(),
                    text: String::new(),
                });
                continue;
            }
            Block::Text(text) => text.clone(),
            Block::Pairs(pairs) => lines(pairs.iter().map(|(name, value)| format!("{name}：{value}"))),
            Block::Boxes(boxes) => {
                let ticked = boxes.iter().filter(|(_, ticked)| *ticked);
                lines(ticked.map(|(name, _)| name.clone()))
            }
            Block::Table(table) => lines(table.rows.iter().map(|row| row.join("  "))),
            Block::NewSheet => continue,
        };
        match parts.last_mut() {
            Some(last) if last.text.is_empty() => last.text = text,
            Some(last) => last.text = format!("{}\n{text}", last.text),
            None => parts.push(Section {
                name: String::new(),
                text,
            }),
        }
    }
    Feedback {
        title,
        paper: paper.title.clone(),
        number: paper.number.as_ref().map(|number| number.to_string()),
        parts,
        accused,
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn opened(key: &NamedKey, place: &str, text: Option<&Sealed>) -> Result<String, Problem> {
    Ok(text
        .map(|text| key.open(place, text))
        .transpose()?
        .unwrap_or_default())
}
