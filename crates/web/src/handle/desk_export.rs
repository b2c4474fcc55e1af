//! The ledger to take along, under the filters that stand in the address.

use super::desk_ledger::{Asked, chosen, filter};
use super::file::download;
use super::signed::Desk;
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use office::export::ledger_sheet;
use report::sheet::{CSV, XLSX};

/// `GET /desk/ledger/csv` and `GET /desk/ledger/xlsx`.
pub(crate) async fn ledger(
    State(state): State<AppState>,
    desk: Desk,
    Path(form): Path<String>,
    Query(mut asked): Query<Asked>,
) -> Result<Response, PageError> {
    if !["csv", "xlsx"].contains(&form.as_str()) {
        return Err(PageError::NotFound);
    }
    let (t, calendar) = (desk.here.t, &desk.adopted.calendar);
    let gone = asked.uncover(&desk);
    // titles are opened one by one, a page at a time: what was found by words is read there and not taken along
    let whole = gone.is_empty() && !asked.searches();
    let wanted = filter(&asked, calendar).ok().filter(|_| whole);
    let Some(wanted) = wanted else {
        // the page says beside the filter what is wrong with it
        return Ok(desk.here.go(&format!("/desk/ledger?{}", chosen(&asked)), None));
    };
    let lines = state.office.export_ledger(&desk.j, desk.actor(), &wanted).await?;
    let sheet = ledger_sheet(t.lang(), calendar, &lines, false);
    let name = t.say("desk-ledger");
    let (media, content) = if form == "csv" {
        (CSV, sheet.csv())
    } else {
        let content = sheet.xlsx(&name).map_err(|error| {
            tracing::error!(%error, "a ledger could not be put together");
            PageError::Internal
        })?;
        (XLSX, content)
    };
    let day = calendar.local(state.office.now()).date();
    Ok(download((
        format!("{name} {day}.{form}"),
        media.to_owned(),
        content,
    )))
}
