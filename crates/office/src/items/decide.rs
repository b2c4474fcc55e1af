//! What people do with an item: note one by hand, make a case of it, set it aside, put it before leaders.

use super::list::ItemContent;
use super::stored::Stored;
use super::{NEW, STREAM, SUBMITTED};
use crate::exchange::Crossing;
use crate::intake::{Message, Receipt};
use crate::notice::{Payload, Word};
use crate::{Office, Problem};
use case::access::{Subject, Wish, may};
use case::{Actor, PersonId};
use procedure::Scope;
use seal::Sealed;
use store::{ItemRow, NewOutbox, Peer};

/// A case that is made of an item, as the form says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemCase {
    /// Channel id.
    pub channel: String,
    /// Title.
    pub title: String,
    /// The message.
    pub text: String,
    /// Category id.
    pub category: Option<String>,
    /// The place that it concerns.
    pub place: Option<String>,
    /// Number where it was found.
    pub external: Option<String>,
}

/// A short report on an item for leaders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The role before which it is put.
    pub to: String,
    /// The report.
    pub text: String,
    /// Who of the level above was told, and how.
    pub above: Option<String>,
    /// Links to the level above by which it is reported as well, in a signed message.
    pub peers: Vec<String>,
}

const LONGEST_LINE: usize = 300;

impl Office {
    /// Whether this person decides about items.
    async fn decides_on_items(&self, j: &str, who: &Actor) -> Result<PersonId, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        match who {
            Actor::Staff { person, .. }
                if may(&adopted.procedure, who, Wish::SeeItems, &Subject::default()) =>
            {
                Ok(person.clone())
            }
            _ => Err(Problem::Forbidden),
        }
    }

    /// Notes an item that a person noticed: a missed call, a post on a site that has no feed. Its id.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not decide about items; faulty fields.
    pub async fn note_item(
        &self,
        j: &str,
        who: &Actor,
        content: ItemContent,
        posted: Option<&str>,
    ) -> Result<String, Problem> {
        let person = self.decides_on_items(j, who).await?;
        let content = ItemContent {
            title: content.title.trim().to_owned(),
            text: content.text.trim().to_owned(),
            address: content.address.filter(|address| !crate::says_nothing(address)),
            changes: Vec::new(),
        };
        if crate::says_nothing(&content.title) {
            return Err(Problem::field("title", "field-empty"));
        }
        crate::administer::one_line("title", &content.title, LONGEST_LINE)?;
        if let Some(address) = &content.address
            && (watch::hop(address).is_err() || address.chars().count() > 2000)
        {
            return Err(Problem::field("address", "field-not-of-the-web"));
        }
        let now = self.now();
        let calendar = self.in_force(j, now).await?.calendar;
        let posted = posted.map(str::trim).filter(|at| !at.is_empty());
        let posted = posted.map(|at| crate::sealing::moment(&calendar, "posted", at, now));
        let (id, key, stored) = self.new_item();
        // the length of the text is checked as everywhere
        self.sealed(&key, "text", &content.text)?;
        let address = content.address.as_ref();
        let event = Stored::Captured {
            id: id.clone(),
            source: None,
            by: Some(person.to_string()),
            posted: posted.transpose()?,
            mark: None,
            link: address.map(|address| self.hash("item link", address)),
            content: self.seal(&key, "item", &serde_json::to_string(&content)?),
        };
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let Stored::Captured { link, .. } = &event else {
                return Err(Problem::NotFound);
            };
            if self.store().item_known(j, None, link.as_deref()).await? {
                return Err(Problem::field("address", "field-item-known"));
            }
            let keys = vec![stored.clone()];
            if self.log_item(j, expected, &event, keys, Vec::new()).await? {
                return Ok(id);
            }
        }
    }

    /// Makes a case of an item: it is received with the source's channel and the time of posting. A second arrival gets
    /// the first case.
    ///
    /// # Errors
    /// As [`Office::receive`]; a fault of `item` where it was decided already.
    pub async fn case_of_item(
        &self,
        j: &str,
        who: &Actor,
        id: &str,
        case: ItemCase,
    ) -> Result<Receipt, Problem> {
        let person = self.decides_on_items(j, who).await?;
        let row = self.undecided(j, id).await?;
        let adopted = self.in_force(j, self.now()).await?;
        let calendar = &adopted.calendar;
        let posted = row.posted.map(|at| {
            let local = calendar.local(at);
            local.strftime("%Y-%m-%dT%H:%M").to_string()
        });
        let message = Message {
            // one item is one case, however often the form arrives
            id: format!("item-{id}"),
            channel: case.channel,
            title: case.title,
            text: case.text,
            category: case.category.filter(|category| !category.is_empty()),
            place: case.place,
            external: case.external,
            posted,
            ..Message::default()
        };
        // the form asks for no accused; staff mark them on the case
        let message = message.accusing_somebody(&adopted.procedure);
        let receipt = self.receive(j, who, message).await?;
        let number = receipt.number.clone();
        self.decide_item(j, id, |_, row| {
            Ok((
                Stored::Taken {
                    id: id.to_owned(),
                    after: row.seq,
                    by: person.to_string(),
                    number: number.clone(),
                },
                Vec::new(),
            ))
        })
        .await?;
        Ok(receipt)
    }

    /// Sets an item aside, with a reason.
    ///
    /// # Errors
    /// [`Problem::Forbidden`], a missing reason, or a fault of `item` where it was decided already.
    pub async fn set_item_aside(&self, j: &str, who: &Actor, id: &str, reason: &str) -> Result<(), Problem> {
        let person = self.decides_on_items(j, who).await?;
        let reason = self.text_of_item(j, id, "reason", reason).await?;
        self.decide_item(j, id, |_, row| {
            Ok((
                Stored::Aside {
                    id: id.to_owned(),
                    after: row.seq,
                    by: person.to_string(),
                    reason: reason.clone(),
                },
                Vec::new(),
            ))
        })
        .await
    }

    /// Puts an item before leaders with a short report; everybody who holds the role is told. Where links are named, the
    /// report goes to the level above too.
    ///
    /// # Errors
    /// [`Problem::Forbidden`], faulty fields, or a fault of `item` where it was decided already.
    pub async fn submit_item(&self, j: &str, who: &Actor, id: &str, report: Report) -> Result<(), Problem> {
        let person = self.decides_on_items(j, who).await?;
        let adopted = self.in_force(j, self.now()).await?;
        let leads = |scope| matches!(scope, Scope::Submitted | Scope::All);
        let role = adopted.procedure.role(&report.to);
        if !role.is_some_and(|role| leads(role.sees) && !role.outside) {
            return Err(Problem::field("to", "field-no-such-role"));
        }
        let above = self.links_above(j).await?;
        if !report
            .peers
            .iter()
            .all(|peer| above.iter().any(|link| link.id == *peer))
        {
            return Err(Problem::field("peers", "field-not-above"));
        }
        let text = self.text_of_item(j, id, "text", &report.text).await?;
        let above = match report.above.filter(|above| !crate::says_nothing(above)) {
            Some(above) => Some(self.text_of_item(j, id, "note", &above).await?),
            None => None,
        };
        let day = Self::day(&adopted.calendar, self.now());
        let told = self.store().holders(j, &report.to, None, day).await?;
        let now = self.now();
        self.decide_item(j, id, |seq, row| {
            let mut outbox = Vec::with_capacity(told.len());
            for holder in &told {
                let payload = Payload::Word {
                    person: holder.id.clone(),
                    says: Word::ItemSubmitted,
                    page: format!("/desk/items/{id}"),
                };
                outbox.push(NewOutbox {
                    id: format!("{STREAM}/{seq}/{}", holder.id),
                    due: now,
                    kind: "told".to_owned(),
                    payload: serde_json::to_vec(&payload)?,
                });
            }
            for peer in &report.peers {
                let crossing = Crossing {
                    item: Some(id.to_owned()),
                    ..Crossing::of(peer, seq)
                };
                outbox.push(NewOutbox {
                    id: super::outbox_id(seq, peer),
                    due: now,
                    kind: "exchange".to_owned(),
                    payload: serde_json::to_vec(&Payload::Crossing(crossing))?,
                });
            }
            let event = Stored::Submitted {
                id: id.to_owned(),
                after: row.seq,
                by: person.to_string(),
                to: report.to.clone(),
                text: text.clone(),
                above: above.clone(),
                peers: report.peers.clone(),
            };
            Ok((event, outbox))
        })
        .await
    }

    /// Links in use to the level above, to which what is noticed can be reported.
    ///
    /// # Errors
    /// The store's.
    pub async fn links_above(&self, j: &str) -> Result<Vec<Peer>, Problem> {
        let peers = self.active_peers(j).await?;
        Ok(peers.iter().filter(|peer| peer.above).cloned().collect())
    }

    /// A text about an item, which must not be empty, under the item's key.
    pub(super) async fn text_of_item(
        &self,
        j: &str,
        id: &str,
        place: &str,
        text: &str,
    ) -> Result<Sealed, Problem> {
        if crate::says_nothing(text) {
            let field = if place == "note" { "above" } else { place };
            return Err(Problem::field(field, "field-empty"));
        }
        let key = self.key_of_item(j, id).await?;
        self.sealed(&key, place, text)
    }

    /// An item about which nothing final was decided: what was put before leaders can still become a case.
    pub(super) async fn undecided(&self, j: &str, id: &str) -> Result<ItemRow, Problem> {
        let row = self.store().item(j, id).await?.ok_or(Problem::NotFound)?;
        if [NEW, SUBMITTED].contains(&row.state.as_str()) {
            Ok(row)
        } else {
            Err(Problem::field("item", "field-item-decided"))
        }
    }

    /// Records a decision; `event` gets the sequence number that it will have.
    async fn decide_item(
        &self,
        j: &str,
        id: &str,
        event: impl Fn(u64, &ItemRow) -> Result<(Stored, Vec<NewOutbox>), Problem>,
    ) -> Result<(), Problem> {
        self.record_on_item(j, id, true, event).await
    }

    /// Records what concerns an item: a decision only where nothing final was decided.
    pub(super) async fn record_on_item(
        &self,
        j: &str,
        id: &str,
        decision: bool,
        event: impl Fn(u64, &ItemRow) -> Result<(Stored, Vec<NewOutbox>), Problem>,
    ) -> Result<(), Problem> {
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let row = self.item_row(j, id, decision).await?;
            let (event, outbox) = event(expected + 1, &row)?;
            if self.log_item(j, expected, &event, Vec::new(), outbox).await? {
                return Ok(());
            }
        }
    }
}
