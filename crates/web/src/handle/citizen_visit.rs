//! A citizen says how it went: the page for that alone, and the thanks.

use super::signed::Own;
use crate::pages::rate::{Rate, Thanks};
use crate::shell::{Frame, PageError};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use office::view::CaseView;

/// `GET /case/visit`, and the same below `/my/case/{number}`.
pub(crate) async fn show(State(state): State<AppState>, own: Own) -> Result<Response, PageError> {
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let title = own.here.t.say("portal-rate");
    let frame = Frame::new(&own.here, title).reworded(&view.adopted.procedure);
    let command = state.office.chance().token();
    Ok(match Rate::of(frame, &own.page, &view, &command) {
        Some(page) => own.here.show(&page),
        None => nothing(&own, &view),
    })
}

/// `GET /case/visit/thanks`, and the same below `/my/case/{number}`.
pub(crate) async fn thanks(State(state): State<AppState>, own: Own) -> Result<Response, PageError> {
    let view = state.office.case(&own.j, &own.actor, &own.number).await?;
    let Some(visit) = view.case.visits.iter().rev().find(|visit| visit.reached) else {
        return Ok(nothing(&own, &view));
    };
    let t = own.here.t;
    let says = if visit.solved && visit.satisfied {
        t.say("portal-thanks-well")
    } else {
        t.say("portal-thanks-not-well")
    };
    Ok(page(&own, &view, t.say("portal-thanks"), says, true))
}

/// Nothing is asked, or not any more.
fn nothing(own: &Own, view: &CaseView) -> Response {
    let t = own.here.t;
    page(
        own,
        view,
        t.say("portal-rate-none"),
        t.say("portal-rate-none-why"),
        false,
    )
}

fn page(own: &Own, view: &CaseView, title: String, says: String, thanks: bool) -> Response {
    own.here.show(&Thanks {
        frame: Frame::new(&own.here, title).reworded(&view.adopted.procedure),
        page: own.page.clone(),
        says,
        thanks,
    })
}
