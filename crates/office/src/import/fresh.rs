//! A row as new: received now, through the same door as every message. What it lacks, acceptance asks for.

use super::{Entry, Fate};
use crate::directory::day_of;
use crate::draft::CitizenDraft;
use crate::{Message, Office, Problem};
use calendar::Instant;
use case::{Actor, CaseNumber, CommandId};

impl Office {
    /// Receives a row as a new message.
    pub(super) async fn enter_new(
        &self,
        j: &str,
        id: &CommandId,
        entry: &Entry,
    ) -> Result<(CaseNumber, Fate), Problem> {
        let citizen = citizen(entry, self.now());
        let message = Message {
            id: id.to_string(),
            channel: entry.channel.clone(),
            title: entry.title.clone(),
            text: entry.text.clone(),
            category: entry.category.clone(),
            // Without a citizen the address can only be where the matter is.
            place: entry.address.clone().filter(|_| citizen.is_none()),
            citizen,
            uploads: Vec::new(),
            external: Some(entry.number.clone()),
            ..Message::default()
        };
        let rules = self.in_force(j, self.now()).await?.procedure;
        let message = message.accusing_somebody(&rules);
        let receipt = self.receive(j, &Actor::System, message).await?;
        // An empty check code means that the same command arrived before, from another process just now.
        if receipt.check_code.is_empty() {
            let fate = self.compared(j, &receipt.number, entry).await?;
            return Ok((receipt.number, fate.ok_or(Problem::Busy)?));
        }
        Ok((receipt.number, Fate::Entered))
    }
}

/// The writer, where the row has a name and a number that can be called. The rest an operator completes.
fn citizen(entry: &Entry, now: Instant) -> Option<CitizenDraft> {
    let name = entry.name.clone()?;
    let phone = crate::verify::phone_number(entry.phone.as_deref()?).ok()?;
    let day = day_of(now);
    let today = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let id_number = entry.id_number.as_deref();
    Some(CitizenDraft {
        name,
        phone,
        id_number: id_number.and_then(|text| seal::identity::id_number(text, today).ok()),
        address: entry.address.clone(),
        ..CitizenDraft::default()
    })
}
