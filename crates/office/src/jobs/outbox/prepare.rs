//! From a row of the outbox to a letter: who is told is found out and the address is opened here and now, nowhere
//! else and not before.

use super::fill::{About, LANG};
use super::outcome::{Outcome, Trouble};
use crate::exchange::Undelivered;
use crate::load::Loaded;
use crate::notice::Payload;
use crate::senders::{Channel, Letter, Sender, Senders};
use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::event::Whom;
use case::{Actor, CaseNumber, OrderNo, PersonId, UnitId};
use procedure::Template;
use std::sync::Arc;
use store::{NewOutbox, Outgoing};

/// A message without a sender looks for one again after an hour: settings change while the program runs on.
const NO_SENDER_MS: i64 = 3_600_000;

/// A row of the outbox, looked into.
pub(super) enum Ready {
    /// To be sent.
    Letter(Arc<dyn Sender>, Channel, Letter),
    /// Not to be sent, or not now.
    Not(Outcome),
}

pub(super) fn never(code: &'static str, detail: impl Into<String>) -> Ready {
    Ready::Not(Outcome::Never(Trouble::new(code, detail)))
}

/// The id under which a message is known outside: letters, digits and `-._/` stay, everything else is written `%XX`.
pub(crate) fn outer_id(j: &str, id: &str) -> String {
    let mut out = String::new();
    for byte in format!("{j}/{id}").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

impl Office {
    pub(super) async fn prepare_message(
        &self,
        senders: &Senders,
        looked: &mut Option<Loaded>,
        message: &Outgoing,
    ) -> Result<Ready, Problem> {
        match serde_json::from_slice(&message.payload)? {
            Payload::Crossing(crossing) => {
                let sent = self
                    .send_crossing(&message.jurisdiction, &message.id, &crossing)
                    .await?;
                Ok(match sent {
                    Ok(()) => Ready::Not(Outcome::HandedOn(vec![])),
                    Err(Undelivered::Refused(why)) => never("outbox-exchange-refused", why),
                    Err(Undelivered::Later(why)) => {
                        Ready::Not(Outcome::Failed(Trouble::new("outbox-exchange-failed", why)))
                    }
                })
            }
            Payload::PassOn { number } => {
                let refused = self.pass_reply_on(&message.jurisdiction, &number).await?;
                let numbers: Vec<&str> = refused.iter().map(|n| n.as_str()).collect();
                Ok(if numbers.is_empty() {
                    Ready::Not(Outcome::HandedOn(vec![]))
                } else {
                    never("outbox-merged-refused", numbers.join(" "))
                })
            }
            Payload::Word { person, says, page } => {
                self.word_letter(senders, message, &person, &says, &page).await
            }
            Payload::Code { phone, code, minutes } => {
                let to = (Channel::Sms, &phone);
                self.code_letter(senders, message, to, &code, minutes).await
            }
            Payload::MailCode { email, code, minutes } => {
                let to = (Channel::Mail, &email);
                self.code_letter(senders, message, to, &code, minutes).await
            }
            Payload::Told {
                number,
                seq,
                order,
                whom,
                template,
            } => {
                let j = message.jurisdiction.as_str();
                let loaded = self.looked_up(looked, j, &number).await?;
                if loaded.case.history {
                    return Ok(never("outbox-history", ""));
                }
                let Some(found) = find(loaded, &template) else {
                    return Ok(never("outbox-no-template", template));
                };
                if whom == Whom::Citizen {
                    let about = (seq, order);
                    return self.citizens_letter(senders, message, loaded, about, found).await;
                }
                self.hand_on(message, loaded, (seq, order), &whom, &template)
                    .await
            }
            Payload::ToldPerson {
                number,
                seq,
                order,
                unit,
                person,
                template,
            } => {
                let about = (seq, order);
                let loaded = self.looked_up(looked, &message.jurisdiction, &number).await?;
                self.staffs_letter(senders, message, loaded, about, unit.as_ref(), &person, &template)
                    .await
            }
        }
    }

    /// The case that a message is about. The messages of one case are prepared one after the other, and it is loaded once
    /// for all of them.
    async fn looked_up<'a>(
        &self,
        looked: &'a mut Option<Loaded>,
        j: &str,
        number: &CaseNumber,
    ) -> Result<&'a Loaded, Problem> {
        let known = looked.take().filter(|loaded| loaded.number == *number);
        let loaded = match known {
            Some(loaded) => loaded,
            None => self.load(j, &Actor::System, Wish::SeeCase, number).await?,
        };
        Ok(looked.insert(loaded))
    }

    async fn citizens_letter(
        &self,
        senders: &Senders,
        message: &Outgoing,
        loaded: &Loaded,
        (seq, order): (u64, Option<OrderNo>),
        template: &Template,
    ) -> Result<Ready, Problem> {
        let now = self.now();
        if let Some(hours) = senders.quiet_hours.as_ref().filter(|_| !template.urgent)
            && let Some(over) = hours.over_at(&loaded.adopted.calendar, now)
        {
            let until = loaded.adopted.calendar.show(over, LANG);
            return Ok(Ready::Not(Outcome::Wait(
                Trouble::new("outbox-quiet", until),
                over,
            )));
        }
        let follows = senders.wechat_channels.contains(&loaded.case.channel);
        let channel = if follows && senders.wechat.is_some() {
            Channel::Wechat
        } else {
            Channel::Sms
        };
        let Some(sender) = senders.for_channel(channel) else {
            return Ok(self.no_sender(channel));
        };
        let Some(citizen) = &loaded.case.citizen else {
            return Ok(never("outbox-nobody", ""));
        };
        let j = message.jurisdiction.as_str();
        let Some(key) = self.key(j, &citizen.key).await? else {
            return Ok(never("outbox-key-destroyed", ""));
        };
        let about = About {
            loaded,
            seq,
            order,
            unit: None,
            link: self
                .citizens_link(j, &loaded.number, template, &message.id)
                .await?,
        };
        let to = key.open("phone", &citizen.phone)?;
        let letter = letter(message, &about, template, to, now);
        Ok(Ready::Letter(sender.clone(), channel, letter))
    }

    /// A message of its own for each person, to be put into the outbox in the place of this one. Each is then sent, fails
    /// and is tried again by itself; their ids follow from this one's, so handing on twice is harmless.
    async fn hand_on(
        &self,
        message: &Outgoing,
        loaded: &Loaded,
        (seq, order): (u64, Option<OrderNo>),
        whom: &Whom,
        template: &str,
    ) -> Result<Ready, Problem> {
        let j = message.jurisdiction.as_str();
        let people = self.people_told(j, loaded, whom).await?;
        let (name, unit) = match whom {
            Whom::Unit(unit) => (unit.to_string(), Some(unit)),
            Whom::Role { role, unit } => (role.clone(), unit.as_ref()),
            Whom::Citizen => (String::new(), None),
        };
        if people.is_empty() {
            return Ok(never("outbox-nobody", name));
        }
        let mut messages = vec![];
        for person in people {
            let payload = Payload::ToldPerson {
                number: loaded.number.clone(),
                seq,
                order,
                unit: unit.cloned(),
                person: person.id.clone(),
                template: template.to_owned(),
            };
            messages.push(NewOutbox {
                id: format!("{}/{}", message.id, person.id),
                due: message.due,
                kind: message.kind.clone(),
                payload: serde_json::to_vec(&payload)?,
            });
        }
        Ok(Ready::Not(Outcome::HandedOn(messages)))
    }

    #[allow(clippy::too_many_arguments, reason = "they are the fields of one payload")]
    async fn staffs_letter(
        &self,
        senders: &Senders,
        message: &Outgoing,
        loaded: &Loaded,
        (seq, order): (u64, Option<OrderNo>),
        unit: Option<&UnitId>,
        person: &PersonId,
        template: &str,
    ) -> Result<Ready, Problem> {
        let j = message.jurisdiction.as_str();
        let Some(template) = find(loaded, template) else {
            return Ok(never("outbox-no-template", template));
        };
        if !self.may_be_told(j, loaded, person).await? {
            return Ok(never("outbox-nobody", ""));
        }
        let (channel, sender, to) = match self.reached(senders, j, person).await? {
            Ok(reached) => reached,
            Err(not) => return Ok(not),
        };
        let about = About {
            loaded,
            seq,
            order,
            unit,
            link: self.staffs_link(j, &loaded.number).await?,
        };
        let letter = letter(message, &about, template, to, self.now());
        Ok(Ready::Letter(sender, channel, letter))
    }

    pub(super) fn no_sender(&self, channel: Channel) -> Ready {
        let again = self.now().plus_ms(NO_SENDER_MS);
        Ready::Not(Outcome::Wait(
            Trouble::new("outbox-no-sender", channel.word()),
            again,
        ))
    }
}

fn find<'a>(loaded: &'a Loaded, template: &str) -> Option<&'a Template> {
    let templates = &loaded.adopted.procedure.templates;
    templates.iter().find(|t| t.id == template)
}

fn letter(message: &Outgoing, about: &About<'_>, template: &Template, to: String, at: Instant) -> Letter {
    let (text, parameters) = about.fill(template.text.get(LANG));
    let (subject, _) = about.fill(template.subject.get(LANG));
    Letter {
        id: outer_id(&message.jurisdiction, &message.id),
        at,
        to,
        template: template.id.clone(),
        gateway_id: template.gateway_id.clone(),
        parameters,
        subject,
        text,
    }
}
