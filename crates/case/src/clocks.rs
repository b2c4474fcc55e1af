//! How clocks answer to what happens: they start, are met, pause, run again or end, as the procedure says.

mod again;
mod follow;
mod start;

pub(crate) use again::due_again;
pub(crate) use start::{counting, extend, out_of_range, start};

use crate::decide::Happened;
use crate::facts::Seen;
use crate::{Act, Actor, Case, Clock, Effect, OrderNo, Refusal, Rules};
use calendar::Instant;
use procedure::{ClockRule, Moment, Of};

/// What happened, to which clocks answer.
pub(crate) struct Stir<'a> {
    pub(crate) rules: &'a Rules<'a>,
    pub(crate) moments: &'a [Happened],
    pub(crate) act: Option<&'a Act>,
    pub(crate) who: &'a Actor,
    pub(crate) now: Instant,
}

impl Stir<'_> {
    fn seen<'b>(&'b self, after: &'b Case, order: Option<OrderNo>) -> Seen<'b> {
        Seen {
            rules: self.rules,
            case: after,
            order: order.and_then(|no| after.order(no)),
            act: None,
            who: self.who,
            now: self.now,
        }
    }

    /// The clock effects of the moments. `after` is the case with the act and its steps already folded.
    pub(crate) fn react(&self, after: &Case) -> Result<Vec<Effect>, Refusal> {
        let mut effects = Vec::new();
        for (index, clock) in after.clocks.iter().enumerate() {
            if superseded(after, index, clock) {
                continue;
            }
            if let Some(rule) = self.rules.procedure.clock(&clock.id) {
                effects.extend(self.existing(after, rule, clock)?);
            }
        }
        // those counted back from another start after it
        let of_themselves = |rule: &&ClockRule| rule.before.is_none();
        let clocks = &self.rules.procedure.clocks;
        for rule in clocks.iter().filter(of_themselves) {
            self.starting(after, rule, &mut effects)?;
        }
        for rule in clocks.iter().filter(|rule| rule.before.is_some()) {
            self.starting(after, rule, &mut effects)?;
        }
        Ok(effects)
    }

    fn starting(&self, after: &Case, rule: &ClockRule, effects: &mut Vec<Effect>) -> Result<(), Refusal> {
        for (moment, order) in self.moments {
            if !self.counts(rule, &rule.starts_on, *moment) || (rule.of == Of::Order && order.is_none()) {
                continue;
            }
            let order = if rule.of == Of::Order { *order } else { None };
            let seen = self.seen(after, order);
            if !seen.all(&rule.only_if) || starts_already(effects, rule, order) {
                continue;
            }
            let Some(begun) = self.begin(&seen, rule, order, effects)? else {
                continue;
            };
            if still_open(after, effects, rule, order) {
                effects.push(Effect::Withdraw {
                    clock: rule.id.clone(),
                    order,
                });
            }
            effects.push(begun);
        }
        Ok(())
    }

    /// Whether a clock listens to the moment: it is listed, and the record or document is one of those named.
    fn counts(&self, rule: &ClockRule, listed: &[Moment], moment: Moment) -> bool {
        let of_paper = matches!(moment, Moment::Recorded | Moment::Written | Moment::Delivered);
        let named = || {
            let names = self.act.and_then(Act::names);
            names.is_some_and(|name| rule.named.iter().any(|n| n == name))
        };
        listed.contains(&moment) && (!of_paper || rule.named.is_empty() || named())
    }

    /// What happens to a clock that exists. An order's clock hears its own order only; the case's hears everything.
    fn existing(&self, after: &Case, rule: &ClockRule, clock: &Clock) -> Result<Option<Effect>, Refusal> {
        let hears = |listed: &[Moment]| {
            self.moments.iter().any(|(moment, order)| {
                let own = clock.order.is_none() || *order == clock.order || order.is_none();
                own && self.counts(rule, listed, *moment)
            })
        };
        let (id, order) = (|| clock.id.clone(), clock.order);
        if !clock.is_open() {
            let again = || self.seen(after, order).all(&rule.runs_again_if);
            let runs_again = hears(&rule.runs_again_on) && again();
            return Ok(runs_again.then(|| Effect::RunAgain { clock: id(), order }));
        }
        if hears(&rule.met_by) {
            return Ok(Some(Effect::Meet { clock: id(), order }));
        }
        if hears(&rule.withdrawn_on) {
            return Ok(Some(Effect::Withdraw { clock: id(), order }));
        }
        match clock.paused {
            None if hears(&rule.pauses_on) => Ok(Some(Effect::Pause { clock: id(), order })),
            Some(paused) if hears(&rule.resumes_on) => self.resume(rule, clock, paused).map(Some),
            _ => Ok(None),
        }
    }
}

/// Whether a later clock took this one's place: only the latest of a kind answers to what happens.
fn superseded(case: &Case, index: usize, clock: &Clock) -> bool {
    let mut later = case.clocks.iter().skip(index + 1);
    later.any(|c| c.id == clock.id && c.order == clock.order)
}

/// Whether the latest clock of this kind still runs after the effects so far.
fn still_open(after: &Case, effects: &[Effect], rule: &ClockRule, order: Option<OrderNo>) -> bool {
    let ended = effects.iter().any(|e| {
        matches!(e, Effect::Meet { clock, order: of } | Effect::Withdraw { clock, order: of }
            if *clock == rule.id && *of == order)
    });
    !ended && after.clock(&rule.id, order).is_some_and(Clock::is_open)
}

fn starts_already(effects: &[Effect], rule: &ClockRule, order: Option<OrderNo>) -> bool {
    effects
        .iter()
        .any(|e| matches!(e, Effect::Start { clock, order: of, .. } if *clock == rule.id && *of == order))
}
