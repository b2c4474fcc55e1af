//! Running clocks follow what they hang on: another limit once the case is marked otherwise, the clock they are
//! counted back from, and the end of a pause.

use super::again::counted;
use super::start::{chosen, counted_back, due_of, out_of_range};
use super::{Stir, counting, superseded};
use crate::{Case, Clock, Effect, Refusal};
use calendar::Instant;
use procedure::{ClockRule, Ruled};

impl Stir<'_> {
    /// The clocks of `after` that take another due time. `after` is the case with everything else already folded.
    pub(crate) fn follow(&self, after: &Case) -> Result<Vec<Effect>, Refusal> {
        let mut effects = Vec::new();
        let running: Vec<(&ClockRule, &Clock)> = after
            .clocks
            .iter()
            .enumerate()
            .filter(|(index, clock)| clock.is_open() && !superseded(after, *index, clock))
            .filter_map(|(_, clock)| Some((self.rules.procedure.clock(&clock.id)?, clock)))
            .collect();
        for (rule, clock) in running.iter().filter(|(rule, _)| !rule.limits.is_empty()) {
            effects.extend(self.relimit(after, rule, clock)?);
        }
        for (rule, clock) in &running {
            let Some(before) = &rule.before else { continue };
            let Some(other) = due_of(after, &effects, &before.clock, clock.order) else {
                continue;
            };
            let counted = counted_back(self.rules, before, other);
            let (due, provisional) = counted.map_err(|_| out_of_range(rule.basis()))?;
            if due != clock.due {
                effects.push(Effect::Relimit {
                    clock: clock.id.clone(),
                    order: clock.order,
                    due,
                    limit: None,
                    clause: None,
                    provisional,
                });
            }
        }
        Ok(effects)
    }

    /// Another limit from the old start, with the extensions and pauses there were.
    fn relimit(&self, after: &Case, rule: &ClockRule, clock: &Clock) -> Result<Option<Effect>, Refusal> {
        let (limit, clause) = chosen(&self.seen(after, clock.order), rule, clock.from);
        let Some(limit) = limit.filter(|limit| Some(*limit) != clock.limit) else {
            return Ok(None);
        };
        let due = counted(self.rules, rule, clock, limit).map_err(|_| out_of_range(rule.basis()))?;
        Ok(Some(Effect::Relimit {
            clock: clock.id.clone(),
            order: clock.order,
            due: due.due,
            limit: Some(limit),
            clause,
            provisional: due.provisional,
        }))
    }

    /// The end of a pause.
    pub(super) fn resume(&self, rule: &ClockRule, clock: &Clock, paused: Instant) -> Result<Effect, Refusal> {
        let counting = counting(self.rules, rule);
        let moved = match clock.limit {
            Some(limit) => self
                .rules
                .calendar
                .resumed(clock.due, limit, (paused, self.now), counting)
                .map_err(|_| out_of_range(rule.basis()))?,
            None => None,
        };
        Ok(Effect::Resume {
            clock: clock.id.clone(),
            order: clock.order,
            due: moved.as_ref().map_or(clock.due, |due| due.due),
            provisional: moved.is_some_and(|due| due.provisional),
        })
    }
}
