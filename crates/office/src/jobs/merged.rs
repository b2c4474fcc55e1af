//! Cases that are handled with another: when that one is replied to, each of them gets the same reply, so that every
//! citizen who wrote is answered. Each reply of the one case is passed on once, whoever comes by how often.

use crate::command::Order;
use crate::draft::Draft;
use crate::load::Loaded;
use crate::{Office, Problem};
use case::access::Wish;
use case::{Act, Actor, CaseNumber, CommandId};
use seal::{KeyId, Sealed};

impl Office {
    /// Passes the reply of a case on to the cases that are handled with it. Does nothing where it has none that stands.
    /// Returns those that the rules would not let be replied to.
    ///
    /// # Errors
    /// The store's; what was passed on before stays so.
    pub(crate) async fn pass_reply_on(
        &self,
        j: &str,
        number: &CaseNumber,
    ) -> Result<Vec<CaseNumber>, Problem> {
        let mut refused = Vec::new();
        let others = self.store().merged_with(j, number).await?;
        if others.is_empty() {
            return Ok(refused);
        }
        let first = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let Some((seq, reply)) = standing_reply(&first) else {
            return Ok(refused);
        };
        let key = self
            .key(j, &KeyId::new(crate::keys::case_key(number.as_str())))
            .await?;
        let key = key.ok_or(Problem::NotFound)?;
        let text = key.open("text", reply)?;
        for other in others {
            let merged = self.load(j, &Actor::System, Wish::SeeCase, &other).await?;
            if merged.case.merged_into.as_ref() != Some(number) || ended(&merged) {
                continue;
            }
            let order = Order {
                id: CommandId::from(format!("merged/{number}/{seq}/{other}")),
                number: other.clone(),
                order: None,
                seen: Some(merged.case.seq),
                draft: Draft::Reply {
                    text: text.clone(),
                    channel: None,
                },
                uploads: Vec::new(),
            };
            match self.command(j, &Actor::System, order).await {
                Ok(_) => {}
                Err(Problem::Refused(refusal)) => {
                    tracing::warn!(jurisdiction = j, case = %other, code = refusal.code, "a merged case was not replied to");
                    refused.push(other);
                }
                Err(problem) => return Err(problem),
            }
        }
        Ok(refused)
    }
}

/// Whether nothing more has to happen to it, such as a case that was withdrawn after it was merged.
fn ended(loaded: &Loaded) -> bool {
    let step = loaded.adopted.procedure.step(&loaded.case.step);
    step.is_some_and(|step| step.end == procedure::StepEnd::Final)
}

/// The last reply of a case, where it stands: its event's sequence number and text.
fn standing_reply(loaded: &Loaded) -> Option<(u64, &Sealed)> {
    loaded
        .case
        .replied_in_round
        .filter(|round| *round == loaded.case.round)?;
    let events = (1..).zip(loaded.events.iter());
    let replies = events.filter_map(|(seq, (event, _))| match &event.act {
        Act::Reply { text, .. } | Act::Answer { text, .. } => Some((seq, text)),
        _ => None,
    });
    replies.last()
}
