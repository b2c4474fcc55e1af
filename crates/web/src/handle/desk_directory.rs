//! The administrator's directory: looking at it, and entering things.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::directory::{Back, Directory};
use crate::pages::desk::directory_listed::Listed;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use office::administer::Entering;
use office::directory::{DutyEntry, PersonEntry, PostEntry, UnitEntry};
use office::{FieldFault, Problem};

/// `GET /desk/directory`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let page = page(&state, &desk).await?;
    Ok(page(StatusCode::OK, None))
}

/// `POST /desk/directory/{what}`.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    Path(what): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let missing = missing(&what, &posted);
    if !missing.is_empty() {
        return refill(&state, &desk, &what, &posted, &missing).await;
    }
    let outcome = match entering(&state, &desk, &what, &posted).await {
        Ok(Some(entering)) => state.office.administer(&desk.j, desk.actor(), entering).await,
        Ok(None) => return Err(PageError::NotFound),
        Err(problem) => Err(problem),
    };
    match outcome {
        Ok(()) => Ok(desk
            .here
            .go("/desk/directory", Some(Flash::new("directory-entered")))),
        Err(Problem::Invalid(found)) => refill(&state, &desk, &what, &posted, &found).await,
        Err(other) => Err(other.into()),
    }
}

/// The form again, with what is wrong.
async fn refill(
    state: &AppState,
    desk: &Desk,
    what: &str,
    posted: &Posted,
    found: &[FieldFault],
) -> Result<Response, PageError> {
    let says = faults(desk.here.t, found);
    let page = page(state, desk).await?;
    let was = |name: &str| posted.all(name).join(" ");
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, Some((what, &was, &says))))
}

/// Fields that the page marks as needed.
fn missing(what: &str, posted: &Posted) -> Vec<FieldFault> {
    let needed: &[&str] = match what {
        "unit" => &["zh", "en", "id", "kind", "from"],
        "person" => &["name", "login", "password"],
        "post" => &["person", "role", "from"],
        "duty" => &["unit", "person", "from", "to"],
        _ => &[],
    };
    let blank = needed.iter().filter(|name| posted.text(name).is_none());
    blank.map(|name| FieldFault::new(name, "field-empty")).collect()
}

/// The page once everything is loaded; what came back is put in last, as it cannot wait.
async fn page(
    state: &AppState,
    desk: &Desk,
) -> Result<impl FnOnce(StatusCode, Back<'_>) -> Response, PageError> {
    let people = state.office.staff_list(&desk.j, desk.actor()).await?;
    let units = state.office.units_in(&desk.j, desk.here.t.lang()).await?;
    let others = state.office.other_units(&desk.j, desk.actor()).await?;
    let today = desk.adopted.calendar.local(state.office.now()).date();
    let frame = desk.frame(desk.here.t.say("directory-title"));
    Ok(move |status: StatusCode, back: Back<'_>| {
        let listed = Listed::of(
            frame.t,
            &desk.adopted.procedure,
            (&units, &others),
            &people,
            today,
        );
        let page = Directory::of(frame, &desk.adopted.procedure, listed, (&units, &people), back);
        desk.here.show_as(status, &page)
    })
}

async fn entering(
    state: &AppState,
    desk: &Desk,
    what: &str,
    posted: &Posted,
) -> Result<Option<Entering>, Problem> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let day = |name: &str| {
        text(name)
            .parse::<Date>()
            .map_err(|_| Problem::field(name, "field-not-a-day"))
    };
    let last = |name: &str| filled(name).map(|_| day(name)).transpose();
    Ok(Some(match what {
        "unit" => {
            let unit = UnitEntry {
                id: text("id"),
                zh: text("zh"),
                en: text("en"),
                kind: text("kind"),
                parent: filled("parent"),
                territory: filled("territory"),
                duties: posted.all("duties").into_iter().map(str::to_owned).collect(),
                from: day("from")?,
                to: last("to")?,
            };
            if posted.ticked("change") {
                Entering::ChangeUnit(unit)
            } else {
                Entering::Unit(unit)
            }
        }
        "person" => Entering::Person {
            person: PersonEntry {
                id: String::new(),
                login: text("login"),
                name: text("name"),
                password: None,
                email: filled("email"),
                phone: filled("phone"),
                active: true,
            },
            password: Some(text("password")),
        },
        "post" => Entering::Post(PostEntry {
            person: text("person"),
            role: text("role"),
            unit: filled("unit"),
            from: day("from")?,
            to: last("to")?,
        }),
        "duty" => Entering::Duty(DutyEntry {
            unit: text("unit"),
            person: text("person"),
            from: state.office.typed_time(&desk.j, "from", &text("from")).await?,
            to: state.office.typed_time(&desk.j, "to", &text("to")).await?,
        }),
        _ => return Ok(None),
    }))
}
