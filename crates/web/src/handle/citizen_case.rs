//! A citizen's own case: looking at it, and acting on it.

use super::back::refill;
use super::desk_act::{Sent, act_of, order_of};
use super::held::Keeper;
use super::late::{self, Late};
use super::place::Place;
use super::signed::Own;
use super::write::FILES;
use crate::pages::my_case::MyCase;
use crate::parts::Refill;
use crate::shell::{Flash, Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use procedure::Do;
use serde::Deserialize;

/// `GET /case`, `GET /my/case/{number}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    mut own: Own,
    Query(asked): Query<late::Asked>,
) -> Result<Response, PageError> {
    let waiting = late::found(&state, &own.j, &own.reader, (&asked, &own.page)).await?;
    own.here.flash = late::gone(&asked, waiting.as_ref()).or(own.here.flash);
    let refill = waiting.as_ref().map(|waiting| waiting.refill(own.here.t));
    let act = waiting.and_then(|waiting| act_of(&waiting.about));
    page(&state, &own, StatusCode::OK, act.zip(refill.as_ref())).await
}

/// The word of an act in an address, and in an account the number of the case.
#[derive(Deserialize)]
pub(crate) struct Word {
    act: String,
    #[serde(default)]
    number: Option<String>,
}

/// `POST /case/act/{act}`, and the same below `/my/case/{number}`.
pub(crate) async fn act(
    State(state): State<AppState>,
    (here, place): (Here, Place),
    own: Result<Own, PageError>,
    Path(word): Path<Word>,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let own = match own {
        Err(fault) => {
            let number = word.number.as_ref();
            let late = Late {
                state: &state,
                here: &here,
                place: &place,
                at: &number.map_or_else(|| "/case".to_owned(), |number| format!("/my/case/{number}")),
                about: &word.act,
            };
            return late.of_citizen(fault, &posted).await;
        }
        Ok(own) => own,
    };
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let act = act_of(&word.act).ok_or(PageError::NotFound)?;
    let keeper = Keeper {
        state: &state,
        j: &own.j,
        from: &own.reader,
        reader: &own.reader,
    };
    let mut files = keeper.gather(&posted).await?;
    let sent = Sent {
        number: &own.number,
        act,
        offers: &view.offers,
        posted: &posted,
        files: &mut files,
    };
    let outcome = match order_of(sent) {
        Ok(order) => state.office.command(&own.j, &own.actor, order).await,
        Err(faults) => Err(office::Problem::Invalid(faults)),
    };
    if outcome.is_ok() {
        keeper.used(&posted).await;
    }
    match outcome {
        Ok(_) if act == Do::AnswerVisit => Ok(own.here.go(&format!("{}/visit/thanks", own.page), None)),
        Ok(_) => Ok(own.here.go(&own.page, Some(Flash::new("citizen-done")))),
        Err(problem) => {
            let (status, mut back) = refill(own.here.t, &view.adopted, &posted, problem)?;
            keeper.keep(&posted, &files).await.beside(&mut back);
            page(&state, &own, status, Some((act, &back))).await
        }
    }
}

async fn page(
    state: &AppState,
    own: &Own,
    status: StatusCode,
    back: Option<(Do, &Refill)>,
) -> Result<Response, PageError> {
    let mut view = state.office.case(&own.j, &own.actor, &own.number).await?;
    view.call_units(&state.office.unit_names(&own.j, own.here.t.lang()).await?);
    let rules = &view.adopted.procedure;
    let frame = Frame::new(&own.here, own.here.t.say("citizen-case")).reworded(rules);
    let command = state.office.chance().token();
    Ok(own
        .here
        .show_as(status, &MyCase::of(frame, &own.page, &view, &command, back)))
}
