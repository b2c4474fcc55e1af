//! What was noticed elsewhere: the list, one item with what may be decided, and noting one by hand.

use super::back::{faults, refused};
use super::signed::Desk;
use crate::pages::desk::items::{Item, Items, May};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::access::Wish;
use office::Problem;
use office::items::{ASIDE, CASE, ItemCase, ItemContent, NEW, Report, SUBMITTED};

/// Items that nobody has decided about, at most; of those decided with the newest.
const WAITING: u32 = 200;
const DECIDED: u32 = 30;

/// `GET /desk/items`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    list(&state, &desk, StatusCode::OK, None, &[]).await
}

/// `POST /desk/items`: a person noticed something.
pub(crate) async fn note(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let content = ItemContent {
        title: text("title"),
        text: text("text"),
        address: posted.text("address").map(str::to_owned),
        changes: Vec::new(),
    };
    let noted = state
        .office
        .note_item(&desk.j, desk.actor(), content, posted.text("posted"))
        .await;
    match noted {
        Ok(id) => Ok(desk
            .here
            .go(&format!("/desk/items/{id}"), Some(Flash::new("items-noted")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            list(
                &state,
                &desk,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(&posted),
                &says,
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /desk/items/{id}`.
pub(crate) async fn item(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    one(&state, &desk, &id, StatusCode::OK, None, &[]).await
}

/// `POST /desk/items/{id}/{what}`: `case`, `aside`, `submission` or `note`.
pub(crate) async fn decide(
    State(state): State<AppState>,
    desk: Desk,
    Path((id, what)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (office, who) = (&state.office, desk.actor());
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let done = match what.as_str() {
        "case" if posted.text("channel").is_none() => Err(Problem::field("channel", "field-empty")),
        "case" => {
            let case = ItemCase {
                channel: text("channel"),
                title: text("title"),
                text: text("text"),
                category: filled("category"),
                place: filled("place"),
                external: filled("external"),
            };
            let receipt = office.case_of_item(&desk.j, who, &id, case).await;
            receipt.map(|receipt| (format!("/desk/case/{}", receipt.number), "items-taken"))
        }
        "aside" => office
            .set_item_aside(&desk.j, who, &id, &text("reason"))
            .await
            .map(|()| ("/desk/items".to_owned(), "items-set-aside")),
        "submission" => {
            let report = Report {
                to: text("to"),
                text: text("report"),
                above: filled("above"),
                peers: posted.all("peers").into_iter().map(str::to_owned).collect(),
            };
            office
                .submit_item(&desk.j, who, &id, report)
                .await
                .map(|()| ("/desk/items".to_owned(), "items-submitted"))
        }
        "note" => office
            .follow_item(&desk.j, who, &id, &text("note"))
            .await
            .map(|()| (format!("/desk/items/{id}"), "items-followed-done")),
        _ => return Err(PageError::NotFound),
    };
    match done {
        Ok((to, says)) => Ok(desk.here.go(&to, Some(Flash::new(says)))),
        Err(Problem::Invalid(mut found)) => {
            // the fields of report and note are named apart from the case's text
            for fault in &mut found {
                if fault.field == "text" {
                    match what.as_str() {
                        "submission" => fault.field = "report".to_owned(),
                        "note" => fault.field = "note".to_owned(),
                        _ => {}
                    }
                }
            }
            let says = faults(desk.here.t, &found);
            again(&state, &desk, &id, (what.as_str(), &posted), &says).await
        }
        Err(Problem::Refused(refusal)) => {
            let says = refused(desk.here.t, &desk.adopted, &refusal);
            let says = [("item".to_owned(), says)];
            again(&state, &desk, &id, (what.as_str(), &posted), &says).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn again(
    state: &AppState,
    desk: &Desk,
    id: &str,
    back: (&str, &Posted),
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    one(state, desk, id, status, Some(back), says).await
}

async fn one(
    state: &AppState,
    desk: &Desk,
    id: &str,
    status: StatusCode,
    back: Option<(&str, &Posted)>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let view = state.office.item(&desk.j, desk.actor(), id).await?;
    let title = view.line.title.clone();
    let frame = desk.frame(title.unwrap_or_else(|| desk.here.t.say("items")));
    let may = May {
        decide: desk.may(Wish::SeeItems),
        receive: desk.may(Wish::TakeCalls),
    };
    let typed = |name: &str| {
        let (_, posted) = back?;
        Some(posted.all(name).join(" ")).filter(|text| !text.is_empty())
    };
    let zh = desk.here.t.lang() == calendar::Lang::Zh;
    let above = state.office.links_above(&desk.j).await?;
    let named = above
        .into_iter()
        .map(|peer| (peer.id, if zh { peer.zh } else { peer.en }));
    let above: Vec<(String, String)> = named.collect();
    let back = back.map(|(what, _)| what);
    let page = Item::of(frame, &desk.adopted, &view, (may, &above), (back, &typed), says);
    Ok(desk.here.show_as(status, &page))
}

async fn list(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    posted: Option<&Posted>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let (office, who) = (&state.office, desk.actor());
    let waiting = office.items(&desk.j, who, NEW, WAITING).await?;
    let submitted = office.items(&desk.j, who, SUBMITTED, DECIDED).await?;
    let mut done = office.items(&desk.j, who, CASE, DECIDED).await?;
    done.extend(office.items(&desk.j, who, ASIDE, DECIDED).await?);
    done.sort_by_key(|line| std::cmp::Reverse(line.row.found));
    let frame = desk.frame(desk.here.t.say("items"));
    let typed = |name: &str| posted.and_then(|posted| posted.text(name));
    let was = |name: &str| typed(name).unwrap_or_default().to_owned();
    let notes = desk
        .may(Wish::SeeItems)
        .then_some(&was as &dyn Fn(&str) -> String);
    let lists = [waiting.as_slice(), &submitted, &done];
    let page = Items::of(frame, &desk.adopted.calendar, lists, notes, says);
    Ok(desk.here.show_as(status, &page))
}
