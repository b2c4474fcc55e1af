//! A citizen's own case: looking at it, and acting on it.

use super::back::refill;
use super::desk_act::{Sent, act_of, order_of};
use super::signed::Own;
use super::write::FILES;
use crate::pages::my_case::MyCase;
use crate::parts::Refill;
use crate::shell::{Flash, Frame, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use procedure::Do;
use serde::Deserialize;

/// `GET /case`, `GET /my/case/{number}`.
pub(crate) async fn show(State(state): State<AppState>, own: Own) -> Result<Response, PageError> {
    page(&state, &own, StatusCode::OK, None).await
}

/// The word of an act in an address.
#[derive(Deserialize)]
pub(crate) struct Word {
    act: String,
}

/// `POST /case/act/{act}`, and the same below `/my/case/{number}`.
pub(crate) async fn act(
    State(state): State<AppState>,
    own: Own,
    Path(word): Path<Word>,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let act = act_of(&word.act).ok_or(PageError::NotFound)?;
    let sent = Sent {
        number: &own.number,
        act,
        offers: &view.offers,
        posted: &posted,
    };
    let outcome = match order_of(&sent) {
        Ok(order) => state.office.command(&own.j, &own.actor, order).await,
        Err(faults) => Err(office::Problem::Invalid(faults)),
    };
    match outcome {
        Ok(_) if act == Do::AnswerVisit => Ok(own.here.go(&format!("{}/visit/thanks", own.page), None)),
        Ok(_) => Ok(own.here.go(&own.page, Some(Flash::new("citizen-done")))),
        Err(problem) => {
            let (status, back) = refill(own.here.t, &view.adopted, &posted, problem)?;
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
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let rules = &view.adopted.procedure;
    let frame = Frame::new(&own.here, own.here.t.say("citizen-case")).reworded(rules);
    let command = state.office.chance().token();
    Ok(own
        .here
        .show_as(status, &MyCase::of(frame, &own.page, &view, &command, back)))
}
