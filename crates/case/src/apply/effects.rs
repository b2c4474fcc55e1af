//! The fold of what follows from an event: steps, clocks, priorities, ends.

use crate::state::Clock;
use crate::{Act, Case, Effect, Event, OrderNo};

impl Case {
    fn clock_mut(&mut self, id: &str, order: Option<OrderNo>) -> Option<&mut Clock> {
        self.clocks
            .iter_mut()
            .rev()
            .find(|c| c.id == id && c.order == order)
    }

    /// The rungs around a due time that moved fire around the new one.
    fn rungs_again(&mut self, id: &str, order: Option<OrderNo>) {
        let moved = self.clocks.iter().rposition(|c| c.id == id && c.order == order);
        let moved = moved.and_then(|index| u32::try_from(index).ok());
        self.rungs.retain(|(index, _)| Some(*index) != moved);
    }

    pub(crate) fn apply_only(&mut self, effect: &Effect, event: &Event) {
        self.apply_effect(effect, event);
    }

    fn counts_against(&mut self, act: &Act) {
        match act {
            Act::Recheck { .. } => {
                self.bad_rechecks += 1;
                self.evasion_after_supervision |= self.supervised.is_some();
            }
            Act::Review { .. } => self.evasion_after_supervision |= self.supervised.is_some(),
            Act::Convene { .. } => self.failed_coordinations += 1,
            _ => {}
        }
    }

    pub(super) fn apply_effect(&mut self, effect: &Effect, event: &Event) {
        let at = event.at;
        match effect {
            Effect::CountsAgainst => self.counts_against(&event.act),
            Effect::Step { order: None, to } => self.step.clone_from(to),
            Effect::Step { order, to } => {
                if let Some(order) = self.order_mut(*order) {
                    order.step.clone_from(to);
                }
            }
            Effect::Start {
                clock,
                order,
                from,
                due,
                limit,
                clause,
                provisional,
            } => self.clocks.push(Clock {
                id: clock.clone(),
                order: *order,
                from: *from,
                due: *due,
                limit: *limit,
                clause: clause.clone(),
                extended: Vec::new(),
                provisional: *provisional,
                recounted: Vec::new(),
                met: None,
                lapsed: None,
                withdrawn: None,
                paused: None,
                pauses: Vec::new(),
            }),
            Effect::Relimit {
                clock: id,
                order,
                due,
                limit,
                clause,
                provisional,
            } => {
                if let Some(clock) = self.clock_mut(id, *order) {
                    clock.due = *due;
                    clock.limit = *limit;
                    clock.clause.clone_from(clause);
                    clock.provisional = *provisional;
                    clock.lapsed = None;
                }
                self.rungs_again(id, *order);
            }
            Effect::Pause { clock, order } => {
                if let Some(clock) = self.clock_mut(clock, *order) {
                    clock.paused = Some(at);
                }
            }
            Effect::Resume {
                clock: id,
                order,
                due,
                provisional,
            } => {
                let moved = self.clock_mut(id, *order).is_some_and(|clock| {
                    let moved = clock.due != *due;
                    clock.due = *due;
                    clock.provisional |= provisional;
                    clock.pauses.extend(clock.paused.take().map(|from| (from, at)));
                    if moved {
                        clock.lapsed = None;
                    }
                    moved
                });
                if moved {
                    self.rungs_again(id, *order);
                }
            }
            Effect::Mark { mark, instead_of } => {
                self.marks.retain(|m| m != mark && !instead_of.contains(m));
                self.marks.push(mark.clone());
            }
            Effect::Unmark { mark } => self.marks.retain(|m| m != mark),
            Effect::InName { name } => self.in_name = Some(name.clone()),
            Effect::Issue { document, order } => self.paper_issued(document, *order, event),
            Effect::PassOver { .. } => {}
            Effect::Meet { clock, order } => {
                if let Some(clock) = self.clock_mut(clock, *order) {
                    clock.met = Some(at);
                }
            }
            Effect::RunAgain { clock, order } => {
                if let Some(clock) = self.clock_mut(clock, *order) {
                    clock.met = None;
                    clock.withdrawn = None;
                }
            }
            Effect::Withdraw { clock, order } => {
                if let Some(clock) = self.clock_mut(clock, *order) {
                    clock.withdrawn = Some(at);
                }
            }
            Effect::Extend {
                clock,
                order,
                due,
                by,
                provisional,
            } => {
                if let Some(clock) = self.clock_mut(clock, *order) {
                    clock.due = *due;
                    clock.extended.push(*by);
                    clock.provisional |= provisional;
                    clock.lapsed = None;
                }
                self.rungs_again(clock, *order);
            }
            Effect::Recount { .. } | Effect::LapseWithdrawn { .. } => self.recounted(effect, at),
            Effect::InPerson { order, role } => {
                if let Some(order) = self.order_mut(Some(*order)) {
                    order.in_person = Some(role.clone());
                }
            }
            Effect::Select { priority } => self.supervise(priority, at),
            Effect::Open { order } => {
                if let Some(order) = self.order_mut(Some(*order)) {
                    order.passed = None;
                    order.rectifying = true;
                }
            }
            Effect::End { order } => self.end(Some(*order), at),
            Effect::Tell { .. } => {}
        }
    }
}
