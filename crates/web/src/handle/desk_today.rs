//! What matters today: figures, charts and what waits for a leader.

use super::signed::Desk;
use crate::pages::desk::today::{Doors, Lists, Today};
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use case::access::Wish;
use office::counts::Why;
use store::QueueOf;

/// Lines of each list.
const FEW: u32 = 5;

/// `GET /desk/today`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let (office, actor) = (&state.office, desk.actor());
    let figures = office.figures(&desk.j, actor).await?;
    let doors = Doors {
        all: desk.may(Wish::ListAll),
        board: desk.may(Wish::Supervise),
    };
    let mine = office.my_queue(&desk.j, actor).await?;
    let submitted = QueueOf {
        submitted: mine.submitted,
        ..QueueOf::default()
    };
    let mut lists = Lists {
        overdue: office
            .watched(&desk.j, actor, Why::Overdue, None, None, FEW)
            .await?,
        ..Lists::default()
    };
    if submitted != QueueOf::default() {
        let lines = office.queue(&desk.j, actor, &submitted, None, FEW).await?;
        let count = office.queue_count(&desk.j, actor, &submitted).await?;
        lists.submitted = Some((lines, count));
    }
    let frame = desk.frame(desk.here.t.say("today"));
    let page = Today::of(frame, &desk.adopted, &figures, doors, &lists);
    Ok(desk.here.show(&page))
}
