//! Writing in three steps: from one to the next, and back. What was typed comes along in the forms.

use super::back::faults;
use super::place::Place;
use super::write::{Asked, FILES};
use crate::pages::write::Code;
use crate::pages::write_steps::{Asks, Step};
use crate::parts::writable;
use crate::shell::{Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use office::point::Point;
use office::{FieldFault, Message, Problem};
use procedure::Procedure;

/// `GET /write`: the first step.
pub(crate) async fn start(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    // the first page says what to do instead
    if !writable(&adopted.procedure) {
        return Ok(here.go("/", None));
    }
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    Ok(asked.step(Step::What, Asks::Phone, &|_| String::new(), &[], false))
}

/// `POST /write/step`: back to a step that is named, or on to the next one; no further than what is filled in right.
pub(crate) async fn step(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    if !writable(&adopted.procedure) {
        return Ok(here.go("/", None));
    }
    let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    let from = Step::named(&was("step")).unwrap_or(Step::What);
    // without a gateway there is no code to ask for
    let asks = match was("go").as_str() {
        "form" => Asks::Person(Code::No),
        _ if !state.office.code_ways().phone => Asks::Person(Code::No),
        _ => Asks::Phone,
    };
    let to = match (was("go").as_str(), from) {
        ("form", _) => Step::Who,
        (named, from) => Step::named(named).unwrap_or(match from {
            Step::What => Step::Where,
            Step::Where | Step::Who => Step::Who,
        }),
    };
    for step in Step::ALL.into_iter().filter(|step| *step < to) {
        let wrong = match step {
            Step::What => what(&adopted.procedure, &posted),
            Step::Where => whereabouts(&state, &place, &posted).await?,
            Step::Who => Vec::new(),
        };
        if !wrong.is_empty() {
            let says = faults(here.t, &wrong);
            return Ok(asked.step(step, asks, &was, &says, false));
        }
    }
    // who changes something once more and comes back finds the code still asked for
    let asks = if posted.ticked("with_code") {
        Asks::Person(Code::Asked)
    } else {
        asks
    };
    Ok(asked.step(to, asks, &was, &[], !posted.files.is_empty()))
}

/// `POST /write/code`: sends a code, and asks for it.
pub(crate) async fn code(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    let files = !posted.files.is_empty();
    match state
        .office
        .send_code_from(&place.j, &was("phone"), &place.address)
        .await
    {
        Ok(()) => Ok(asked.step(Step::Who, Asks::Person(Code::Sent), &was, &[], files)),
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            let asks = if posted.ticked("with_code") {
                Asks::Person(Code::Asked)
            } else {
                Asks::Phone
            };
            Ok(asked.step(Step::Who, asks, &was, &says, files))
        }
        Err(other) => Err(other.into()),
    }
}

/// What is wrong with the first step.
fn what(rules: &Procedure, posted: &Posted<FILES>) -> Vec<FieldFault> {
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let message = Message {
        title: filled("title").unwrap_or_default(),
        text: filled("text").unwrap_or_default(),
        category: filled("category"),
        accused: filled("accused").into_iter().collect(),
        accused_named: filled("accused_named"),
        ..Message::default()
    };
    message.matter_faults(rules)
}

/// What is wrong with the second one.
async fn whereabouts(
    state: &AppState,
    place: &Place,
    posted: &Posted<FILES>,
) -> Result<Vec<FieldFault>, PageError> {
    let was = |name: &str| posted.text(name).unwrap_or_default();
    let mut wrong = Point::read(was("latitude"), was("longitude"))
        .err()
        .unwrap_or_default();
    match state
        .office
        .offered_place(&place.j, posted.text("division"))
        .await
    {
        Err(Problem::Invalid(found)) => wrong.extend(found),
        other => other?,
    }
    Ok(wrong)
}
