//! What a message that was checked does here. All of it is harmless twice: commands carry ids that follow from the
//! message, so a try that broke off before the message was kept is simply done again.

use super::content::{Caller, Content, HandedOver, Received, Ruling};
use super::envelope::Message;
use super::stored::{Stored, read};
use super::{DONE, FAILED, OPEN, STREAM};
use crate::intake::accusing_kind;
use crate::keys::NamedKey;
use crate::log::Looked;
use crate::{FieldFault, Office, Problem, Upload};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use case::act::{Delivering, Referring, RulingAbove};
use case::{Act, Actor, CaseNumber, CommandId};
use procedure::{ActRule, Do};
use store::{Crossing, LedgerFilter, Peer};

/// What came of it.
pub(super) struct Effect {
    pub(super) state: &'static str,
    pub(super) number: Option<CaseNumber>,
    /// Why it could not be carried out by itself.
    pub(super) fault: Option<String>,
}

impl Effect {
    pub(super) fn done(number: Option<CaseNumber>) -> Self {
        Self {
            state: DONE,
            number,
            fault: None,
        }
    }

    fn waits() -> Self {
        Self {
            state: OPEN,
            number: None,
            fault: None,
        }
    }

    /// It is in good order, but a person has to look.
    pub(super) fn failed(number: Option<CaseNumber>, code: &str) -> Self {
        Self {
            state: FAILED,
            number,
            fault: Some(code.to_owned()),
        }
    }
}

impl Office {
    /// Does what a message says.
    pub(super) async fn carry_out_message(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
    ) -> Result<Effect, Problem> {
        Ok(match &message.content {
            Content::Case(case) => self.take_case(j, peer, message, case).await?,
            Content::ReportUp(_) | Content::Feedback(_) | Content::Notice(_) => Effect::waits(),
            Content::NewKey(new) => self.take_new_key(j, peer, message, new).await?,
            Content::Ruling(ruling) => self.take_ruling(j, peer, message, ruling).await?,
            Content::LogHead(shown) => match self.look_at_head(j, peer, shown).await? {
                Looked::Fits => Effect::done(None),
                // It stays in the inbox: two heads that do not fit prove what was done on the other side. So it does where
                // that side gives no proof, for whoever forked would give none.
                Looked::Wrong(code) => Effect::failed(None, code),
                Looked::Unproved => Effect::failed(None, "exchange-head-unproved"),
            },
            Content::Receipt(receipt) => match receipt.what {
                Received::Taken => Effect::done(None),
                Received::Acknowledged => self.take_acknowledgement(j, peer, message).await?,
            },
        })
    }

    /// The case comes in through the channel of the link, once for each number of the sender.
    async fn take_case(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
        case: &HandedOver,
    ) -> Result<Effect, Problem> {
        let (Some(theirs), Some(channel)) = (&message.case.sender, &peer.channel) else {
            return Ok(Effect::failed(None, "exchange-no-number"));
        };
        let Some(uploads) = files(case) else {
            return Ok(Effect::failed(None, "exchange-files"));
        };
        let rules = self.in_force(j, self.now()).await?.procedure;
        let category = case.category.clone();
        let category = category.filter(|id| rules.categories.iter().any(|known| known.id == *id));
        if let Some(number) = self.same_case(j, case).await? {
            let crossed = self.store().crossings_of(j, &number).await?;
            let is_this =
                |c: &&Crossing| !c.outgoing && c.peer == peer.id && c.theirs.as_ref() == Some(theirs);
            if crossed.iter().any(|c| is_this(&c)) {
                return Ok(Effect::done(Some(number)));
            }
            // an accusation is named on no other case: it comes in by itself
            if case.accused.is_empty() && !accusing_kind(&rules, category.as_deref()) {
                let act = |_: &NamedKey| {
                    Ok(Act::Refer(Referring {
                        channel: channel.clone(),
                        number: theirs.clone(),
                        claimed: false,
                    }))
                };
                return self.by_system(j, peer, message, number, act).await;
            }
        }
        let taken = crate::Message {
            id: format!("exchange/{}/{theirs}", peer.id),
            channel: channel.clone(),
            title: case.title.clone(),
            text: case.text.clone(),
            category,
            place: case.place.clone(),
            citizen: None,
            uploads,
            external: Some(theirs.clone()),
            // from its first event on nobody accused sees it here either
            accused_named: (!case.accused.is_empty()).then(|| case.accused.join("、")),
            ..crate::Message::default()
        }
        .accusing_somebody(&rules);
        let caller = case.citizen.as_ref();
        let caller = caller
            .map(|caller: &Caller| self.handed_over_citizen(caller))
            .transpose();
        let received = match caller {
            Ok(checked) => {
                let by_system =
                    |rule: &ActRule| rule.does == Do::Receive && rule.by.iter().any(|id| id == "system");
                let who = if rules.acts.iter().any(by_system) {
                    Actor::System
                } else {
                    Actor::Citizen(None)
                };
                self.take_in(j, &who, taken, checked).await
            }
            Err(problem) => Err(problem),
        };
        match received {
            Ok(receipt) => Ok(Effect::done(Some(receipt.number))),
            Err(problem) if problem.passes() => Err(problem),
            Err(problem) => Ok(Effect::failed(None, fault(&problem))),
        }
    }

    /// A case that came in by another line already: one of the numbers that the sender knows is its number there.
    async fn same_case(&self, j: &str, case: &HandedOver) -> Result<Option<CaseNumber>, Problem> {
        for reference in &case.references {
            let filter = LedgerFilter {
                external: Some(reference.number.clone()),
                ..LedgerFilter::default()
            };
            let found = self.store().ledger(j, &filter, None, 1).await?;
            if let Some(row) = found.into_iter().next() {
                return Ok(Some(row.number));
            }
        }
        Ok(None)
    }

    /// The ruling on the last report of a case is applied to it by the system, as the rules let it.
    async fn take_ruling(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
        ruling: &Ruling,
    ) -> Result<Effect, Problem> {
        let Some((sent, number)) = self.answered_message(j, peer, message, "report-up").await? else {
            return Ok(Effect::failed(None, "exchange-answers-nothing"));
        };
        let of_case = self.store().crossings_of(j, &number).await?;
        let reports = of_case
            .iter()
            .filter(|c| c.outgoing && c.kind == "report-up" && c.peer == peer.id);
        if reports
            .max_by_key(|c| c.seq)
            .is_some_and(|last| last.id != sent.id)
        {
            return Ok(Effect::failed(Some(number), "exchange-ruling-late"));
        }
        let act = |key: &NamedKey| {
            let note = ruling.note.as_ref();
            Ok(Act::RuleAbove(RulingAbove {
                passed: ruling.passed,
                note: note.map(|note| self.sealed(key, "note", note)).transpose()?,
            }))
        };
        self.by_system(j, peer, message, number, act).await
    }

    /// The other side's acknowledgement is the delivery of the paper that went with the message.
    async fn take_acknowledgement(&self, j: &str, peer: &Peer, message: &Message) -> Result<Effect, Problem> {
        if self.answers_a_notice(j, peer, message).await? {
            return Ok(Effect::done(None));
        }
        let Some((sent, number)) = self.answered_message(j, peer, message, "feedback").await? else {
            return Ok(Effect::failed(None, "exchange-answers-nothing"));
        };
        let event = self.store().event(j, STREAM, sent.seq).await?;
        let document = match event.as_ref().map(read).transpose()? {
            Some(Stored::Delivered(delivered)) => delivered.document,
            _ => None,
        };
        let (Some(document), Some(to)) = (document, peer.body.clone()) else {
            return Ok(Effect::done(Some(number)));
        };
        let act = |_: &NamedKey| {
            Ok(Act::Deliver(Delivering {
                document: document.clone(),
                to: to.clone(),
                way: None,
                when: None,
            }))
        };
        self.by_system(j, peer, message, number, act).await
    }

    /// What was noticed belongs to no case: that it was read stands among what came, where the item finds it.
    async fn answers_a_notice(&self, j: &str, peer: &Peer, message: &Message) -> Result<bool, Problem> {
        let Some(id) = &message.answers else {
            return Ok(false);
        };
        let sent = self.store().crossing(j, true, &peer.id, id).await?;
        Ok(sent.is_some_and(|sent| sent.kind == "notice"))
    }

    /// The message of ours that this one answers, and its case.
    async fn answered_message(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
        kind: &str,
    ) -> Result<Option<(Crossing, CaseNumber)>, Problem> {
        let Some(id) = &message.answers else {
            return Ok(None);
        };
        let sent = self.store().crossing(j, true, &peer.id, id).await?;
        Ok(sent
            .filter(|sent| sent.kind == kind)
            .and_then(|sent| Some((sent.clone(), sent.number?))))
    }

    /// A command by the system on one of our cases. A refusal of the rules leaves the matter to a person.
    async fn by_system(
        &self,
        j: &str,
        peer: &Peer,
        message: &Message,
        number: CaseNumber,
        act: impl Fn(&NamedKey) -> Result<Act, Problem>,
    ) -> Result<Effect, Problem> {
        let id = CommandId::from(format!("exchange/{}/{}", peer.id, message.id));
        match self.command_by_system(j, &number, id, act).await {
            Ok(()) => Ok(Effect::done(Some(number))),
            Err(problem) if problem.passes() => Err(problem),
            Err(problem) => Ok(Effect::failed(Some(number), fault(&problem))),
        }
    }
}

/// The files whose contents came along, checked against their digests; `None` where one is not what it says.
fn files(case: &HandedOver) -> Option<Vec<Upload>> {
    let with_content = case
        .files
        .iter()
        .filter_map(|file| Some((file, file.content.as_ref()?)));
    with_content
        .map(|(file, content)| {
            let content = BASE64.decode(content).ok()?;
            let right = super::take::digest(&content) == file.sha256;
            right.then(|| Upload {
                name: file.name.clone(),
                media: file.media.clone(),
                content,
            })
        })
        .collect()
}

/// The first thing that is wrong, as a code of the catalogue.
fn fault(problem: &Problem) -> &'static str {
    match problem {
        Problem::Invalid(faults) => faults
            .first()
            .map_or("problem-invalid", |fault: &FieldFault| fault.code),
        other => other.code(),
    }
}
