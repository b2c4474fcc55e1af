//! Answers to the SMS of a return visit, brought back by the gateway.

use crate::jobs::outbox::outer_id;
use crate::notice::Payload;
use crate::senders::sign::{Disbelief, SIGNATURE, SignedCall, TIMESTAMP, believe};
use crate::{Done, Draft, FieldFault, Office, Order, Problem};
use case::access::Wish;
use case::event::Whom;
use case::{Actor, CaseNumber, CommandId, Effect};
use serde::Deserialize;
use utoipa::ToSchema;

/// What the gateway sends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitAnswer {
    /// The id under which the message went out.
    pub message_id: String,
    /// The gateway's own id of this answer, where a citizen can answer more than once.
    #[serde(default)]
    pub answer_id: Option<String>,
    /// Is it solved?
    pub solved: bool,
    /// Is the citizen satisfied?
    pub satisfied: bool,
    /// In the citizen's words.
    #[serde(default)]
    pub text: Option<String>,
}

impl Office {
    /// Records a citizen's answer to the message of a return visit. A second delivery gets the first answer.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for a wrong signature, an old time of signing, a faulty body, a message that asked for no
    /// answer or has been followed by a newer one; refusals of the rules.
    pub async fn visit_answer_by_gateway(&self, j: &str, call: SignedCall<'_>) -> Result<Done, Problem> {
        self.believe_gateway(&call)?;
        let answer: VisitAnswer = serde_json::from_slice(call.body).map_err(|error| {
            let mut fault = FieldFault::new("body", "field-not-json");
            fault.args.push(("reason", error.to_string()));
            Problem::Invalid(vec![fault])
        })?;
        let (number, seq) = self.visit_message(j, &answer.message_id).await?;
        let own = answer.answer_id.as_deref().unwrap_or_default();
        let id = CommandId::from(outer_id("gateway", &format!("{}/{own}", answer.message_id)));
        if self.store().answered(j, &id).await?.is_none() {
            self.newest_visit(j, &number, seq).await?;
        }
        let order = Order {
            number,
            order: None,
            id,
            seen: None,
            draft: Draft::AnswerVisit {
                solved: answer.solved,
                satisfied: answer.satisfied,
                text: answer.text,
                answers: Vec::new(),
            },
            uploads: Vec::new(),
        };
        self.command(j, &Actor::System, order).await
    }

    /// One of the gateways must have signed it, and lately.
    fn believe_gateway(&self, call: &SignedCall<'_>) -> Result<(), Problem> {
        let mut fault = Problem::field(SIGNATURE, "field-signature-wrong");
        for secret in self.parts().gateways.get().into_iter().flatten() {
            match believe(secret, call, self.now()) {
                Ok(()) => return Ok(()),
                Err(Disbelief::Signature) => {}
                Err(Disbelief::Timestamp) => fault = Problem::field(TIMESTAMP, "field-timestamp-old"),
            }
        }
        Err(fault)
    }

    /// The case and event of a message that asked a citizen for an answer.
    async fn visit_message(&self, j: &str, message_id: &str) -> Result<(CaseNumber, u64), Problem> {
        let unknown = || Problem::field("message_id", "field-no-such-message");
        let ours = outer_id(j, "");
        let id = message_id.strip_prefix(&ours).ok_or_else(unknown)?;
        // Ids of messages to citizens need no escapes; what does is not one of them.
        if outer_id(j, id) != message_id {
            return Err(unknown());
        }
        let message = self.store().outgoing(j, id).await?.ok_or_else(unknown)?;
        match serde_json::from_slice(&message.payload)? {
            Payload::Told {
                number,
                seq,
                whom: Whom::Citizen,
                template,
                ..
            } if self.asks(j, &number, &template).await? => Ok((number, seq)),
            _ => Err(unknown()),
        }
    }

    async fn asks(&self, j: &str, number: &CaseNumber, template: &str) -> Result<bool, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::ActOnCase, number).await?;
        let templates = &loaded.adopted.procedure.templates;
        Ok(templates.iter().any(|t| t.id == template && t.visit))
    }

    /// An answer to an earlier visit says nothing about the reply that the citizen has been given since.
    async fn newest_visit(&self, j: &str, number: &CaseNumber, seq: u64) -> Result<(), Problem> {
        let loaded = self.load(j, &Actor::System, Wish::ActOnCase, number).await?;
        let templates = &loaded.adopted.procedure.templates;
        let asks = |effect: &Effect| {
            let Effect::Tell { template, .. } = effect else {
                return false;
            };
            templates.iter().any(|t| t.id == *template && t.visit)
        };
        let later = (1..)
            .zip(loaded.events.iter())
            .any(|(at, (event, _)): (u64, _)| at > seq && event.effects.iter().any(asks));
        if later {
            Err(Problem::field("message_id", "field-visit-superseded"))
        } else {
            Ok(())
        }
    }
}
