//! Which events of a case cross: what is dispatched to a unit that stands for another jurisdiction, a report to the
//! level above, a paper for a body that is linked.

use crate::notice::Payload;
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
        if self.is_silent() || !events.iter().any(|event| may_cross(&event.act)) {
            return Ok(());
        }
        let peers = self.active_peers(j).await?;
        for (event, seq) in events.iter().zip(first..) {
            let stream = case_stream(number);
            for peer in peers.iter().filter(|peer| crosses(procedure, &event.act, peer)) {
                let crossing = Crossing {
                    peer: peer.id.clone(),
                    number: Some(number.clone()),
                    seq,
                };
                outbox.push(NewOutbox {
                    id: format!("{stream}/{seq}/to-{}", peer.id),
                    due: event.at,
                    kind: "exchange".to_owned(),
                    payload: serde_json::to_vec(&Payload::Crossing(crossing))?,
                });
            }
        }
        Ok(())
    }
}

/// Acts that can cross at all: most installations have no links, and most acts need not ask.
fn may_cross(act: &Act) -> bool {
    matches!(act, Act::Dispatch { .. } | Act::ReportUp { .. } | Act::Write(_))
}

fn crosses(procedure: &Procedure, act: &Act, peer: &Peer) -> bool {
    match act {
        Act::Dispatch { to, .. } => to.iter().any(|part| Some(&part.unit.id) == peer.unit.as_ref()),
        Act::ReportUp { .. } => peer.above,
        Act::Write(paper) => peer.body.as_ref().is_some_and(|body| {
            let document = procedure.document(&paper.document);
            document.is_some_and(|document| document.to.contains(body))
        }),
        _ => false,
    }
}
