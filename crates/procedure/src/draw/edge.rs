//! Tracks: for each step one line beside the lane that gathers everything that leads to it.

use super::card::Card;

/// Between two tracks.
pub(super) const PITCH: f64 = 14.0;

/// Beside which cards a track runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    /// Left of the cases.
    Cases,
    /// Right of the work orders.
    Orders,
    /// Between the two lanes.
    Middle,
}

/// One way into a step.
pub(super) struct Source {
    /// The edge of the card it comes from.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) by_itself: bool,
}

/// All ways into a step on one side.
pub(super) struct Track {
    pub(super) channel: Channel,
    pub(super) target: usize,
    /// Where it enters the card.
    pub(super) end: (f64, f64),
    /// Whether it enters from the left.
    pub(super) from_left: bool,
    pub(super) sources: Vec<Source>,
    /// Counted from the cards outwards; from the left in the middle.
    pub(super) slot: usize,
}

impl Track {
    /// From where to where it runs, downwards.
    pub(super) fn span(&self) -> (f64, f64) {
        let ys = || self.sources.iter().map(|s| s.y).chain([self.end.1]);
        (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max))
    }
}

/// The tracks of all cards, each with its slot. Steps that follow one another directly need none: an arrow between
/// the two cards says it.
pub(super) fn tracks(cases: &[Card], orders: &[Card]) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for (lane, other, own) in [(cases, orders, Channel::Cases), (orders, cases, Channel::Orders)] {
        let left_lane = own == Channel::Cases;
        for (index, card) in lane.iter().enumerate() {
            let next = lane.get(index + 1).map(|c| c.step);
            for row in &card.rows {
                let y = card.y + row.y + 10.0;
                let (outer, inner) = if left_lane {
                    (card.x, card.x + card.width)
                } else {
                    (card.x + card.width, card.x)
                };
                if let Some(target) = row.own.filter(|t| Some(*t) != next).and_then(|t| find(lane, t)) {
                    let source = Source {
                        x: outer,
                        y,
                        by_itself: row.by_itself,
                    };
                    let end = if left_lane {
                        target.x
                    } else {
                        target.x + target.width
                    };
                    add(&mut tracks, own, target, (end, left_lane), source);
                }
                if let Some(target) = row.cross.and_then(|t| find(other, t)) {
                    let source = Source {
                        x: inner,
                        y,
                        by_itself: row.by_itself,
                    };
                    let end = if left_lane {
                        target.x
                    } else {
                        target.x + target.width
                    };
                    add(&mut tracks, Channel::Middle, target, (end, left_lane), source);
                }
            }
        }
    }
    for channel in [Channel::Cases, Channel::Orders, Channel::Middle] {
        slots(&mut tracks, channel);
    }
    tracks
}

fn find(lane: &[Card], step: usize) -> Option<&Card> {
    lane.iter().find(|c| c.step == step)
}

fn add(
    tracks: &mut Vec<Track>,
    channel: Channel,
    target: &Card,
    (x, from_left): (f64, bool),
    source: Source,
) {
    match tracks
        .iter_mut()
        .find(|t| t.channel == channel && t.target == target.step)
    {
        Some(track) => track.sources.push(source),
        None => tracks.push(Track {
            channel,
            target: target.step,
            end: (x, target.y + 20.0),
            from_left,
            sources: vec![source],
            slot: 0,
        }),
    }
}

/// Short tracks next to the cards, long ones outside; none beside itself in the same slot.
fn slots(tracks: &mut [Track], channel: Channel) {
    let mut here: Vec<usize> = tracks
        .iter()
        .enumerate()
        .filter(|(_, t)| t.channel == channel)
        .map(|(i, _)| i)
        .collect();
    let length = |t: &Track| t.span().1 - t.span().0;
    here.sort_by(|a, b| {
        let of = |i: &usize| tracks.get(*i).map_or(0.0, length);
        of(a).total_cmp(&of(b))
    });
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    for index in here {
        let Some(track) = tracks.get_mut(index) else {
            continue;
        };
        let (top, bottom) = track.span();
        let free = |spans: &Vec<(f64, f64)>| spans.iter().all(|(a, b)| bottom + 8.0 < *a || *b + 8.0 < top);
        let slot = taken.iter().position(free).unwrap_or(taken.len());
        if slot == taken.len() {
            taken.push(Vec::new());
        }
        if let Some(spans) = taken.get_mut(slot) {
            spans.push((top, bottom));
        }
        track.slot = slot;
    }
}
