//! Filters that a person keeps under a name.

use super::asked::Asked;
use crate::handle::back::faults;
use crate::handle::desk_queue;
use crate::handle::signed::Desk;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use office::Problem;

/// `POST /desk/views`: keeps what is looked for now under a name.
pub(crate) async fn keep(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let asked = Asked::kept(posted.text("wanted").unwrap_or_default()).ok_or(PageError::Unreadable)?;
    let (name, wanted) = (posted.text("name").unwrap_or_default(), asked.query());
    match state.office.keep_view(&desk.j, desk.actor(), name, &wanted).await {
        Ok(()) => {
            let kept = Flash::new("bench-view-kept").with("name", name);
            Ok(desk.here.go(&format!("/desk?{wanted}"), Some(kept)))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let wrong = says.into_iter().next().map(|(_, says)| (name.to_owned(), says));
            desk_queue::page(&state, &desk, &asked, None, wrong).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/views/drop`: gives one up.
pub(crate) async fn give_up(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let name = posted.text("name").unwrap_or_default();
    state.office.drop_view(&desk.j, desk.actor(), name).await?;
    let gone = Flash::new("bench-view-gone").with("name", name);
    Ok(desk.here.go("/desk", Some(gone)))
}
