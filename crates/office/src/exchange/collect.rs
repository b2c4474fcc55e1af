//! Which events of a case cross: what is dispatched to a unit that stands for another jurisdiction, a report to the
//! level above, a paper for a body that is linked.

use crate::notice::Payload;
use crate::papers::documents;
use crate::{Office, Problem};
use case::{Act, CaseNumber, Event};
use procedure::Procedure;
use serde::{Deserialize, Serialize};
use store::{NewOutbox, Peer, case_stream};

/// What crosses, as the outbox keeps it. The message itself is made, and signed, when it leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crossing {
    /// The link.
    pub(crate) peer: String,
    /// The case; what a person ruled or acknowledged has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<CaseNumber>,
    /// Sequence number of the event, of the case or else of the exchange.
    pub(crate) seq: u64,
    /// The document that goes along, by its id in the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) document: Option<String>,
    /// What was noticed elsewhere; then `seq` is an event of the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<String>,
    /// The decision to sign with a new key; then `seq` is an event of the keys.
    #[serde(default, skip_serializing_if = "is_no")]
    pub(crate) new_key: bool,
    /// The day whose head of the log is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) head: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_no(flag: &bool) -> bool {
    !flag
}

impl Crossing {
    /// Of an event of a stream of the jurisdiction.
    pub(crate) fn of(peer: &str, seq: u64) -> Self {
        Self {
            peer: peer.to_owned(),
            number: None,
            seq,
            document: None,
            item: None,
            new_key: false,
            head: None,
        }
    }
}

impl Office {
    /// Adds what crosses to the outbox of the commit that makes it so.
    pub(crate) async fn collect_crossings(
        &self,
        j: &str,
        procedure: &Procedure,
        number: &CaseNumber,
        first: u64,
        events: &[Event],
        outbox: &mut Vec<NewOutbox>,
    ) -> Result<(), Problem> {
        if self.is_silent() || !events.iter().any(may_cross) {
            return Ok(());
        }
        let peers = self.active_peers(j).await?;
        let stream = case_stream(number);
        for (event, seq) in events.iter().zip(first..) {
            for peer in peers.iter() {
                for document in crosses(procedure, event, peer) {
                    let with = document.as_ref().map(|id| format!("/{id}")).unwrap_or_default();
                    let crossing = Crossing {
                        number: Some(number.clone()),
                        document,
                        ..Crossing::of(&peer.id, seq)
                    };
                    outbox.push(NewOutbox {
                        id: format!("{stream}/{seq}/to-{}{with}", peer.id),
                        due: event.at,
                        kind: "exchange".to_owned(),
                        payload: serde_json::to_vec(&Payload::Crossing(crossing))?,
                    });
                }
            }
        }
        Ok(())
    }
}

/// Events that can cross at all: most installations have no links, and most events need not ask.
fn may_cross(event: &Event) -> bool {
    matches!(event.act, Act::Dispatch { .. } | Act::ReportUp { .. }) || documents(event).next().is_some()
}

/// What of an event crosses to a peer: the case or report itself, or documents.
fn crosses(procedure: &Procedure, event: &Event, peer: &Peer) -> Vec<Option<String>> {
    let itself = match &event.act {
        Act::Dispatch { to, .. } => to.iter().any(|part| Some(&part.unit.id) == peer.unit.as_ref()),
        Act::ReportUp { .. } => peer.above,
        _ => false,
    };
    let papers = documents(event).map(|(id, _)| id).filter(|id| {
        let rule = procedure.document(id);
        rule.is_some_and(|rule| peer.body.as_ref().is_some_and(|body| rule.to.contains(body)))
    });
    let papers = papers.map(|id| Some(id.to_owned()));
    itself.then_some(None).into_iter().chain(papers).collect()
}
