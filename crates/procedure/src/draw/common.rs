//! Acts that many steps share: told once beside the lanes, not on every card.

use super::card::Card;
use super::row::{Row, place, row};
use crate::explain::Voice;
use crate::model::{ActRule, Do, Of, StepEnd};

/// From how many steps on an act is told beside the lanes.
const MANY: usize = 4;

/// An act that stands in many steps of a lane and moves nothing, or ends the matter.
pub(super) struct Shared<'a> {
    /// The same act in the same hands.
    pub(super) act: &'a ActRule,
    pub(super) steps: Vec<&'a str>,
}

/// What the steps of a lane share.
pub(super) fn shared<'a>(voice: &Voice<'a>, of: Of) -> Vec<Shared<'a>> {
    let p = voice.procedure;
    let mut all: Vec<Shared<'a>> = Vec::new();
    for act in p
        .acts
        .iter()
        .filter(|a| a.does != Do::Dispatch && a.only_where.is_empty())
    {
        let steps: Vec<&str> = act.in_steps.iter().map(String::as_str).collect();
        let here = steps.first().and_then(|s| p.step(s)).is_some_and(|s| s.of == of);
        let ends = act
            .to
            .as_ref()
            .is_none_or(|to| p.step(to).is_some_and(|s| s.end == StepEnd::Final));
        if !here || !ends || act.case_to.is_some() {
            continue;
        }
        let same = |s: &&mut Shared<'_>| s.act.does == act.does && s.act.by == act.by && s.act.to == act.to;
        match all.iter_mut().find(same) {
            Some(shared) => shared.steps.extend(steps),
            None => all.push(Shared { act, steps }),
        }
    }
    all.retain(|s| s.steps.len() >= MANY);
    all
}

impl Shared<'_> {
    /// Whether it moves the case or its work orders to the step.
    pub(super) fn leads_to(&self, step: &str) -> bool {
        self.act.to.as_deref() == Some(step) || self.act.orders.as_ref().is_some_and(|o| o.to == step)
    }

    /// Whether the rule is told by this one.
    pub(super) fn tells(&self, act: &ActRule) -> bool {
        let same = act.does == self.act.does && act.by == self.act.by && act.to == self.act.to;
        same && act.only_where.is_empty() && act.in_steps.iter().all(|s| self.steps.contains(&s.as_str()))
    }
}

/// The box that tells them; none where there is nothing to tell.
pub(super) fn card(voice: &Voice<'_>, of: Of, shared: &[Shared<'_>], width: f64) -> Option<Card> {
    if shared.is_empty() {
        return None;
    }
    let name = match of {
        Of::Case => voice.say("draw-common-cases", &[]),
        Of::Order => voice.say("draw-common-orders", &[]),
    };
    let steps = voice.procedure.steps.iter();
    let open: Vec<&str> = steps
        .filter(|s| s.of == of && s.end == StepEnd::No)
        .map(|s| s.id.as_str())
        .collect();
    let rows = shared.iter().map(|s| told(voice, s, &open, width)).collect();
    Some(Card::of_rows(name, rows, width))
}

fn told(voice: &Voice<'_>, shared: &Shared<'_>, open: &[&str], width: f64) -> Row {
    let everywhere = open.iter().all(|id| shared.steps.contains(id));
    let mut names: Vec<String> = Vec::new();
    if everywhere {
        names.push(voice.say("draw-everywhere", &[]));
    }
    let named = shared.steps.iter().filter(|id| !everywhere || !open.contains(id));
    names.extend(named.map(|id| voice.step(id)));
    let names = names.join(&voice.say("explain-comma", &[]));
    let said = voice.say("draw-in-steps", &[("steps", names)]);
    let act = shared.act;
    let to = act.to.as_deref().and_then(|id| place(voice, id));
    let orders = act.orders.as_ref().and_then(|o| place(voice, &o.to));
    let mut row = row(
        voice,
        (voice.act(act.does), voice.roles(&act.by)),
        &said,
        (to, orders),
        width,
    );
    (row.own, row.cross) = (None, None);
    row
}
