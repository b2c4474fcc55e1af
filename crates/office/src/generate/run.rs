//! Plays courses through the use cases, many side by side, each by a clock of its own.

use super::course::{Course, Step, course};
use super::dice::Dice;
use super::{Open, Plan};
use crate::demo::verifier::Registered;
use crate::demo::{DemoClock, city, neighbours};
use crate::{Done, Message, Office, Order, Problem};
use calendar::Instant;
use case::{Actor, CommandId};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

/// Cases on their way at once.
const AT_ONCE: u64 = 48;
/// Citizens there are: some come more than once.
const CITIZENS: i64 = 6000;
const CITIZEN: &str = "citizen";
/// The seed of what the demo has behind it.
const PAST: u64 = 20_201_019;

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Generated {
    /// Cases.
    pub cases: u64,
    /// Commands, the receiving included.
    pub commands: u64,
    /// Cases by the step in which they stand.
    pub steps: BTreeMap<String, u64>,
}

/// A view of the installation at `now`, with nobody told.
pub(super) fn office(open: &Open<'_>, now: Instant) -> Office {
    worker(open, now).0
}

fn worker(open: &Open<'_>, now: Instant) -> (Office, Arc<DemoClock>) {
    let clock = Arc::new(DemoClock::at(now));
    let office = open(clock.clone(), vec![Arc::new(Registered)]);
    office.tell_nobody();
    (office, clock)
}

pub(super) async fn run(
    open: &Open<'_>,
    j: &str,
    plan: Plan,
    now: Instant,
    mut each: impl FnMut(),
) -> Result<Generated, Problem> {
    let next = Arc::new(AtomicU64::new(0));
    let (tell, mut told) = mpsc::unbounded_channel();
    let mut workers: JoinSet<Result<(), Problem>> = JoinSet::new();
    for _ in 0..AT_ONCE.min(plan.cases) {
        let (office, clock) = worker(open, now);
        let (j, next, tell) = (j.to_owned(), next.clone(), tell.clone());
        workers.spawn(async move {
            loop {
                let case = next.fetch_add(1, Ordering::Relaxed);
                if case >= plan.cases {
                    return Ok(());
                }
                match one(&office, &clock, &j, plan.seed, case, now).await {
                    // Whoever counts stays until the last worker has gone.
                    Ok(done) => drop(tell.send(done)),
                    Err(problem) => {
                        next.store(plan.cases, Ordering::Relaxed);
                        return Err(problem);
                    }
                }
            }
        });
    }
    drop(tell);
    let mut generated = Generated::default();
    while let Some((commands, step)) = told.recv().await {
        generated.cases += 1;
        generated.commands += commands;
        *generated.steps.entry(step).or_default() += 1;
        each();
    }
    while let Some(worker) = workers.join_next().await {
        worker.map_err(|error| Problem::Corrupt(error.to_string()))??;
    }
    // What lapsed since the last act of a case is recorded now, so that nobody is told of it later.
    office(open, now).run_timers().await?;
    Ok(generated)
}

/// One case from its first minute to the stage at which it stands. Gives the number of commands and its step.
async fn one(
    office: &Office,
    clock: &DemoClock,
    j: &str,
    seed: u64,
    case: u64,
    now: Instant,
) -> Result<(u64, String), Problem> {
    let mut dice = Dice::of(seed, case);
    let course = course(&mut dice);
    played(
        office,
        clock,
        j,
        &format!("generate/{seed}/{case}"),
        course,
        &mut dice,
        now,
    )
    .await
}

/// So many finished cases that were received within the last days, where the demo's people are; none of them hears of it.
/// One after the other by one clock, which stands at `now` again when it is done: the same time and chance give the same cases.
///
/// # Errors
/// The store's.
pub(crate) async fn past(
    office: &Office,
    clock: &DemoClock,
    j: &str,
    (cases, days): (u64, i64),
    now: Instant,
) -> Result<(), Problem> {
    let (mut made, mut case) = (0, 0);
    while made < cases {
        let mut dice = Dice::of(PAST, case);
        case += 1;
        let mut course = course(&mut dice);
        if course.is_on_its_way() {
            continue;
        }
        course.rest = dice.between(30, (days * 24 * 60 - course.lasts()).max(60));
        played(office, clock, j, &format!("past/{case}"), course, &mut dice, now).await?;
        made += 1;
    }
    clock.set(now);
    office.run_timers().await?;
    Ok(())
}

async fn played(
    office: &Office,
    clock: &DemoClock,
    j: &str,
    name: &str,
    course: Course,
    dice: &mut Dice,
    now: Instant,
) -> Result<(u64, String), Problem> {
    // Cases do not all fall on the full minute.
    let mut at = now.plus_ms(-(course.rest + course.lasts()) * 60_000 - dice.between(0, 60_000));
    clock.set(at);
    let number = receive(office, j, name, &course, dice).await?;
    let (mut step, mut seen) = ("received".to_owned(), 1);
    let mut commands = 1;
    for (n, next) in (1..).zip(course.steps) {
        at = at.plus_ms(next.minutes * 60_000);
        clock.set(at);
        let id = format!("{name}/{n}");
        let done = act(office, j, &number, id, seen, next).await?;
        (step, seen) = (done.step, done.seq);
        commands += 1;
    }
    Ok((commands, step))
}

async fn receive(
    office: &Office,
    j: &str,
    id: &str,
    course: &Course,
    dice: &mut Dice,
) -> Result<case::CaseNumber, Problem> {
    let who = match course.operator {
        Some(login) => city::actor(login).ok_or(Problem::SignedOut)?,
        None => Actor::Citizen(None),
    };
    let citizen = usize::try_from(dice.between(0, CITIZENS)).unwrap_or_default();
    let message = Message {
        id: id.to_owned(),
        channel: course.channel.to_owned(),
        title: course.title.clone(),
        text: course.text.clone(),
        category: Some(course.category.to_owned()),
        place: Some(course.place.clone()),
        citizen: Some(neighbours::registered(citizen)),
        ..Message::default()
    };
    Ok(office.receive(j, &who, message).await?.number)
}

async fn act(
    office: &Office,
    j: &str,
    number: &case::CaseNumber,
    id: String,
    seen: u64,
    step: Step,
) -> Result<Done, Problem> {
    let who = match step.who {
        CITIZEN => Actor::Citizen(Some(number.clone())),
        login => city::actor(login).ok_or(Problem::SignedOut)?,
    };
    let order = Order {
        number: number.clone(),
        order: step.order,
        id: CommandId::from(id),
        seen: Some(seen),
        draft: step.draft,
        uploads: Vec::new(),
    };
    let what = order.draft.clone();
    let done = office.command(j, &who, order).await;
    done.map_err(|problem| match problem {
        Problem::Store(error) => Problem::Store(error),
        other => Problem::Corrupt(format!("{number}: {what:?}: {other}")),
    })
}
