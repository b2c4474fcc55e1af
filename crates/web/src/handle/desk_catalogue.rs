//! The dispatch catalogue: looking at it, entering an entry, ending one.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::catalogue::{Catalogue, Known};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use office::catalogue::CatalogueEntry;
use office::{FieldFault, Problem};

/// `GET /desk/catalogue`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, None, &[]).await
}

/// `POST /desk/catalogue`.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = match typed(&posted) {
        Ok(entry) => state
            .office
            .enter_catalogue(&desk.j, desk.actor(), entry)
            .await
            .map(|_| ()),
        Err(fault) => Err(Problem::Invalid(vec![fault])),
    };
    answered(&state, &desk, &posted, done, "catalogue-entered").await
}

/// `POST /desk/catalogue/{id}/end`: from today on it fits nothing.
pub(crate) async fn end(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let today = desk.adopted.calendar.local(state.office.now()).date();
    let done = state
        .office
        .end_catalogue(&desk.j, desk.actor(), &id, today)
        .await;
    answered(&state, &desk, &posted, done, "catalogue-ended").await
}

fn typed(posted: &Posted) -> Result<CatalogueEntry, FieldFault> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let day = |name: &str| -> Result<Option<Date>, FieldFault> {
        let given = posted.text(name).map(str::trim).filter(|text| !text.is_empty());
        given
            .map(|text| text.parse().map_err(|_| FieldFault::new(name, "field-not-a-day")))
            .transpose()
    };
    Ok(CatalogueEntry {
        topic: filled("topic"),
        words: text("words"),
        division: filled("division"),
        lead: text("lead"),
        assisting: posted.all("assisting").into_iter().map(str::to_owned).collect(),
        member: filled("member"),
        basis: text("basis"),
        from: day("from")?,
        to: day("to")?,
    })
}

async fn answered(
    state: &AppState,
    desk: &Desk,
    posted: &Posted,
    done: Result<(), Problem>,
    says: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(desk.here.go("/desk/catalogue", Some(Flash::new(says)))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            page(state, desk, StatusCode::UNPROCESSABLE_ENTITY, Some(posted), &says).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    posted: Option<&Posted>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let office = &state.office;
    let entries = office.catalogue(&desk.j, desk.actor()).await?;
    let people = office.staff_list(&desk.j, desk.actor()).await?;
    let units = office.units_in(&desk.j, desk.here.t.lang()).await?;
    let known = Known {
        procedure: &desk.adopted.procedure,
        units: &units,
        people: &people,
        today: desk.adopted.calendar.local(office.now()).date(),
    };
    let frame = desk.frame(desk.here.t.say("catalogue"));
    let typed = |name: &str| posted.and_then(|posted| posted.text(name));
    let was = |name: &str| typed(name).unwrap_or_default().to_owned();
    let boxes = posted.map(|posted| posted.all("assisting")).unwrap_or_default();
    let page = Catalogue::of(frame, &known, &entries, (&was, &boxes), says);
    Ok(desk.here.show_as(status, &page))
}
