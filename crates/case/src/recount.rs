//! Clocks counted anew: another table of holidays came into force, and the due times of an open case follow it.

use crate::act::Recounting;
use crate::{Act, By, Case, Clock, Effect, Event, OrderNo, Rules, clocks};
use calendar::{DueError, Instant};
use procedure::Basis;

/// The event that counts the clocks of a case anew by the calendar in `rules`; `was` is the hash of the one before.
///
/// Start, limit, extensions and pauses stay as they were. A clock that was met keeps its due time unless the new one is later:
/// nobody becomes late afterwards. Lapses that fall due by the new times are for the timer.
///
/// # Errors
/// A due time beyond all calendars.
pub fn recount(rules: &Rules<'_>, case: &Case, was: &str, now: Instant) -> Result<Event, DueError> {
    let now = case.last.map_or(now, |last| last.max(now));
    let mut effects = Vec::new();
    // Clocks counted back from another come after it.
    let hangs = |id: &str| {
        rules
            .procedure
            .clock(id)
            .is_some_and(|rule| rule.before.is_some())
    };
    let clocks = (0..).zip(&case.clocks);
    let (hanging, free): (Vec<_>, Vec<_>) = clocks.partition(|(_, clock)| hangs(&clock.id));
    for (index, clock) in free.into_iter().chain(hanging) {
        let Some(rule) = rules.procedure.clock(&clock.id) else {
            continue;
        };
        if clock.withdrawn.is_some() {
            continue;
        }
        let other = |id: &str, order: Option<OrderNo>| due_of(case, &effects, id, order);
        let Some((due, provisional)) = clocks::due_again(rules, rule, clock, &other)? else {
            continue;
        };
        let stays = clock.met.is_some() && due <= clock.due;
        if stays || (due == clock.due && provisional == clock.provisional) {
            continue;
        }
        effects.push(Effect::Recount {
            index,
            clock: clock.id.clone(),
            order: clock.order,
            was: clock.due,
            due,
            provisional,
        });
        if untrue(clock, due, now) {
            effects.push(Effect::LapseWithdrawn {
                index,
                clock: clock.id.clone(),
                order: clock.order,
                was: clock.due,
            });
        }
    }
    Ok(Event {
        at: now,
        by: By::System,
        act: Act::Recount(Recounting {
            calendar: rules.calendar.id().to_owned(),
            hash: rules.calendar.hash().to_owned(),
            was: was.to_owned(),
        }),
        order: None,
        basis: Basis::Product("recount".to_owned()),
        effects,
    })
}

/// The due time of the latest clock of a kind after the effects so far, and whether it is provisional.
fn due_of(case: &Case, effects: &[Effect], id: &str, order: Option<OrderNo>) -> Option<(Instant, bool)> {
    let position = case.clocks.iter().rposition(|c| c.id == id && c.order == order)?;
    let (index, clock) = (u32::try_from(position).ok()?, case.clocks.get(position)?);

    let moved = effects.iter().find_map(|effect| match effect {
        Effect::Recount {
            index: of,
            due,
            provisional,
            ..
        } if *of == index => Some((*due, *provisional)),
        _ => None,
    });
    Some(moved.unwrap_or((clock.due, clock.provisional)))
}

/// Whether a lapse was recorded that never was one by the new due time.
fn untrue(clock: &Clock, due: Instant, now: Instant) -> bool {
    clock.lapsed.is_some() && clock.met.unwrap_or(now) < due
}
