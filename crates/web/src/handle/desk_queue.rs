//! The workbench: what waits for this person, what is due first on top.

use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::queue::Queue;
use crate::parts::Pager;
use crate::shell::{Entry, PageError};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::response::Response;
use calendar::Instant;
use case::access::Wish;
use serde::Deserialize;
use store::{OrderAfter, QueueAfter};

/// Lines on one page.
const PAGE: u32 = 30;

/// Where in which queue.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// A step, `unit` for the unit's work orders, or `all`.
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
    let t = desk.here.t;
    let queues = queues(&state, &desk).await?;
    let chosen = asked
        .queue
        .clone()
        .filter(|q| queues.iter().any(|(id, _)| id == q));
    let chosen = chosen
        .or_else(|| queues.first().map(|(id, _)| id.clone()))
        .unwrap_or_default();
    let address = |queue: &str| format!("/desk?queue={queue}");
    let (lines, next) = match chosen.as_str() {
        "" => (Vec::new(), None),
        "unit" => unit_lines(&state, &desk, &asked).await?,
        queue => office_lines(&state, &desk, &asked, queue).await?,
    };
    let page = Queue {
        frame: desk.frame(t.say("desk-queue")),
        look: String::new(),
        tabs: if queues.len() > 1 {
            queues
                .iter()
                .map(|(id, label)| Entry::new(&address(id), label.clone()))
                .collect()
        } else {
            Vec::new()
        },
        tab: address(&chosen),
        lines,
        pager: Pager {
            t,
            first: asked.after.is_some().then(|| address(&chosen)),
            next: next.map(|cursor| format!("{}&{cursor}", address(&chosen))),
        },
    };
    Ok(desk.here.show(&page))
}

/// `GET /desk/look?number=`: jumps to a case.
pub(crate) async fn look(desk: Desk, Query(asked): Query<Look>) -> Result<Response, PageError> {
    let typed = asked.number.trim();
    let number = seal::number::check(typed).unwrap_or_else(|_| typed.to_owned());
    let plain = number
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if number.is_empty() || !plain {
        return Err(PageError::NotFound);
    }
    Ok(desk.here.go(&format!("/desk/case/{number}"), None))
}

/// A number as typed.
#[derive(Debug, Deserialize)]
pub(crate) struct Look {
    #[serde(default)]
    number: String,
}

/// The queues of this person: all that waits for them, then step by step; the unit's work orders.
async fn queues(state: &AppState, desk: &Desk) -> Result<Vec<(String, String)>, PageError> {
    let t = desk.here.t;
    let mut found = Vec::new();
    if desk.may(Wish::ListUnit) {
        found.push(("unit".to_owned(), t.say("desk-queue-unit")));
    }
    if desk.may(Wish::ListAll) {
        let steps = state.office.my_steps(&desk.j, desk.actor()).await?;
        if !steps.is_empty() {
            found.push(("mine".to_owned(), t.say("desk-queue-mine")));
        }
        for step in steps.iter().filter_map(|id| desk.adopted.procedure.step(id)) {
            found.push((step.id.clone(), t.text(&step.name).to_owned()));
        }
        found.push(("all".to_owned(), t.say("desk-queue-all")));
    }
    Ok(found)
}

async fn office_lines(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    queue: &str,
) -> Result<(Vec<Line>, Option<String>), PageError> {
    let steps = match queue {
        "all" => Vec::new(),
        "mine" => state.office.my_steps(&desk.j, desk.actor()).await?,
        step => vec![step.to_owned()],
    };
    let after = asked.after.as_ref().map(|number| QueueAfter {
        due: asked.due.map(Instant::from_ms),
        number: number.clone().into(),
    });
    let found = state
        .office
        .queue(&desk.j, desk.actor(), &steps, after.as_ref(), PAGE)
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
