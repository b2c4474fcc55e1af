//! Where everything stands: two lanes of cards, the channels beside them, the head above.

use super::card::{Card, GRID, INNER, SMALL};
use super::common::{self, Shared};
use super::edge::{Channel, PITCH, Track, tracks};
use super::measure::wrap;
use super::order;
use crate::explain::Voice;
use crate::model::{Do, Of};
use calendar::Lang;

/// Around the whole, and between the cards of a lane.
const MARGIN: f64 = 24.0;
const GAP: f64 = 30.0;
/// Cards of work orders stand beside the grid of the cases, so that lines of the two lanes never meet.
const OFF_GRID: f64 = 5.0;

pub(super) struct Plan {
    pub(super) cases: Vec<Card>,
    pub(super) orders: Vec<Card>,
    /// Boxes that are no steps: what many steps share.
    pub(super) boxes: Vec<Card>,
    pub(super) tracks: Vec<Track>,
    /// Left, top and right of each lane's ground.
    pub(super) lanes: [(f64, f64, f64); 2],
    pub(super) width: f64,
    pub(super) height: f64,
    /// Who acts, in lines.
    pub(super) people: Vec<String>,
}

impl Plan {
    pub(super) fn of(voice: &Voice<'_>) -> Self {
        let card_width = if voice.lang == Lang::Zh { 430.0 } else { 500.0 };
        let shared = [Of::Case, Of::Order].map(|of| (of, common::shared(voice, of)));
        let told: Vec<&Shared<'_>> = shared.iter().flat_map(|(_, shared)| shared).collect();
        let [mut cases, mut orders] = shared.each_ref().map(|(of, _)| {
            let steps = order::of(voice.procedure, *of).into_iter();
            let card = |i: usize| {
                voice
                    .procedure
                    .steps
                    .get(i)
                    .map(|s| Card::of(voice, i, s, &told, card_width))
            };
            steps.filter_map(card).collect::<Vec<_>>()
        });
        let boxes = shared
            .iter()
            .filter_map(|(of, shared)| common::card(voice, *of, shared, card_width));
        let mut boxes: Vec<Card> = boxes.collect();

        let roles = voice
            .procedure
            .roles
            .iter()
            .map(|r| r.id.clone())
            .collect::<Vec<_>>();
        let people = voice.say("draw-people", &[("roles", voice.roles(&roles))]);
        let people = wrap(&people, SMALL + 1.0, card_width * 2.0, card_width * 2.0);
        let top = grid(90.0 + people.len() as f64 * GRID);
        stack(&mut cases, top + 5.0 * GRID);
        let below_boxes = stack(&mut boxes, top);
        let beside = beside(voice, &cases).max(below_boxes + 3.0 * GRID);
        stack(&mut orders, grid(beside) + OFF_GRID);

        // the channels are as wide as their tracks, which are only known once the cards stand
        let first = tracks(&cases, &orders);
        let channel = |c: Channel| {
            let slots = first.iter().filter(|t| t.channel == c).map(|t| t.slot + 1);
            slots.max().unwrap_or(0) as f64 * PITCH + 2.0 * INNER
        };
        let cases_x = MARGIN + channel(Channel::Cases);
        let orders_x = cases_x + card_width + channel(Channel::Middle) + INNER;
        let cases_end = cases_x + card_width + INNER;
        let orders_end = orders_x + card_width + channel(Channel::Orders);
        cases.iter_mut().for_each(|c| c.x = cases_x);
        orders.iter_mut().chain(&mut boxes).for_each(|c| c.x = orders_x);
        let right = if orders.is_empty() && boxes.is_empty() {
            cases_end
        } else {
            orders_end
        };
        let bottom = cases
            .iter()
            .chain(&orders)
            .chain(&boxes)
            .map(|c| c.y + c.height)
            .fold(0.0, f64::max);
        let orders_top = orders.first().map_or(top, |c| c.y - 2.0 * GRID);
        Self {
            tracks: tracks(&cases, &orders),
            lanes: [
                (MARGIN, top, cases_end),
                (orders_x - INNER, orders_top, orders_end),
            ],
            cases,
            orders,
            boxes,
            width: (right + MARGIN).max(720.0),
            height: bottom + 2.0 * MARGIN,
            people,
        }
    }

    /// Where a track stands from left to right.
    pub(super) fn track_x(&self, track: &Track) -> f64 {
        let out = INNER + track.slot as f64 * PITCH;
        match track.channel {
            Channel::Cases => self.cases.first().map_or(0.0, |c| c.x) - out,
            Channel::Orders => self.orders.first().map_or(0.0, |c| c.x + c.width) + out,
            Channel::Middle => self.cases.first().map_or(0.0, |c| c.x + c.width) + INNER + out,
        }
    }
}

fn grid(y: f64) -> f64 {
    (y / GRID).ceil() * GRID
}

/// Puts cards one below the other, all at the same place of the grid, and says where they end.
fn stack(cards: &mut [Card], top: f64) -> f64 {
    let mut y = top;
    let mut end = top;
    for card in cards {
        card.y = y;
        end = y + card.height;
        y += grid(card.height + GAP);
    }
    end
}

/// The work orders begin beside the case that waits for them, as far as that makes the picture no longer.
fn beside(voice: &Voice<'_>, cases: &[Card]) -> f64 {
    let first = cases.first().map_or(0.0, |c| c.y);
    let dispatch = voice.procedure.acts.iter().find(|a| a.does == Do::Dispatch);
    let from = dispatch.and_then(|a| a.in_steps.first());
    let place = from.and_then(|id| voice.procedure.steps.iter().position(|s| s.id == *id));
    place
        .and_then(|p| cases.iter().find(|c| c.step == p))
        .map_or(first, |c| c.y)
}
