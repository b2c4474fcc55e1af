//! What stands on the card of a step: its name, its clocks, what leads on, and what else may be done there.

use super::common::Shared;
use super::measure::{fit, width as measure, wrap};
use super::row::{Row, cross, own, rows};
use crate::explain::Voice;
use crate::model::{ActRule, ClockRule, Do, Of, Ruled, Step, StepEnd};

/// Sizes in pixels. Everything on a card keeps to a grid of 20, so that lines of the two lanes never meet.
pub(super) const GRID: f64 = 20.0;
pub(super) const INNER: f64 = 14.0;
pub(super) const TITLE: f64 = 16.0;
pub(super) const BODY: f64 = 13.5;
pub(super) const SMALL: f64 = 12.0;
/// Between the lines of small text.
pub(super) const LINE: f64 = 18.0;
/// The height of a name, and the room below the last line.
const HEAD: f64 = 2.0 * GRID;
const FOOT: f64 = 6.0;

/// A clock on a card.
pub(super) struct Badge {
    pub(super) text: String,
    pub(super) right: bool,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
}

pub(super) struct Card {
    pub(super) step: usize,
    pub(super) name: String,
    pub(super) basis: String,
    pub(super) end: bool,
    pub(super) badges: Vec<Badge>,
    pub(super) note: Vec<String>,
    pub(super) note_y: f64,
    pub(super) rows: Vec<Row>,
    pub(super) also: Vec<String>,
    pub(super) also_y: f64,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Card {
    /// A box that is no step, at the origin.
    pub(super) fn of_rows(name: String, rows: Vec<Row>, width: f64) -> Self {
        let mut card = Self {
            step: usize::MAX,
            name,
            basis: String::new(),
            end: false,
            badges: Vec::new(),
            note: Vec::new(),
            note_y: 0.0,
            rows,
            also: Vec::new(),
            also_y: 0.0,
            x: 0.0,
            y: 0.0,
            width,
            height: HEAD,
        };
        card.place_rows();
        card.height += FOOT;
        card
    }

    /// The card of a step, at the origin; the plan moves it. What many steps share is told elsewhere.
    pub(super) fn of(voice: &Voice<'_>, at: usize, step: &Step, shared: &[&Shared<'_>], width: f64) -> Self {
        let told = |act: &ActRule| shared.iter().any(|s| s.tells(act));
        let acts: Vec<&ActRule> = voice
            .procedure
            .acts
            .iter()
            .filter(|a| a.in_steps.contains(&step.id) && !told(a))
            .collect();
        let mut card = Self::of_rows(voice.words(&step.name), Vec::new(), width);
        card.step = at;
        card.basis = step.clause().map(ToString::to_string).unwrap_or_default();
        card.end = step.end == StepEnd::Final;
        card.rows = rows(voice, &acts, step, width);
        card.height = HEAD;
        card.badge(voice, step);
        if let Some(reason) = &step.no_clock {
            let text = voice.say("draw-no-clock", &[("text", voice.words(reason))]);
            card.note = wrap(&text, SMALL, card.room(), card.room());
            card.note_y = card.height;
            card.height += card.note.len() as f64 * GRID;
        }
        card.place_rows();
        let from = shared.iter().filter(|s| s.leads_to(&step.id));
        let mut from: Vec<String> = from.map(|s| voice.act(s.act.does)).collect();
        from.dedup();
        let here = also(voice, &acts, step);
        for (key, acts) in [("draw-from-many", from), ("draw-also", here)] {
            if !acts.is_empty() {
                let text = voice.say(key, &[("acts", acts.join(&voice.say("explain-comma", &[])))]);
                card.also.extend(wrap(&text, SMALL, card.room(), card.room()));
            }
        }
        if step.of == Of::Case && !card.end && card.rows.iter().all(|r| r.own.is_none()) {
            card.also.insert(0, voice.say("draw-by-orders", &[]));
        }
        if !card.also.is_empty() {
            card.also_y = card.height + 6.0;
            card.height += card.also.len() as f64 * LINE + 6.0;
        }
        card.height += FOOT;
        card
    }

    fn place_rows(&mut self) {
        for row in &mut self.rows {
            row.y = self.height;
            let lines = row.head() + row.conditions.len();
            self.height += lines as f64 * GRID;
        }
    }

    fn room(&self) -> f64 {
        self.width - 2.0 * INNER
    }

    fn badge(&mut self, voice: &Voice<'_>, step: &Step) {
        let clocks: Vec<&ClockRule> = step
            .clocks
            .iter()
            .filter_map(|id| voice.procedure.clock(id))
            .collect();
        let mut x = INNER;
        let mut y = self.height - 4.0;
        for clock in &clocks {
            let text = fit(&label(voice, clock), SMALL, self.room() - 30.0);
            let wide = measure(&text, SMALL) + 30.0;
            if x > INNER && x + wide > self.width - INNER {
                x = INNER;
                y += GRID + 2.0;
            }
            self.badges.push(Badge {
                text,
                right: clock.right,
                x,
                y,
                width: wide,
            });
            x += wide + 8.0;
        }
        if !clocks.is_empty() {
            self.height = ((y + GRID) / GRID).ceil() * GRID;
        }
    }
}

/// The name of a clock, with its limit where the name does not say it.
fn label(voice: &Voice<'_>, clock: &ClockRule) -> String {
    let (name, limit) = (voice.words(&clock.name), voice.length(clock));
    let amount = clock.limit.map(|l| l.amount.to_string());
    let said = name.contains(&limit) || amount.is_some_and(|amount| name.contains(&amount));
    if said { name } else { format!("{name} {limit}") }
}

/// Acts that may be done here and leave everything where it stands, each once with all who may do it.
fn also(voice: &Voice<'_>, here: &[&ActRule], step: &Step) -> Vec<String> {
    let mut acts: Vec<(Do, Vec<String>)> = Vec::new();
    for act in here {
        if own(voice, act, step).is_some() || cross(voice, act, step).is_some() {
            continue;
        }
        match acts.iter_mut().find(|(does, _)| *does == act.does) {
            Some((_, roles)) => {
                let new = act
                    .by
                    .iter()
                    .filter(|r| !roles.contains(r))
                    .cloned()
                    .collect::<Vec<_>>();
                roles.extend(new);
            }
            None => acts.push((act.does, act.by.clone())),
        }
    }
    let said = acts.iter().map(|(does, roles)| {
        voice.say(
            "draw-by",
            &[("act", voice.act(*does)), ("roles", voice.roles(roles))],
        )
    });
    said.collect()
}
