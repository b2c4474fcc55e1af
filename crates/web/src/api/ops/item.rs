//! `GET /items/{item}`: something noticed elsewhere, opened, with what was decided and what became of it.

use super::items::Item;
use crate::api::answer::Answer;
use crate::api::caller::Caller;
use crate::api::named::Both;
use crate::api::query::plain_id;
use crate::api::time::Time;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use calendar::Calendar;
use office::items::{ItemDecision, ReportedTo};
use serde::Serialize;
use utoipa::ToSchema;

/// An item, opened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Item)]
pub(crate) struct Opened {
    /// Its line.
    #[serde(flatten)]
    item: Item,
    /// What it says; of a page, the lines that came.
    text: Option<String>,
    /// Where it stands.
    address: Option<String>,
    /// What changed on a page: a sign, `+` or `-`, and the line.
    changes: Vec<String>,
    /// Name of whoever noticed it.
    by: Option<String>,
    /// What was decided and noted, the first first.
    decisions: Vec<Decision>,
}

/// What somebody decided or noted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemDecision)]
struct Decision {
    /// When.
    at: Time,
    /// Name of the member of staff.
    by: String,
    /// `case`, `aside`, `submitted`; `followed` for a note on what became of it, `instructed` for what a leader said.
    what: String,
    /// Reason, report or note.
    text: Option<String>,
    /// The role before which it was put, or which said what to do.
    role: Option<String>,
    /// Who of the level above was told otherwise, and how.
    above: Option<String>,
    /// To whom of the level above it was reported.
    reported: Vec<Reported>,
}

/// A report to the level above.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ItemReported)]
struct Reported {
    /// The link.
    peer: String,
    /// Name of the other side.
    name: Both,
    /// When it was taken there; `null` while it is on its way.
    taken: Option<Time>,
    /// When a person there acknowledged it.
    read: Option<Time>,
}

impl Reported {
    fn of(calendar: &Calendar, one: ReportedTo) -> Self {
        Self {
            name: Both::of(&one.name),
            peer: one.peer,
            taken: Time::maybe(calendar, one.taken),
            read: Time::maybe(calendar, one.read),
        }
    }
}

impl Decision {
    fn of(calendar: &Calendar, one: ItemDecision) -> Self {
        let reported = one.reported.into_iter();
        Self {
            at: Time::of(calendar, one.at),
            by: one.by,
            what: one.state,
            text: one.text,
            role: one.to,
            above: one.above,
            reported: reported.map(|one| Reported::of(calendar, one)).collect(),
        }
    }
}

/// Something noticed elsewhere, opened
///
/// Who may not see it gets 404.
#[utoipa::path(
    get, path = "/items/{item}", operation_id = "item", tag = "items",
    params(("item" = String, Path, description = "Id of the item.")),
    security(("bearer" = [])),
    responses((status = 200, description = "The item.", body = Opened)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Path(item): Path<String>,
) -> Answer<Opened> {
    let view = state.office.item(&caller.j, caller.actor(), &plain_id(item)?).await?;
    let calendar = state.office.in_force(&caller.j, state.office.now()).await?.calendar;
    let (text, address, changes) = match view.content {
        Some(content) => (Some(content.text), content.address, content.changes),
        None => (None, None, Vec::new()),
    };
    let decisions = view.decisions.into_iter();
    Ok(Json(Opened {
        item: Item::of(&calendar, view.line),
        text,
        address,
        changes,
        by: view.by,
        decisions: decisions.map(|one| Decision::of(&calendar, one)).collect(),
    }))
}
