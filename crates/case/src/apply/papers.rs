//! The fold of what stands beside the course: claims, marks, publicity, instructions, signatures, records, documents.

use crate::act::{Claiming, Recording, Writing};
use crate::state::{Instruction, Line, Note, Order, Paper, Publicity};
use crate::{Act, Case, Event, OrderNo};

impl Case {
    pub(super) fn apply_paper(&mut self, event: &Event) {
        let at = event.at;
        match &event.act {
            Act::Claim(claim) => self.claim(claim, event),
            Act::Mark(marking) => {
                if marking.division.is_some() {
                    self.division.clone_from(&marking.division);
                }
                if !marking.accused.is_empty() || !marking.accused_people.is_empty() {
                    // earlier marks did not say that they meant these alone: but such as did not drop whom they found
                    let units = |id| marking.accused.iter().any(|one| one.id == id);
                    let drops = self.accused.iter().any(|one| !units(one.id.clone()));
                    if drops
                        || self
                            .accused_people
                            .iter()
                            .any(|one| !marking.accused_people.contains(one))
                    {
                        self.accused_open.clear();
                    }
                    self.accused.clone_from(&marking.accused);
                    self.accused_people.clone_from(&marking.accused_people);
                }
                if marking.only {
                    self.accused_open.clear();
                }
                self.accused_also.extend(marking.accused_named.clone());
                self.accused_open.extend(marking.accused_named.clone());
            }
            Act::Tidy { text } => self.clean = Some(text.clone()),
            Act::Publish { text, veil } => {
                self.publicity = Publicity::Public(at);
                self.veil.clone_from(veil);
                if text.is_some() {
                    self.public_text.clone_from(text);
                }
            }
            Act::Withhold { .. } => self.publicity = Publicity::Withheld(at),
            Act::Hide { .. } => self.publicity = Publicity::Hidden(at),
            Act::Submit(submission) => self.submitted.push((submission.to.clone(), at)),
            Act::Instruct(instruction) => self.instructions.push(Instruction {
                at,
                rank: instruction.outcome.clone(),
                leader: instruction.partner.clone(),
                text: instruction.text.clone(),
            }),
            Act::Sign(signing) => match self.order_mut(event.order) {
                Some(order) => order.signed_off = signing.passed.then_some(at),
                None if signing.passed => self.signatures += 1,
                None => self.signatures = 0,
            },
            Act::Record(note) => self.note(note, event),
            Act::Write(paper) => self.paper_written(paper, event),
            Act::Deliver(delivery) => {
                let when = delivery.when.unwrap_or(at);
                let (order, round) = (event.order, self.round);
                let last = self
                    .papers
                    .iter_mut()
                    .rev()
                    .find(|p| p.document == delivery.document && p.order == order && p.round == round);
                match last {
                    Some(paper) => paper.delivered.push((delivery.to.clone(), when)),
                    // one that another act issued by itself
                    None => self.papers.push(Paper {
                        delivered: vec![(delivery.to.clone(), when)],
                        ..self.issued(&delivery.document, event)
                    }),
                }
            }
            Act::ReportUp { .. } => {
                self.reported_up = Some(at);
                self.approved_above = None;
            }
            Act::RuleAbove(ruling) if ruling.passed => self.approved_above = Some(at),
            Act::RuleAbove(_) => self.reported_up = None,
            Act::AskCitizen { .. } => self.waits_for_citizen = Some(at),
            Act::Merge { into } => self.merged_into = Some(into.clone()),
            Act::Refer(line) => {
                let known = |l: &&mut Line| l.channel == line.channel && l.number == line.number;
                let claimed = line.claimed.then_some(at);
                match self.lines.iter_mut().find(known) {
                    Some(known) => known.claimed = known.claimed.or(claimed),
                    None => self.lines.push(Line {
                        channel: line.channel.clone(),
                        number: line.number.clone(),
                        claimed,
                    }),
                }
            }
            _ => {}
        }
    }

    fn claim(&mut self, claim: &Claiming, event: &Event) {
        let no = OrderNo::try_from(self.orders.len() + 1).unwrap_or(OrderNo::MAX);
        let lead = !self.lead_stands();
        let order = Order::new(no, claim.unit.clone(), (lead, self.round), event.at);
        self.orders.push(Order {
            claimed: true,
            ..order
        });
    }

    fn note(&mut self, note: &Recording, event: &Event) {
        self.records.push(Note {
            record: note.record.clone(),
            order: event.order,
            at: note.when.unwrap_or(event.at),
            round: self.round,
            text: note.text.clone(),
            channel: note.channel.clone(),
        });
    }

    fn issued(&self, document: &str, event: &Event) -> Paper {
        Paper {
            document: document.to_owned(),
            order: event.order,
            at: event.at,
            seq: self.seq,
            round: self.round,
            parts: Vec::new(),
            outcome: None,
            delivered: Vec::new(),
        }
    }

    pub(super) fn paper_issued(&mut self, document: &str, order: Option<OrderNo>, event: &Event) {
        let paper = self.issued(document, event);
        self.papers.push(Paper { order, ..paper });
    }

    fn paper_written(&mut self, paper: &Writing, event: &Event) {
        self.papers.push(Paper {
            parts: paper.parts.clone(),
            outcome: paper.outcome.clone(),
            ..self.issued(&paper.document, event)
        });
    }
}
