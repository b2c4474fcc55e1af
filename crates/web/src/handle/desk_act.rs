//! An act sent from the desk's case page.

use super::back::refill;
use super::desk_case;
use super::held::{Gathered, Keeper};
use super::late::Late;
use super::place::Place;
use super::signed::Desk;
use super::write::FILES;
use crate::pages::desk::case_page::Opening;
use crate::parts::{NAMES, Refill, act_name, paper_reading, reading, reworded};
use crate::shell::{Flash, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::{CaseNumber, CommandId, Offer, OrderNo};
use office::{FieldFault, Order, Problem};
use procedure::Do;

/// The act with this word in the vocabulary.
pub(crate) fn act_of(word: &str) -> Option<Do> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

/// A form of an act as it was sent.
pub(crate) struct Sent<'a> {
    pub(crate) number: &'a CaseNumber,
    pub(crate) act: Do,
    /// What the page offered: tells which fields the rules need.
    pub(crate) offers: &'a [Offer],
    pub(crate) posted: &'a Posted<FILES>,
    /// Its files: the command takes them, what is wrong with them stays.
    pub(crate) files: &'a mut Gathered,
}

/// The command of a form.
///
/// # Errors
/// Fields at fault.
pub(crate) fn order_of(sent: Sent<'_>) -> Result<Order, Vec<FieldFault>> {
    let order: Option<OrderNo> = sent.posted.text("order").and_then(|no| no.parse().ok());
    let names = sent.posted.text(NAMES);
    let fits = |o: &Offer| o.names.is_none() || o.names.as_deref() == names;
    let offer = sent
        .offers
        .iter()
        .find(|o| o.does == sent.act && o.order == order && fits(o));
    let needs = offer.map(|o| o.needs.clone()).unwrap_or_default();
    let all = |name: &str| sent.posted.all(name).into_iter().map(str::to_owned).collect();
    let read = match paper_reading(sent.act, sent.posted.fields()) {
        Some(read) => read,
        None => reading(sent.act, &needs, &all),
    };
    let refused = sent.files.faults.clone();
    let draft = match read {
        Ok(draft) if refused.is_empty() => draft,
        Ok(_) => return Err(refused),
        // everything at once
        Err(mut faults) => {
            faults.extend(refused);
            return Err(faults);
        }
    };
    Ok(Order {
        number: sent.number.clone(),
        order,
        id: CommandId::from(sent.posted.text("command").unwrap_or_default()),
        seen: sent.posted.text("seen").and_then(|seq| seq.parse().ok()),
        draft,
        uploads: std::mem::take(&mut sent.files.uploads),
    })
}

/// `POST /desk/case/{number}/act/{act}`.
pub(crate) async fn act(
    State(state): State<AppState>,
    (here, place): (Here, Place),
    desk: Result<Desk, PageError>,
    Path((number, word)): Path<(String, String)>,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let desk = match desk {
        Err(PageError::SignIn) => {
            let late = Late {
                state: &state,
                here: &here,
                place: &place,
                at: &format!("/desk/case/{number}"),
                about: &word,
            };
            return late.at_desk(&posted).await;
        }
        desk => desk?,
    };
    let number = CaseNumber::from(number);
    let act = act_of(&word).ok_or(PageError::NotFound)?;
    let offers = state.office.offers(&desk.j, desk.actor(), &number).await?;
    let reader = desk.signed.reader();
    let keeper = Keeper {
        state: &state,
        j: &desk.j,
        from: &reader,
        reader: &reader,
    };
    let mut files = keeper.gather(&posted).await?;
    let sent = Sent {
        number: &number,
        act,
        offers: &offers,
        posted: &posted,
        files: &mut files,
    };
    let outcome = match order_of(sent) {
        Ok(order) => state.office.command(&desk.j, desk.actor(), order).await,
        Err(faults) => Err(Problem::Invalid(faults)),
    };
    match outcome {
        Ok(_) => {
            keeper.used(&posted).await;
            let flash = Flash::new("desk-done").with(
                "act",
                reworded(desk.here.t, &desk.adopted.procedure, act_name(desk.here.t, act)),
            );
            Ok(desk.here.go(&format!("/desk/case/{number}"), Some(flash)))
        }
        Err(problem) => {
            let (status, mut back) = refill(desk.here.t, &desk.adopted, &posted, problem)?;
            keeper.keep(&posted, &files).await.beside(&mut back);
            let order = posted.text("order").and_then(|no| no.parse().ok());
            desk_case::page(
                &state,
                &desk,
                &number,
                status,
                Opening::Closed,
                Some((act, order, &back)),
            )
            .await
        }
    }
}

/// `POST /desk/case/{number}/code`: sends a one-time code to the phone that was typed, and shows the form again.
pub(crate) async fn code(
    State(state): State<AppState>,
    desk: Desk,
    Path(number): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let number = CaseNumber::from(number);
    // Only who may complete the registration sends codes from here.
    let offers = state.office.offers(&desk.j, desk.actor(), &number).await?;
    if !offers.iter().any(|o| o.does == Do::Complete) {
        return Err(PageError::NotFound);
    }
    let (status, back) = match state
        .office
        .send_code(&desk.j, posted.text("phone").unwrap_or_default())
        .await
    {
        Ok(()) => {
            let sent = Refill {
                fields: posted.fields().to_vec(),
                told: Some(desk.here.t.say("desk-code-sent")),
                ..Refill::default()
            };
            (StatusCode::OK, sent)
        }
        Err(problem) => refill(desk.here.t, &desk.adopted, &posted, problem)?,
    };
    desk_case::page(
        &state,
        &desk,
        &number,
        status,
        Opening::Closed,
        Some((Do::Complete, None, &back)),
    )
    .await
}
