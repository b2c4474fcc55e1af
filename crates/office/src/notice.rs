//! Messages to people: what an event tells becomes rows of the outbox in the same commit. Addresses are opened only
//! when a message is sent.

use crate::Problem;
use case::event::Whom;
use case::{Act, CaseNumber, Effect, Event, OrderNo, PersonId, UnitId};
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::NewOutbox;

/// What the outbox keeps of a message until it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "payload", rename_all = "kebab-case")]
pub enum Payload {
    /// Something happened to a case.
    Told {
        /// The case.
        number: CaseNumber,
        /// Sequence number of the event.
        seq: u64,
        /// The work order it is about.
        order: Option<OrderNo>,
        /// Who is told.
        whom: Whom,
        /// Template of the procedure.
        template: String,
    },
    /// The same for one member of staff: found out when the message above was to leave.
    ToldPerson {
        /// The case.
        number: CaseNumber,
        /// Sequence number of the event.
        seq: u64,
        /// The work order it is about.
        order: Option<OrderNo>,
        /// The unit in whose name the person is told.
        unit: Option<UnitId>,
        /// The person.
        person: PersonId,
        /// Template of the procedure.
        template: String,
    },
    /// A member of staff is told in words of the catalogue, which need no template of a procedure.
    Word {
        /// The person.
        person: PersonId,
        /// What they are told.
        says: Word,
        /// The page that the link leads to, below the address of the jurisdiction.
        page: String,
    },
    /// A signed message to another jurisdiction.
    Crossing(crate::exchange::Crossing),
    /// A case that others are handled with has a reply, or another came to it: the reply goes on to all of them.
    PassOn {
        /// The case.
        number: CaseNumber,
    },
    /// A one-time code.
    Code {
        /// The phone, sealed under the office's key.
        phone: Sealed,
        /// The code, sealed under the office's key.
        code: Sealed,
        /// For how many minutes it is good.
        minutes: i64,
    },
    /// A one-time code by mail.
    MailCode {
        /// The mail address, sealed under the office's key.
        email: Sealed,
        /// The code, sealed under the office's key.
        code: Sealed,
        /// For how many minutes it is good.
        minutes: i64,
    },
}

/// What staff are told without a template. Neither names a person nor a matter: those stand behind the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "kebab-case")]
pub enum Word {
    /// A case of their field was dispatched.
    InCharge {
        /// The case.
        number: CaseNumber,
    },
    /// Something noticed elsewhere was put before them.
    ItemSubmitted,
    /// A leader said what to do about what they had put before that leader.
    ItemInstructed,
    /// They signed in from a browser in which they were never.
    NewBrowser,
    /// Their password or second factor was changed.
    WayInChanged,
    /// The head of the log for a day, to be kept by the auditor.
    HeadPublished {
        /// The day.
        day: String,
        /// The signed head.
        head: String,
    },
}

/// Adds the messages of an event to the outbox. Their ids follow from the event, so that a receiver knows a second
/// delivery.
pub(crate) fn collect(
    stream: &str,
    seq: u64,
    event: &Event,
    number: &CaseNumber,
    outbox: &mut Vec<NewOutbox>,
) -> Result<(), Problem> {
    if let Act::Dispatch { terms, .. } = &event.act
        && let Some(person) = terms.catalogued.as_ref().and_then(|entry| entry.member.clone())
    {
        let says = Word::InCharge {
            number: number.clone(),
        };
        let payload = Payload::Word {
            person,
            says,
            page: format!("/desk/case/{number}"),
        };
        outbox.push(NewOutbox {
            id: format!("{stream}/{seq}/in-charge"),
            due: event.at,
            kind: "told".to_owned(),
            payload: serde_json::to_vec(&payload)?,
        });
    }
    for (index, effect) in event.effects.iter().enumerate() {
        if let Effect::Tell {
            whom,
            template,
            order,
        } = effect
        {
            let payload = Payload::Told {
                number: number.clone(),
                seq,
                order: *order,
                whom: whom.clone(),
                template: template.clone(),
            };
            outbox.push(NewOutbox {
                id: format!("{stream}/{seq}/{index}"),
                due: event.at,
                kind: "told".to_owned(),
                payload: serde_json::to_vec(&payload)?,
            });
        }
    }
    Ok(())
}

/// Adds what passes a reply on to cases that are handled with another: after each reply, and when a case comes to one
/// that has a reply already. Which cases these are is looked up when it leaves, so that none slips between.
pub(crate) fn pass_on(
    stream: &str,
    seq: u64,
    event: &Event,
    number: &CaseNumber,
    outbox: &mut Vec<NewOutbox>,
) -> Result<(), Problem> {
    let number = match &event.act {
        Act::Reply { .. } | Act::Answer { .. } => number,
        Act::Merge { into } => into,
        _ => return Ok(()),
    };
    let payload = Payload::PassOn {
        number: number.clone(),
    };
    outbox.push(NewOutbox {
        id: format!("{stream}/{seq}/pass-on"),
        due: event.at,
        kind: "pass-on".to_owned(),
        payload: serde_json::to_vec(&payload)?,
    });
    Ok(())
}
