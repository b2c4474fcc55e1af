//! The fold: how each event changes a case. Knows no rules; everything it needs stands in the event.

mod correct;
mod effects;
mod papers;
mod recount;

use crate::act::{Assignment, Terms, UnitRef};
use crate::state::{Asked, Order, Request, Visit};
use crate::{Act, Case, Event, OrderNo};
use calendar::Instant;

impl Case {
    /// Folds one event.
    pub fn apply(&mut self, event: &Event) {
        self.seq += 1;
        if self.judges_anew(&event.act) {
            self.text_seq = self.seq;
        }
        self.apply_act(event);
        for effect in &event.effects {
            self.apply_effect(effect, event);
        }
        self.last = self.last.max(Some(event.at));
    }

    /// Folds events from the beginning.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut case = Self::default();
        for event in events {
            case.apply(event);
        }
        case
    }

    fn judges_anew(&self, act: &Act) -> bool {
        matches!(
            act,
            Act::Receive { .. }
                | Act::Report { .. }
                | Act::Add { .. }
                | Act::Correct { .. }
                | Act::AskExtension { .. }
                | Act::AskSendBack { .. }
                | Act::Tidy { .. }
                | Act::Reply { .. }
                | Act::ReportUp { .. }
        )
    }

    /// A work order for each unit; the member that the catalogue names is in charge from now on.
    fn dispatch(&mut self, event: &Event, to: &[Assignment], terms: &Terms) {
        let role = event.by.role().map(str::to_owned);
        for part in to {
            let no = OrderNo::try_from(self.orders.len() + 1).unwrap_or(OrderNo::MAX);
            let order = Order::new(no, part.unit.clone(), (part.lead, self.round), event.at);
            self.orders.push(Order {
                direct: part.direct,
                on_duty: part.on_duty.clone(),
                assigned_by: role.clone(),
                ..order
            });
        }
        let member = terms.catalogued.as_ref().and_then(|entry| entry.member.as_ref());
        if let Some(member) = member.filter(|member| !self.in_charge.contains(member)) {
            self.in_charge.push(member.clone());
        }
    }

    fn order_mut(&mut self, no: Option<OrderNo>) -> Option<&mut Order> {
        self.orders.iter_mut().find(|o| Some(o.no) == no)
    }

    fn rule(&mut self, order: Option<OrderNo>, send_back: bool, at: Instant, granted: bool) {
        if let Some(request) = self
            .requests
            .iter_mut()
            .find(|r| Some(r.order) == order && r.waits() && matches!(r.asked, Asked::SendBack) == send_back)
        {
            request.ruled = Some((at, granted));
        }
    }

    fn apply_act(&mut self, event: &Event) {
        let at = event.at;
        match &event.act {
            Act::Receive {
                channel,
                title,
                text,
                citizen,
                category,
                place,
                attachments,
                external,
                origin,
            } => {
                self.channel.clone_from(channel);
                self.title = Some(title.clone());
                self.text = Some(text.clone());
                self.posted = origin.posted;
                self.division.clone_from(&origin.division);
                self.accused.clone_from(&origin.accused);
                self.accused_people.clone_from(&origin.accused_people);
                self.accused_named.clone_from(&origin.accused_named);
                self.accused_open.extend(origin.accused_named.clone());
                self.citizen.clone_from(citizen);
                self.category.clone_from(category);
                self.place.clone_from(place);
                self.attachments.clone_from(attachments);
                self.external.clone_from(external);
                self.received = Some(at);
                self.complained = Some(at);
            }
            Act::RecordHistory {
                channel,
                title,
                text,
                reply,
                received,
                replied,
                external,
                ..
            } => {
                self.channel.clone_from(channel);
                self.title = Some(title.clone());
                self.text = Some(text.clone());
                self.reply.clone_from(reply);
                self.received = Some(*received);
                self.replied = *replied;
                self.closed = replied.or(Some(*received));
                self.external.clone_from(external);
                self.history = true;
            }
            Act::Complete { citizen, category } => {
                self.citizen = Some(citizen.clone());
                if category.is_some() {
                    self.category.clone_from(category);
                }
            }
            Act::Accept { ground, category } => {
                self.accepted = Some(at);
                self.ground = Some(ground.clone());
                if category.is_some() {
                    self.category.clone_from(category);
                }
            }
            Act::Refuse { ground, .. } => {
                self.refused = Some(at);
                self.ground = Some(ground.clone());
            }
            Act::Answer { way, text, .. } => {
                self.way = Some(way.clone());
                self.answer(text, at);
            }
            Act::Reply { text, .. } => {
                self.answer(text, at);
                self.done(event.order, at);
            }
            Act::Dispatch { to, terms, .. } => self.dispatch(event, to, terms),
            Act::RuleExtension { granted, .. } => self.rule(event.order, false, at, *granted),
            Act::RuleSendBack { granted, .. } => {
                self.rule(event.order, true, at, *granted);
                if *granted {
                    self.end(event.order, at);
                } else if let Some(order) = self.order_mut(event.order) {
                    order.send_backs_refused += 1;
                }
            }
            Act::AskExtension { limit, reason } => self.ask(event, Asked::Extension(*limit), reason, None),
            Act::AskSendBack { reason, proposal } => {
                self.ask(event, Asked::SendBack, reason, Some(proposal.clone()));
            }
            Act::AnswerVisit {
                solved,
                satisfied,
                text,
                ..
            } => self.visits.push(Visit {
                at,
                round: self.round,
                by_person: false,
                reached: true,
                solved: *solved,
                satisfied: *satisfied,
                text: text.clone(),
            }),
            Act::Visit {
                reached,
                solved,
                satisfied,
                text,
                ..
            } => self.visits.push(Visit {
                at,
                round: self.round,
                by_person: true,
                reached: *reached,
                solved: *solved,
                satisfied: *satisfied,
                text: text.clone(),
            }),
            Act::Review { passed: false, .. } => self.returns += 1,
            Act::Review { passed: true, .. } => {
                self.done(event.order, at);
            }
            Act::Supervise { priority, .. } => self.supervise(priority, at),
            Act::Escalate { measure, .. } => self.measures.push((measure.clone(), at)),
            Act::Designate { unit, .. } => self.designate(unit),
            Act::ConfirmRepeat { earlier } => self.repeat_of = Some(earlier.clone()),
            Act::LinkEmergency { .. } => self.emergency_linked = true,
            Act::Urge { .. } => {
                self.urges += 1;
                self.urged = Some(at);
            }
            Act::Add { .. } => {
                self.complained = Some(at);
                self.waits_for_citizen = None;
            }
            Act::Close { .. } => self.closed = Some(at),
            Act::Reopen { .. } => {
                self.closed = None;
                self.refused = None;
                self.round += 1;
            }
            Act::Correct { field, new, .. } => self.correct(*field, new),
            Act::Lapse { index, .. } => {
                if let Some(found) = self.clocks.get_mut(*index as usize) {
                    found.lapsed = Some(found.due);
                }
            }
            Act::Rung { rung, index } => self.rungs.push((*index, rung.clone())),
            Act::TakeBack { .. } => self.end(event.order, at),
            _ => {
                self.apply_paper(event);
                self.apply_to_order(event);
            }
        }
    }

    fn apply_to_order(&mut self, event: &Event) {
        let at = event.at;
        let Some(order) = self.order_mut(event.order) else {
            return;
        };
        match &event.act {
            Act::SignFor => order.signed = Some(at),
            Act::Contact { .. } => order.contacted = Some(at),
            Act::Report { text, backing, .. } => {
                order.result = Some(text.clone());
                order.reported = Some(at);
                order.signed_off = None;
                order.outcome.clone_from(&backing.outcome);
            }
            Act::DemandOpinion { .. } => order.open_opinions += 1,
            Act::GiveOpinion { .. } => order.open_opinions = order.open_opinions.saturating_sub(1),
            _ => {}
        }
    }

    /// The citizen is told something that counts as an answer.
    fn answer(&mut self, text: &seal::Sealed, at: Instant) {
        self.reply = Some(text.clone());
        self.replied = Some(at);
        self.replied_in_round = Some(self.round);
    }

    /// A work order is done; what its unit still asked for is dropped.
    fn done(&mut self, order: Option<OrderNo>, at: Instant) {
        if let Some(order) = self.order_mut(order) {
            order.passed = Some(at);
        }
        if order.is_some() {
            self.drop_requests(order, at);
        }
    }

    fn ask(&mut self, event: &Event, asked: Asked, reason: &seal::Sealed, proposal: Option<seal::Sealed>) {
        if let Some(order) = event.order {
            let reason = reason.clone();
            self.requests.push(Request {
                order,
                asked,
                at: event.at,
                reason,
                proposal,
                ruled: None,
                dropped: None,
            });
        }
    }

    /// A work order ends without a result; what its unit still asked for is dropped with it.
    fn end(&mut self, order: Option<OrderNo>, at: Instant) {
        if let Some(order) = self.order_mut(order) {
            order.ended = Some(at);
            order.open_opinions = 0;
        }
        self.drop_requests(order, at);
    }

    fn drop_requests(&mut self, order: Option<OrderNo>, at: Instant) {
        for request in &mut self.requests {
            if Some(request.order) == order && request.waits() {
                request.dropped = Some(at);
            }
        }
    }

    /// The unit designated leads from now on; whoever led before assists.
    fn designate(&mut self, unit: &UnitRef) {
        for order in self.orders.iter_mut().filter(|o| o.is_open()) {
            order.lead = order.unit.id == unit.id;
        }
        self.designated = Some(unit.clone());
    }

    fn supervise(&mut self, priority: &str, at: Instant) {
        self.supervised.get_or_insert(at);
        if !self.priorities.iter().any(|p| p == priority) {
            self.priorities.push(priority.to_owned());
        }
    }
}
