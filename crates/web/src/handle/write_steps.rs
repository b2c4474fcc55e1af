//! Writing in three steps: from one to the next, and back. What was typed comes along in the forms.

use super::back::faults;
use super::held::{self, Gathered, Keeper, Kept};
use super::place::Place;
use super::write::{Asked, FILES};
use crate::pages::answers::Answers;
use crate::pages::write::Code;
use crate::pages::write_steps::{Asks, Step};
use crate::parts::{Stopped, writable};
use crate::shell::{Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use office::point::Point;
use office::{Adopted, FieldFault, Message, Problem};
use procedure::Procedure;

/// Most answers of the knowledge base at once.
const ANSWERS: u32 = 3;
/// So many letters of what is written are looked up.
const SAID: usize = 300;

/// `GET /write`: the first step.
pub(crate) async fn start(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    // the first page says what to do instead
    if !writable(&adopted.procedure) || state.office.takes_none(&place.j).await? {
        return Ok(here.go("/", None));
    }
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    let nothing = |_: &str| String::new();
    Ok(asked.step(Step::What, Asks::Phone, &nothing, &[], &Kept::default()))
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
    let mut asked = Asked::of(&state, &here, &place, &adopted).await?;
    let kept = kept(&state, &here, &place, &posted).await;
    let from = Step::named(&was("step")).unwrap_or(Step::What);
    let lapsed = state.office.takes_none(&place.j).await?;
    if lapsed {
        asked = asked.stopped(Stopped::lapsed(here.t, &adopted.procedure));
    }
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
            let found: Vec<_> = wrong.into_iter().chain(held::faults(&posted)).collect();
            let says = faults(here.t, &found);
            return Ok(asked.step(step, asks, &was, &says, &kept));
        }
    }
    // what is wrong with files is said on whatever step comes next
    let says = faults(here.t, &held::faults(&posted));
    // who changes something once more and comes back finds the code still asked for
    let asks = if posted.ticked("with_code") {
        Asks::Person(Code::Asked)
    } else {
        asks
    };
    // before they go on, whoever asks what others asked before reads what was answered
    let answers = match (from, to) {
        (Step::What, Step::Where) => answers(&state, &here, &place, &adopted, &posted).await?,
        _ => Answers::nothing(here.t),
    };
    Ok(asked.step_beside(to, asks, &was, (&says, answers), &kept))
}

/// `POST /write/beside`: what the knowledge base says to what is being written, alone: a script asks for it.
pub(crate) async fn beside(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let found = answers(&state, &here, &place, &adopted, &posted).await?;
    Ok(here.show(&found))
}

async fn answers<const FILES: usize>(
    state: &AppState,
    here: &Here,
    place: &Place,
    adopted: &Adopted,
    posted: &Posted<FILES>,
) -> Result<Answers, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let said = format!("{}\n{}", text("title"), text("text"));
    let said: String = said.chars().take(SAID).collect();
    if said.trim().is_empty() {
        return Ok(Answers::nothing(here.t));
    }
    let (office, j) = (&state.office, &place.j);
    let rows = office.public_knowledge_said(j, &said, ANSWERS).await?;
    let units = if rows.is_empty() {
        Vec::new()
    } else {
        office.units(j).await?
    };
    Ok(Answers::of(here.t, adopted, &units, &rows))
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
    let kept = kept(&state, &here, &place, &posted).await;
    let refused = held::faults(&posted);
    match state
        .office
        .send_code_from(&place.j, &was("phone"), &place.address)
        .await
    {
        Ok(()) => {
            let says = faults(here.t, &refused);
            Ok(asked.step(Step::Who, Asks::Person(Code::Sent), &was, &says, &kept))
        }
        Err(Problem::Invalid(mut found)) => {
            found.extend(refused);
            let says = faults(here.t, &found);
            let asks = if posted.ticked("with_code") {
                Asks::Person(Code::Asked)
            } else {
                Asks::Phone
            };
            Ok(asked.step(Step::Who, asks, &was, &says, &kept))
        }
        Err(other) => Err(other.into()),
    }
}

/// The files that wait for the form, whatever step is shown.
async fn kept(state: &AppState, here: &Here, place: &Place, posted: &Posted<FILES>) -> Kept {
    let reader = here.browser();
    let keeper = Keeper {
        state,
        j: &place.j,
        from: &place.address,
        reader: &reader,
    };
    keeper.keep(posted, &Gathered::default()).await
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
