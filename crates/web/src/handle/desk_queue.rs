//! The workbench: what waits for this person, what is due first on top.

use super::back::faults;
use super::bench::asked::{Asked, word};
use super::bench::bulk;
use super::bench::queues::{Holds, OneQueue, bounds, queues};
use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::bench::{Bench, DueTab, Filters, Group, SaveForm};
use crate::pages::desk::queue::{Queue, tasks};
use crate::parts::Pager;
use crate::shell::{Entry, Live, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use calendar::{Instant, Lang};
use case::CaseNumber;
use case::access::Wish;
use office::Problem;
use office::view::QueueLine;
use store::{DueBounds, DueGroup, Narrow, OrderAfter, QueueAfter, QueueOf};

/// Lines on one page.
const PAGE: u32 = 30;

/// `GET /desk`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    page(&state, &desk, &asked, None, None).await
}

/// What was found in a queue.
struct Found {
    lines: Vec<QueueLine>,
    counts: [u64; 5],
    /// Where the next page begins, as a query.
    next: Option<String>,
}

/// The page; `wrong` is a number that was looked up in vain, and why; `unsaved` the name under which a filter was not
/// kept, and why.
pub(super) async fn page(
    state: &AppState,
    desk: &Desk,
    asked: &Asked,
    wrong: Option<(&str, String)>,
    unsaved: Option<(String, String)>,
) -> Result<Response, PageError> {
    let (t, bounds) = (desk.here.t, bounds(state, desk));
    // before anything is read: what comes meanwhile is told of, if twice
    let since = state.office.log_position().await?;
    let queues = queues(state, desk).await?;
    let chosen = queues.iter().find(|queue| queue.id == asked.queue);
    let chosen = chosen.or(queues.first());
    let mut asked = asked.clone();
    asked.queue = chosen.map(|queue| queue.id.clone()).unwrap_or_default();
    let (narrow, faulty) = match asked.narrow(&desk.adopted.calendar) {
        Ok(narrow) => (Some(narrow), Vec::new()),
        Err(found) => (None, faults(t, &found)),
    };
    let found = match (chosen, &narrow) {
        (Some(queue), Some(narrow)) => Some(found(state, desk, queue, &asked, narrow, bounds).await?),
        _ => None,
    };
    let (lines, counts, next) = match found {
        Some(found) => (found.lines, found.counts, found.next),
        None => (Vec::new(), [0; 5], None),
    };
    let beside = state.office.beside_lines(&desk.j, &lines).await?;
    let now = state.office.now();
    let shown = lines.iter().zip(&beside);
    let shown =
        shown.map(|(line, beside)| Line::of(t, &desk.adopted, line, now).beside(t, &desk.adopted, beside));
    let shown: Vec<Line> = shown.collect();
    let query = asked.query();
    let saved = state.office.saved_views(&desk.j, desk.actor()).await?;
    let waiting = state.office.rounds_waiting(&desk.j, desk.actor()).await?;
    let rounds = (waiting > 0).then(|| t.args("rounds-to-record", &[("count", words::count(waiting))]));
    let waiting = state.office.knowledge_waiting(&desk.j, desk.actor()).await?;
    let says = |key: &str, count: u64| (count > 0).then(|| t.args(key, &[("count", words::count(count))]));
    let knowledge = [
        ("due", says("knowledge-waits-review", waiting.due)),
        ("proposed", says("knowledge-waits-confirm", waiting.proposed)),
    ];
    let mut frame = desk.frame(t.say("desk-queue"));
    frame.live = chosen.map(|queue| Live {
        href: format!("/desk/live?queue={}", queue.id),
        since,
    });
    let tasks = match chosen {
        Some(_) => Vec::new(),
        None => tasks(&frame),
    };
    let address = format!("/desk?{query}");
    let is_kept = |wanted: &str| wanted == query;
    let kept = saved.iter().find(|view| is_kept(&view.wanted));
    let units = match desk.may(Wish::ListAll) {
        true => unit_names(state, desk).await?,
        false => Vec::new(),
    };
    let was = |name: &str| asked.was(name);
    let kept_on = vec![("queue", asked.queue.clone()), ("due", asked.due.clone())];
    let bench = Bench {
        dues: dues(desk, &asked, counts),
        filters: Filters::of(t, &desk.adopted.procedure, &units, (&was, &faulty), kept_on),
        save: (asked.filtered() || asked.group().is_some() || unsaved.is_some()).then(|| SaveForm {
            wanted: query.clone(),
            kept: kept.map(|view| view.name.clone()),
            typed: unsaved.clone().map(|(name, _)| name).unwrap_or_default(),
            fault: unsaved.map(|(_, says)| says),
        }),
        bulk: bulk::offered(desk),
        tick: {
            let all = if asked.all_ticked() { "" } else { "&ticked=all" };
            format!("{address}{}{all}#picking", asked.place())
        },
        ticked: asked.all_ticked(),
        groups: Vec::new(),
        saved: saved
            .iter()
            .map(|view| Entry::new(&format!("/desk?{}", view.wanted), view.name.clone()))
            .collect(),
        address: address.clone(),
    };
    let bench = bench.with_lines(t, bounds, counts, shown);
    let page = Queue {
        rounds,
        knowledge: knowledge
            .into_iter()
            .filter_map(|(show, says)| Some((format!("/desk/knowledge?show={show}"), says?)))
            .collect(),
        tasks,
        look: wrong.as_ref().map_or("", |(typed, _)| typed).to_owned(),
        wrong: wrong.map(|(_, says)| says),
        tab: format!("/desk?queue={}", asked.queue),
        tabs: if queues.len() > 1 {
            queues.iter().map(OneQueue::tab).collect()
        } else {
            Vec::new()
        },
        queue: asked.queue.clone(),
        pager: Pager {
            t,
            first: asked.after.is_some().then(|| address.clone()),
            next: next.map(|cursor| format!("{address}&{cursor}")),
        },
        bench,
        frame,
    };
    let status = match (&page.wrong, page.bench.at_fault()) {
        (Some(_), _) => StatusCode::NOT_FOUND,
        (None, true) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, false) => StatusCode::OK,
    };
    Ok(desk.here.show_as(status, &page))
}

/// How much is due when, each leading to that alone.
fn dues(desk: &Desk, asked: &Asked, counts: [u64; 5]) -> Vec<DueTab> {
    let t = desk.here.t;
    let tab = |group: Option<DueGroup>, label: String, count: u64| DueTab {
        href: format!("/desk?{}", asked.in_group(group).query()),
        chosen: asked.group() == group,
        class: group.map_or("all", word),
        label,
        count,
    };
    let all = tab(None, t.say("desk-filter-any"), counts.iter().sum());
    let each = DueGroup::ALL.into_iter().zip(counts);
    let each = each.map(|(group, count)| tab(Some(group), Group::label(t, group), count));
    std::iter::once(all).chain(each).collect()
}

async fn found(
    state: &AppState,
    desk: &Desk,
    queue: &OneQueue,
    asked: &Asked,
    narrow: &Narrow,
    bounds: DueBounds,
) -> Result<Found, PageError> {
    let (office, who) = (&state.office, desk.actor());
    let full = |lines: &[QueueLine]| lines.len() == PAGE as usize;
    let due = asked.at.map(Instant::from_ms);
    match &queue.holds {
        Holds::Unit(steps) => {
            let narrow = Narrow {
                order_steps: steps.clone(),
                ..narrow.clone()
            };
            let counts = office.unit_due_counts(&desk.j, who, &narrow, bounds).await?;
            let after = asked.after.as_ref().map(|number| OrderAfter {
                due,
                number: number.clone().into(),
                order: asked.order.unwrap_or_default(),
            });
            let wanted = asked.narrow_to(&narrow, bounds);
            let lines = office.unit_bench(&desk.j, who, &wanted, after.as_ref(), PAGE);
            let lines = lines.await?;
            let next = lines.last().filter(|_| full(&lines)).and_then(|line| {
                let order = line.order.as_ref()?;
                let place = place(order.due, &line.row.number);
                Some(format!("{place}&order={}", order.order))
            });
            Ok(Found { lines, counts, next })
        }
        Holds::Cases(of) => {
            let of = |narrow: Narrow| QueueOf {
                narrow: Narrow {
                    due: of.narrow.due.or(narrow.due),
                    ..narrow
                },
                ..QueueOf::clone(of)
            };
            let whole = of(narrow.clone());
            let counts = office.queue_due_counts(&desk.j, who, &whole, bounds).await?;
            let after = asked.after.as_ref().map(|number| QueueAfter {
                due,
                number: number.clone().into(),
            });
            let wanted = of(asked.narrow_to(narrow, bounds));
            let lines = office.queue(&desk.j, who, &wanted, after.as_ref(), PAGE).await?;
            let next = lines.last().filter(|_| full(&lines));
            let next = next.map(|line| place(line.row.due, &line.row.number));
            Ok(Found { lines, counts, next })
        }
    }
}

/// The place behind a line, as a query.
fn place(due: Option<Instant>, number: &CaseNumber) -> String {
    let due = due.map(|due| format!("at={}&", due.ms())).unwrap_or_default();
    format!("{due}after={number}")
}

/// The units of today, by id and name.
pub(super) async fn unit_names(state: &AppState, desk: &Desk) -> Result<Vec<(String, String)>, PageError> {
    let units = state.office.units_in(&desk.j, desk.here.t.lang()).await?;
    let zh = desk.here.t.lang() == Lang::Zh;
    let named = units.into_iter().map(|line| {
        let name = if zh { line.unit.zh } else { line.unit.en };
        (line.unit.id.to_string(), name)
    });
    Ok(named.collect())
}

/// `POST /desk`: jumps to a case. What was typed may be anything, a name or a phone: it stands in no address.
pub(crate) async fn look(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let typed = posted.text("number").unwrap_or_default().trim();
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
    page(&state, &desk, &Asked::default(), Some((typed, says)), None).await
}
