//! The workbench: what waits for this person, what is due first on top.

use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::queue::Queue;
use crate::parts::Pager;
use crate::shell::{Entry, Live, PageError, T};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::Instant;
use case::CaseNumber;
use case::access::Wish;
use office::Problem;
use serde::Deserialize;
use store::{OrderAfter, QueueAfter, QueueOf};

/// Lines on one page.
const PAGE: u32 = 30;

/// Where in which queue.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// A step, `mine`, `asked`, `unit` for the unit's work orders, `pool` for what units claim, `submitted` for what was
    /// put before a leader, `accusing` for what a keeper looks after, or `all`.
    #[serde(default)]
    queue: Option<String>,
    /// After this due time; absent where nothing is due.
    #[serde(default)]
    due: Option<i64>,
    /// After this case.
    #[serde(default)]
    after: Option<String>,
    /// After this work order.
    #[serde(default)]
    order: Option<u16>,
}

/// `GET /desk`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    page(&state, &desk, &asked, None).await
}

/// The page; `wrong` is a number that was looked up in vain, and why.
async fn page(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    wrong: Option<(&str, String)>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    // before anything is read: what comes meanwhile is told of, if twice
    let since = state.office.log_position().await?;
    let queues = queues(state, desk).await?;
    let chosen = queues.iter().find(|q| Some(&q.id) == asked.queue.as_ref());
    let chosen = chosen.or(queues.first());
    let address = |queue: &str| format!("/desk?queue={queue}");
    let (lines, next) = match chosen.map(|q| &q.holds) {
        None => (Vec::new(), None),
        Some(Holds::Unit) => unit_lines(state, desk, asked).await?,
        Some(Holds::Cases(of, _)) => office_lines(state, desk, asked, of).await?,
    };
    let chosen = chosen.map(|q| q.id.clone()).unwrap_or_default();
    let waiting = state.office.rounds_waiting(&desk.j, desk.actor()).await?;
    let rounds = (waiting > 0).then(|| t.args("rounds-to-record", &[("count", waiting.to_string())]));
    let waiting = state.office.knowledge_waiting(&desk.j, desk.actor()).await?;
    let says = |key: &str, count: u64| (count > 0).then(|| t.args(key, &[("count", count.to_string())]));
    let knowledge = [
        ("due", says("knowledge-waits-review", waiting.due)),
        ("proposed", says("knowledge-waits-confirm", waiting.proposed)),
    ];
    let mut frame = desk.frame(t.say("desk-queue"));
    frame.live = (!chosen.is_empty()).then(|| Live {
        href: format!("/desk/live?queue={chosen}"),
        since,
    });
    let page = Queue {
        rounds,
        knowledge: knowledge
            .into_iter()
            .filter_map(|(show, says)| Some((format!("/desk/knowledge?show={show}"), says?)))
            .collect(),
        frame,
        look: wrong.as_ref().map_or("", |(typed, _)| typed).to_owned(),
        wrong: wrong.map(|(_, says)| says),
        tabs: if queues.len() > 1 {
            queues.iter().map(|q| q.tab(&address(&q.id))).collect()
        } else {
            Vec::new()
        },
        tab: address(&chosen),
        queue: chosen.clone(),
        lines,
        pager: Pager {
            t,
            first: asked.after.is_some().then(|| address(&chosen)),
            next: next.map(|cursor| format!("{}&{cursor}", address(&chosen))),
        },
    };
    let status = match page.wrong {
        Some(_) => StatusCode::NOT_FOUND,
        None => StatusCode::OK,
    };
    Ok(desk.here.show_as(status, &page))
}

/// `GET /desk/look?number=`: jumps to a case.
pub(crate) async fn look(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Look>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let typed = asked.number.trim();
    if typed.is_empty() {
        return Ok(desk.here.go("/desk", None));
    }
    let checked = seal::number::check(typed);
    let number = checked.clone().unwrap_or_else(|_| typed.to_owned());
    // numbers of other ledgers have their own form
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if number.chars().all(plain) {
        let case = CaseNumber::from(number.as_str());
        match state.office.offers(&desk.j, desk.actor(), &case).await {
            Ok(_) => return Ok(desk.here.go(&format!("/desk/case/{number}"), None)),
            Err(Problem::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let says = match checked {
        Ok(_) => t.say("field-no-such-case"),
        Err(fault) => t.args(fault.code(), &fault.args()),
    };
    page(&state, &desk, &Asked::default(), Some((typed, says))).await
}

/// A number as typed.
#[derive(Debug, Deserialize)]
pub(crate) struct Look {
    #[serde(default)]
    number: String,
}

/// One of the person's queues.
struct OneQueue {
    id: String,
    label: String,
    holds: Holds,
}

/// What it holds.
enum Holds {
    /// Work orders of the person's unit.
    Unit,
    /// Cases, and how many.
    Cases(QueueOf, u64),
}

impl OneQueue {
    fn tab(&self, address: &str) -> Entry {
        let mut entry = Entry::new(address, self.label.clone());
        if let Holds::Cases(_, count) = self.holds {
            entry.count = u32::try_from(count).ok();
        }
        entry
    }
}

/// The queues of this person: the unit's work orders; all that waits for them, then step by step; everything open.
async fn queues(state: &AppState, desk: &Desk) -> Result<Vec<OneQueue>, PageError> {
    let t = desk.here.t;
    let mut found = Vec::new();
    if desk.may(Wish::ListUnit) {
        found.push(OneQueue {
            id: "unit".to_owned(),
            label: t.say("desk-queue-unit"),
            holds: Holds::Unit,
        });
    }
    let mut add = async |id: &str, label: String, of: QueueOf| -> Result<(), PageError> {
        let count = state.office.queue_count(&desk.j, desk.actor(), &of).await?;
        let holds = Holds::Cases(of, count);
        let id = id.to_owned();
        found.push(OneQueue { id, label, holds });
        Ok(())
    };
    let mine = state.office.my_queue(&desk.j, desk.actor()).await?;
    for (id, label, of) in apart(t, &mine) {
        add(id, label, of).await?;
    }
    if !desk.may(Wish::ListAll) {
        return Ok(found);
    }
    if mine != QueueOf::default() {
        add("mine", t.say("desk-queue-mine"), mine.clone()).await?;
    }
    if mine.asked {
        let asked = QueueOf {
            asked: true,
            ..QueueOf::default()
        };
        add("asked", t.say("desk-queue-asked"), asked).await?;
    }
    let steps = desk.adopted.procedure.steps.iter();
    for step in steps.filter(|step| mine.steps.contains(&step.id)) {
        let of = QueueOf {
            steps: vec![step.id.clone()],
            ..QueueOf::default()
        };
        add(&step.id, t.text(&step.name).to_owned(), of).await?;
    }
    add("all", t.say("desk-queue-all"), QueueOf::default()).await?;
    Ok(found)
}

/// What waits to be claimed, what was put before this person, and what accuses somebody: queues that need no sight of everything.
fn apart(t: T, mine: &QueueOf) -> Vec<(&'static str, String, QueueOf)> {
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
    all.into_iter()
        .filter(|(.., of)| *of != QueueOf::default())
        .collect()
}

async fn office_lines(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    of: &QueueOf,
) -> Result<(Vec<Line>, Option<String>), PageError> {
    let after = asked.after.as_ref().map(|number| QueueAfter {
        due: asked.due.map(Instant::from_ms),
        number: number.clone().into(),
    });
    let found = state
        .office
        .queue(&desk.j, desk.actor(), of, after.as_ref(), PAGE)
        .await?;
    let next = found.last().filter(|_| found.len() == PAGE as usize).map(|line| {
        let due = line
            .row
            .due
            .map(|due| format!("due={}&", due.ms()))
            .unwrap_or_default();
        format!("{due}after={}", line.row.number)
    });
    Ok((lines(state, desk, &found), next))
}

async fn unit_lines(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
) -> Result<(Vec<Line>, Option<String>), PageError> {
    let after = asked.after.as_ref().map(|number| OrderAfter {
        due: asked.due.map(Instant::from_ms),
        number: number.clone().into(),
        order: asked.order.unwrap_or_default(),
    });
    let found = state
        .office
        .unit_queue(&desk.j, desk.actor(), after.as_ref(), PAGE)
        .await?;
    let next = found
        .last()
        .filter(|_| found.len() == PAGE as usize)
        .and_then(|line| {
            let order = line.order.as_ref()?;
            let due = order
                .due
                .map(|due| format!("due={}&", due.ms()))
                .unwrap_or_default();
            Some(format!("{due}after={}&order={}", line.row.number, order.order))
        });
    Ok((lines(state, desk, &found), next))
}

fn lines(state: &AppState, desk: &Desk, found: &[office::view::QueueLine]) -> Vec<Line> {
    let now = state.office.now();
    found
        .iter()
        .map(|line| Line::of(desk.here.t, &desk.adopted, line, now))
        .collect()
}
