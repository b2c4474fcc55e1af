//! What falls due by itself: lapses, and the rungs of urging around due times. Each happens once.

use crate::facts::Seen;
use crate::{Act, Actor, By, Case, Clock, Effect, Event, Rules, priorities};
use calendar::{Instant, Unit};
use procedure::{ClockRule, Ruled, Rung, RungDo, RungTime};

/// The lapses and rungs due up to and including `now`, in the order in which they fell due.
pub fn tick(rules: &Rules<'_>, case: &Case, now: Instant) -> Vec<Event> {
    let mut events = Vec::new();
    let Some(first) = earliest(rules, case, now) else {
        return events;
    };
    let mut work = case.clone();
    let mut next = Some(first);
    while let Some(due) = next {
        let event = event(rules, &work, &due);
        work.apply(&event);
        events.push(event);
        next = earliest(rules, &work, now);
    }
    events
}

/// When a timer has to look at the clock with this index next; `None` when nothing more will fire.
pub fn next_timer(rules: &Rules<'_>, case: &Case, index: u32) -> Option<Instant> {
    let clock = case.clocks.get(index as usize)?;
    next_on(rules, case, clock, index, None).map(|thing| thing.at)
}

/// Something that falls due on a clock.
struct DueThing<'a> {
    at: Instant,
    index: u32,
    /// The rung; the lapse itself where absent.
    rung: Option<&'a Rung>,
}

impl DueThing<'_> {
    /// What comes first: the earlier, and the lapse before a rung of the same moment.
    fn order(&self) -> (Instant, bool) {
        (self.at, self.rung.is_some())
    }
}

fn earliest<'a>(rules: &Rules<'a>, case: &Case, now: Instant) -> Option<DueThing<'a>> {
    (0..)
        .zip(&case.clocks)
        .filter_map(|(index, clock)| next_on(rules, case, clock, index, Some(now)))
        .filter(|thing| thing.at <= now)
        .min_by_key(DueThing::order)
}

/// The first thing that is still to fall due on a clock. With `until`, what surely comes later is not counted out.
fn next_on<'a>(
    rules: &Rules<'a>,
    case: &Case,
    clock: &Clock,
    index: u32,
    until: Option<Instant>,
) -> Option<DueThing<'a>> {
    if !clock.is_open() || clock.paused.is_some() {
        return None;
    }
    let lapse = DueThing {
        at: clock.due,
        index,
        rung: None,
    };
    let mut first = clock.lapsed.is_none().then_some(lapse);
    let unit = clock
        .order
        .and_then(|no| case.order(no))
        .map(|o| o.unit.id.as_str());
    let own = |rung: &&Rung| rung.unit.is_none() || rung.unit.as_deref() == unit;
    for rung in rules
        .procedure
        .rungs
        .iter()
        .filter(|r| r.clock == clock.id)
        .filter(own)
    {
        // the lapse comes before everything at and after the due time
        let waits_for_lapse = clock.lapsed.is_none() && rung.when != RungTime::Before;
        if waits_for_lapse || until.is_some_and(|until| surely_after(rung, clock, until)) {
            continue;
        }
        if case.rungs.iter().any(|(i, id)| *i == index && *id == rung.id) {
            continue;
        }
        let thing = rung_time(rules, rung, clock).map(|at| DueThing {
            at,
            index,
            rung: Some(rung),
        });
        first = first.into_iter().chain(thing).min_by_key(DueThing::order);
    }
    first
}

/// Whether a rung before the due time is further off than any count of its distance can bring it.
fn surely_after(rung: &Rung, clock: &Clock, until: Instant) -> bool {
    let (RungTime::Before, Some(by)) = (rung.when, rung.by) else {
        return false;
    };
    let hours = match by.unit {
        Unit::Minutes => i64::from(by.amount) / 60 + 1,
        Unit::Hours => i64::from(by.amount),
        Unit::Days => (i64::from(by.amount) + 1) * 24,
        Unit::Months => (i64::from(by.amount) * 31 + 1) * 24,
        Unit::Workdays | Unit::Workhours => return false,
    };
    until < clock.due.plus_ms(-hours * 3_600_000)
}

/// When a rung fires. One that would fall before the clock began does not fire at all.
fn rung_time(rules: &Rules<'_>, rung: &Rung, clock: &Clock) -> Option<Instant> {
    let counting = rules.procedure.head.counting();
    match (rung.when, rung.by) {
        (RungTime::At, _) | (_, None) => Some(clock.due),
        (RungTime::Before, Some(by)) => rules
            .calendar
            .before(clock.due, by)
            .ok()
            .map(|d| d.due)
            .filter(|at| *at > clock.from),
        (RungTime::After, Some(by)) => rules.calendar.due(clock.due, by, counting).ok().map(|d| d.due),
    }
}

fn event(rules: &Rules<'_>, case: &Case, thing: &DueThing<'_>) -> Event {
    let clock = case.clocks.get(thing.index as usize);
    let rule = clock.and_then(|c| rules.procedure.clock(&c.id));
    let order = clock.and_then(|c| c.order);
    let at = case.last.map_or(thing.at, |last| last.max(thing.at));
    let (act, basis, mut effects) = match thing.rung {
        None => {
            let act = Act::Lapse {
                index: thing.index,
                clock: clock.map(|c| c.id.clone()).unwrap_or_default(),
            };
            let basis = rule.map_or(procedure::Basis::House, Ruled::basis);
            (act, basis, lapse_effects(rules, case, rule))
        }
        Some(rung) => {
            let act = Act::Rung {
                rung: rung.id.clone(),
                index: thing.index,
            };
            (act, rung.basis(), rung_effects(rules, case, rung, order, at))
        }
    };
    let mut event = Event {
        at,
        by: By::System,
        act,
        order,
        basis,
        effects: Vec::new(),
    };
    event.effects.append(&mut effects);
    let mut after = case.clone();
    after.apply(&event);
    event
        .effects
        .extend(priorities::select(rules, &after, &event.act, &Actor::System, at));
    event
}

/// A lapse moves the case on where the clock says so, and only while the case still waits on it.
fn lapse_effects(rules: &Rules<'_>, case: &Case, rule: Option<&ClockRule>) -> Vec<Effect> {
    let Some((rule, to)) = rule.and_then(|r| r.lapse_to.as_ref().map(|to| (r, to))) else {
        return Vec::new();
    };
    let waits = rules
        .procedure
        .step(&case.step)
        .is_some_and(|s| s.clocks.contains(&rule.id));
    if waits {
        vec![Effect::Step {
            order: None,
            to: to.clone(),
        }]
    } else {
        Vec::new()
    }
}

fn rung_effects(
    rules: &Rules<'_>,
    case: &Case,
    rung: &Rung,
    order: Option<u16>,
    now: Instant,
) -> Vec<Effect> {
    let of = order.and_then(|no| case.order(no));
    let seen = Seen {
        rules,
        case,
        order: of,
        act: None,
        who: &Actor::System,
        now,
    };
    let mut effects = Vec::new();
    if let (RungDo::Supervise, Some(priority)) = (rung.does, &rung.priority) {
        effects.push(Effect::Select {
            priority: priority.clone(),
        });
    }
    effects.extend(crate::decide::of_rung(&seen, rung));
    for who in &rung.tell {
        for whom in crate::decide::resolve(&seen, case, who, of.map(|o| &o.unit.id)) {
            effects.push(Effect::Tell {
                whom,
                template: rung.template.clone(),
                order,
            });
        }
    }
    effects
}
