//! The queues of a person: what waits for them first, then step by step, then everything open.

use crate::handle::signed::Desk;
use crate::shell::{Entry, PageError, T};
use crate::state::AppState;
use case::access::Wish;
use office::view::bench::due_bounds;
use procedure::Do;
use store::{DueBounds, DueGroup, Narrow, QueueOf};

/// One of the person's queues.
pub(crate) struct OneQueue {
    pub(crate) id: String,
    label: String,
    pub(crate) holds: Holds,
    count: u64,
}

/// What it holds.
pub(crate) enum Holds {
    /// Work orders of the person's unit, in these steps only where any is named.
    Unit(Vec<String>),
    /// Cases.
    Cases(Box<QueueOf>),
}

impl OneQueue {
    /// The tab that leads to it.
    pub(crate) fn tab(&self) -> Entry {
        let mut entry = Entry::new(&format!("/desk?queue={}", self.id), self.label.clone());
        entry.count = u32::try_from(self.count).ok();
        entry
    }
}

/// Where today ends, and the next workdays.
pub(crate) fn bounds(state: &AppState, desk: &Desk) -> DueBounds {
    due_bounds(&desk.adopted.calendar, state.office.now())
}

/// The queues of this person, each with how much it holds.
pub(crate) async fn queues(state: &AppState, desk: &Desk) -> Result<Vec<OneQueue>, PageError> {
    let (t, office, bounds) = (desk.here.t, &state.office, bounds(state, desk));
    let mut found = Vec::new();
    if desk.may(Wish::ListUnit) {
        let steps = office.own_order_steps(&desk.j, desk.actor()).await?;
        let mut all = vec![("unit", t.say("desk-queue-unit"), Vec::new())];
        if !steps.is_empty() {
            all.insert(0, ("own", t.say("desk-queue-mine"), steps));
        }
        for (id, label, steps) in all {
            let narrow = Narrow {
                order_steps: steps.clone(),
                ..Narrow::default()
            };
            let counts = office
                .unit_due_counts(&desk.j, desk.actor(), &narrow, bounds)
                .await?;
            found.push(OneQueue {
                id: id.to_owned(),
                label,
                holds: Holds::Unit(steps),
                count: counts.iter().sum(),
            });
        }
    }
    let mine = office.my_queue(&desk.j, desk.actor()).await?;
    let mut of_cases = apart(t, &mine);
    if desk.may(Wish::ListAll) {
        of_cases.extend(office_queues(desk, &mine, bounds));
    }
    for (id, label, of) in of_cases {
        let count = office.queue_count(&desk.j, desk.actor(), &of).await?;
        found.push(OneQueue {
            id,
            label,
            holds: Holds::Cases(Box::new(of)),
            count,
        });
    }
    Ok(found)
}

/// Queues for those who see every case.
fn office_queues(desk: &Desk, mine: &QueueOf, bounds: DueBounds) -> Vec<(String, String, QueueOf)> {
    let (t, rules) = (desk.here.t, &desk.adopted.procedure);
    let mut all = Vec::new();
    if *mine != QueueOf::default() {
        all.push(("mine".to_owned(), t.say("desk-queue-mine"), mine.clone()));
    }
    // whoever the rules name first for supervising begins with what is late; others who urge find it beside
    let held = |role: &String| desk.signed.posts().iter().any(|post| post.role == *role);
    let does = |act: Do| rules.acts.iter().filter(move |rule| rule.does == act);
    let begins = does(Do::Supervise).any(|rule| rule.by.first().is_some_and(held));
    let mut watches = does(Do::Supervise).chain(does(Do::Urge));
    if watches.any(|rule| rule.by.iter().any(held)) {
        let narrow = Narrow {
            due: Some((DueGroup::Overdue, bounds)),
            ..Narrow::default()
        };
        let of = QueueOf {
            narrow,
            ..QueueOf::default()
        };
        let place = if begins { 0 } else { all.len() };
        all.insert(place, ("lapsed".to_owned(), t.say("bench-all-overdue"), of));
    }
    if mine.asked {
        let asked = QueueOf {
            asked: true,
            ..QueueOf::default()
        };
        all.push(("asked".to_owned(), t.say("desk-queue-asked"), asked));
    }
    for step in rules.steps.iter().filter(|step| mine.steps.contains(&step.id)) {
        let of = QueueOf {
            steps: vec![step.id.clone()],
            ..QueueOf::default()
        };
        all.push((step.id.clone(), t.text(&step.name).to_owned(), of));
    }
    all.push(("all".to_owned(), t.say("desk-queue-all"), QueueOf::default()));
    all
}

/// What waits to be claimed, what was put before this person, and what accuses somebody: queues that need no sight of everything.
fn apart(t: T, mine: &QueueOf) -> Vec<(String, String, QueueOf)> {
    let pool = QueueOf {
        pool: mine.pool.clone(),
        ..QueueOf::default()
    };
    let submitted = QueueOf {
        submitted: mine.submitted.clone(),
        ..QueueOf::default()
    };
    let accusing = QueueOf {
        accusing: mine.accusing,
        ..QueueOf::default()
    };
    let all = [
        ("accusing", t.say("desk-queue-accusing"), accusing),
        ("pool", t.say("desk-queue-pool"), pool),
        ("submitted", t.say("desk-queue-submitted"), submitted),
    ];
    let held = all.into_iter().filter(|(.., of)| *of != QueueOf::default());
    held.map(|(id, label, of)| (id.to_owned(), label, of)).collect()
}
