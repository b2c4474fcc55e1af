//! The lines of a card that lead on: who does what, on which conditions, and where it leads.

use super::card::{BODY, INNER, SMALL};
use super::measure::{width, wrap};
use crate::explain::Voice;
use crate::model::{ActRule, Do, Of, Step};

/// Something that leads on.
pub(super) struct Row {
    pub(super) act: String,
    /// Who does it; more lines than one where they are many.
    pub(super) by: Vec<String>,
    /// Where it leads, as the reader sees it.
    pub(super) target: Vec<String>,
    /// Whether there is no room for that beside the act, so that it has lines of its own.
    pub(super) below: bool,
    /// On which conditions, in lines.
    pub(super) conditions: Vec<String>,
    /// For those who cannot see the picture.
    pub(super) title: String,
    /// The step in the same lane to which it leads.
    pub(super) own: Option<usize>,
    /// The step in the other lane that it moves.
    pub(super) cross: Option<usize>,
    /// By itself, when a clock lapses.
    pub(super) by_itself: bool,
    pub(super) y: f64,
}

/// What leads on from a step: its acts, and the clocks whose lapse does so by itself.
pub(super) fn rows(voice: &Voice<'_>, acts: &[&ActRule], step: &Step, width: f64) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for act in acts {
        let (own, cross) = (own(voice, act, step), cross(voice, act, step));
        if own.is_none() && cross.is_none() {
            continue;
        }
        let conditions: Vec<String> = act.only_where.iter().map(|c| voice.condition(c)).collect();
        let said = match conditions.join(&voice.say("explain-comma", &[])) {
            none if none.is_empty() => none,
            some => voice.say("draw-if", &[("conditions", some)]),
        };
        rows.push(row(
            voice,
            (voice.act(act.does), voice.roles(&act.by)),
            &said,
            (own, cross),
            width,
        ));
    }
    for clock in step.clocks.iter().filter_map(|id| voice.procedure.clock(id)) {
        let to = clock.lapse_to.as_deref().and_then(|id| place(voice, id));
        let own = to.filter(|i| is_not(voice, *i, step));
        if own.is_some() {
            let act = voice.say("draw-lapse", &[("clock", voice.words(&clock.name))]);
            let mut lapse = row(voice, (act, String::new()), "", (own, None), width);
            lapse.by_itself = true;
            rows.push(lapse);
        }
    }
    rows
}

/// One line; `said` stands below it in small letters.
pub(super) fn row(
    voice: &Voice<'_>,
    (act, roles): (String, String),
    said: &str,
    (own, cross): (Option<usize>, Option<usize>),
    card: f64,
) -> Row {
    let target = targets(voice, own, cross);
    let room = card - 2.0 * INNER;
    let free = room - width(&act, BODY) - 22.0;
    let below = width(&target, BODY) > free;
    let first = if below { free } else { free - width(&target, BODY) };
    let indented = room - 12.0;
    let by = if roles.is_empty() {
        Vec::new()
    } else {
        wrap(&roles, SMALL, first.max(1.0), indented)
    };
    let conditions = if said.is_empty() {
        Vec::new()
    } else {
        wrap(said, SMALL, indented, indented)
    };
    let by_whom = voice.say("draw-by", &[("act", act.clone()), ("roles", roles)]);
    let title = format!("{by_whom} {target} {said}");
    Row {
        act,
        by,
        target: wrap(&target, BODY, room, room),
        below,
        conditions,
        title: title.trim().to_owned(),
        own,
        cross,
        by_itself: false,
        y: 0.0,
    }
}

impl Row {
    /// Lines above the conditions.
    pub(super) fn head(&self) -> usize {
        let below = if self.below { self.target.len() } else { 0 };
        self.by.len().max(1) + below
    }
}

/// Where it leads, in words: `→ done · case → to be replied to`.
fn targets(voice: &Voice<'_>, own: Option<usize>, cross: Option<usize>) -> String {
    let step = |i: Option<usize>| i.and_then(|i| voice.procedure.steps.get(i));
    let here = step(own).map(|s| format!("→ {}", voice.words(&s.name)));
    let there = step(cross).map(|s| {
        let lane = if s.of == Of::Case {
            "draw-case"
        } else {
            "draw-order"
        };
        format!("{} → {}", voice.say(lane, &[]), voice.words(&s.name))
    });
    here.into_iter().chain(there).collect::<Vec<_>>().join(" · ")
}

/// The place of a step among those of the file.
pub(super) fn place(voice: &Voice<'_>, id: &str) -> Option<usize> {
    voice.procedure.steps.iter().position(|s| s.id == id)
}

fn is_not(voice: &Voice<'_>, at: usize, step: &Step) -> bool {
    voice.procedure.steps.get(at).is_some_and(|s| s.id != step.id)
}

/// The other step of the same lane to which the act leads.
pub(super) fn own(voice: &Voice<'_>, act: &ActRule, step: &Step) -> Option<usize> {
    act.to
        .as_deref()
        .and_then(|id| place(voice, id))
        .filter(|i| is_not(voice, *i, step))
}

/// The step of the other lane that the act moves something to.
pub(super) fn cross(voice: &Voice<'_>, act: &ActRule, step: &Step) -> Option<usize> {
    let to = match step.of {
        Of::Case if act.does == Do::Dispatch => Some(voice.procedure.head.first_order_step.as_str()),
        Of::Case => act.orders.as_ref().map(|o| o.to.as_str()),
        Of::Order => act.case_to.as_deref(),
    };
    to.and_then(|id| place(voice, id))
}
