//! Keys of machines, for the administrator.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::machines::{Machines, Shown, Typed};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::machines::MachineEntry;
use office::{FieldFault, Problem};

/// `GET /desk/machines`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    page(&state, &desk, StatusCode::OK, None, &[]).await
}

/// `POST /desk/machines`: the key is on the page that answers, and nowhere else.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let made = match typed(&posted) {
        Ok(entry) => state.office.enter_machine(&desk.j, desk.actor(), entry).await,
        Err(fault) => Err(Problem::Invalid(vec![fault])),
    };
    match made {
        Ok(key) => {
            let frame = desk.frame(desk.here.t.say("machines-made"));
            let name = posted.text("name").unwrap_or_default().to_owned();
            Ok(desk.here.show(&Shown::of(frame, name, key)))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            page(
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

/// `POST /desk/machines/{id}/end`.
pub(crate) async fn end(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
    _posted: Posted,
) -> Result<Response, PageError> {
    state.office.end_machine(&desk.j, desk.actor(), &id).await?;
    Ok(desk.here.go("/desk/machines", Some(Flash::new("machines-ended"))))
}

fn typed(posted: &Posted) -> Result<MachineEntry, FieldFault> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let until = posted.text("until").map(str::parse).transpose();
    Ok(MachineEntry {
        name: text("name"),
        role: text("role"),
        unit: posted.text("unit").map(str::to_owned),
        scopes: posted.all("scopes").into_iter().map(str::to_owned).collect(),
        until: until.map_err(|_| FieldFault::new("until", "field-not-a-day"))?,
    })
}

async fn page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    posted: Option<&Posted>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let machines = state.office.machines(&desk.j, desk.actor()).await?;
    let units = state.office.units_in(&desk.j, desk.here.t.lang()).await?;
    let was = |name: &str| {
        let text = posted.and_then(|posted| posted.text(name));
        text.unwrap_or_default().to_owned()
    };
    let typed = Typed {
        was: &was,
        scopes: posted.map(|posted| posted.all("scopes")).unwrap_or_default(),
        faults: says,
    };
    let frame = desk.frame(desk.here.t.say("machines"));
    let page = Machines::of(frame, &desk.adopted, &units, &machines, &typed);
    Ok(desk.here.show_as(status, &page))
}
