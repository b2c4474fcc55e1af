//! How a member of staff is reached, and what they are told in words of the catalogue.

use super::fill::LANG;
use super::prepare::{Ready, never, outer_id};
use crate::notice::Word;
use crate::senders::{Channel, Letter, Sender, Senders};
use crate::{Office, Problem};
use case::access::Wish;
use case::{Actor, PersonId};
use std::sync::Arc;
use store::Outgoing;

/// By which channel, through which sender, and under which address.
type Way = (Channel, Arc<dyn Sender>, String);

impl Office {
    /// How a person is reached; or why not at all, or not now.
    pub(super) async fn reached(
        &self,
        senders: &Senders,
        j: &str,
        person: &PersonId,
    ) -> Result<Result<Way, Ready>, Problem> {
        let person = self.store().person(j, person).await?.filter(|p| p.active);
        let Some(person) = person else {
            return Ok(Err(never("outbox-person-left", "")));
        };
        let ways = [
            (Channel::Mail, "staff email", &person.email),
            (Channel::Sms, "staff phone", &person.phone),
        ];
        let known = ways
            .iter()
            .filter_map(|(channel, place, address)| Some((*channel, *place, address.as_ref()?)));
        let Some((first, ..)) = known.clone().next() else {
            return Ok(Err(never("outbox-no-address", person.name)));
        };
        let mut open = known.filter_map(|(channel, place, address)| {
            Some((channel, place, address, senders.for_channel(channel)?))
        });
        let Some((channel, place, address, sender)) = open.next() else {
            return Ok(Err(self.no_sender(first)));
        };
        let Some(key) = self.key(j, &address.key).await? else {
            return Ok(Err(never("outbox-key-destroyed", "")));
        };
        let to = key.open(place, address)?;
        Ok(Ok((channel, sender.clone(), to)))
    }

    /// A message that needs no template of a procedure.
    pub(super) async fn word_letter(
        &self,
        senders: &Senders,
        message: &Outgoing,
        person: &PersonId,
        says: &Word,
        page: &str,
    ) -> Result<Ready, Problem> {
        let j = message.jurisdiction.as_str();
        if let Word::InCharge { number } = says {
            let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
            if !self.may_be_told(j, &loaded, person).await? {
                return Ok(never("outbox-nobody", ""));
            }
        }
        let (channel, sender, to) = match self.reached(senders, j, person).await? {
            Ok(reached) => reached,
            Err(not) => return Ok(not),
        };
        let link = format!("{}{page}", self.url_of(j).await?);
        let (template, args) = match says {
            Word::InCharge { number } => ("in-charge", vec![("number", number.to_string()), ("link", link)]),
            Word::ItemSubmitted => ("item-submitted", vec![("link", link)]),
            Word::ItemInstructed => ("item-instructed", vec![("link", link)]),
            Word::NewBrowser => ("new-browser", vec![("link", link)]),
            Word::WayInChanged => ("way-in-changed", vec![("link", link)]),
            Word::HeadPublished { day, head } => {
                let args = vec![("day", day.clone()), ("head", head.clone()), ("link", link)];
                ("head-published", args)
            }
        };
        let (subject, text) = match says {
            Word::InCharge { .. } => (
                words::say(LANG, "message-in-charge-subject", &args),
                words::say(LANG, "message-in-charge", &args),
            ),
            Word::ItemSubmitted => (
                words::say(LANG, "message-item-subject", &args),
                words::say(LANG, "message-item", &args),
            ),
            Word::ItemInstructed => (
                words::say(LANG, "message-item-instructed-subject", &args),
                words::say(LANG, "message-item-instructed", &args),
            ),
            Word::NewBrowser => (
                words::say(LANG, "message-new-browser-subject", &args),
                words::say(LANG, "message-new-browser", &args),
            ),
            Word::WayInChanged => (
                words::say(LANG, "message-way-in-changed-subject", &args),
                words::say(LANG, "message-way-in-changed", &args),
            ),
            Word::HeadPublished { .. } => (
                words::say(LANG, "message-head-subject", &args),
                words::say(LANG, "message-head", &args),
            ),
        };
        let letter = Letter {
            id: outer_id(j, &message.id),
            at: self.now(),
            to,
            template: template.to_owned(),
            gateway_id: None,
            parameters: args,
            subject,
            text,
        };
        Ok(Ready::Letter(sender, channel, letter))
    }
}
