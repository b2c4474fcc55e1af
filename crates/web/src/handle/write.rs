//! A citizen writes: a code to the phone, the message, the receipt.

use super::back::faults;
use super::place::Place;
use super::receipt;
use super::signed::in_account;
use crate::pages::write::{Code, IN_ACCOUNT, Write, WriteStart};
use crate::parts::{anonymous, writable};
use crate::shell::{File, Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use calendar::Lang;
use case::Actor;
use case::access::THIS_OFFICE;
use office::accounts::Contact;
use office::draft::CitizenDraft;
use office::{Adopted, Message, Problem, Upload};

/// Files taken with one form.
pub(crate) const FILES: usize = 5;

/// `GET /write`.
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
    let frame = Frame::new(&here, here.t.say("citizen-write")).reworded(&adopted.procedure);
    // the phone of an account that is open is not filled in: it may be somebody else who writes
    Ok(here.show(&WriteStart::of(frame, "", None)))
}

/// `GET /write/form`: without a code.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    if !writable(&adopted.procedure) {
        return Ok(here.go("/", None));
    }
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    Ok(asked.show(StatusCode::OK, Code::No, &|_| String::new(), &[]))
}

/// `POST /write/code`: sends a code, and goes on to the message, or back to the one that was begun.
pub(crate) async fn code(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let phone = posted.text("phone").unwrap_or_default().to_owned();
    match state
        .office
        .send_code_from(&place.j, &phone, &place.address)
        .await
    {
        Ok(()) => {
            let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
            let asked = Asked::of(&state, &here, &place, &adopted).await?;
            Ok(asked.show(StatusCode::OK, Code::Sent, &was, &[]))
        }
        Err(Problem::Invalid(found)) if posted.ticked("with_code") => {
            let says = faults(here.t, &found);
            let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
            let asked = Asked::of(&state, &here, &place, &adopted).await?;
            Ok(asked.show(StatusCode::UNPROCESSABLE_ENTITY, Code::Asked, &was, &says))
        }
        Err(Problem::Invalid(found)) => {
            let fault = faults(here.t, &found).into_iter().next().map(|(_, says)| says);
            let frame = Frame::new(&here, here.t.say("citizen-write")).reworded(&adopted.procedure);
            Ok(here.show_as(
                StatusCode::UNPROCESSABLE_ENTITY,
                &WriteStart::of(frame, &phone, fault),
            ))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /write`.
pub(crate) async fn send(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let with_code = posted.ticked("with_code");
    // whoever leaves name and phone blank says nothing of themselves
    let nameless = !with_code && anonymous(&adopted.procedure);
    let writes = !nameless
        || ["name", "phone", "id_number"]
            .iter()
            .any(|name| filled(name).is_some());
    let own = adopted.procedure.channels.iter().find(|c| c.self_service);
    let open = in_account(&state, &here, &place.j).await?;
    // the way from the receipt leads into the account that is open here, and that need not be the writer's
    let verified = with_code && state.office.code_ways().phone;
    let theirs = match &open {
        Some(open) => Contact::read(&text("phone")).is_ok_and(|phone| phone == open.contact),
        None => true,
    };
    // somebody else may have left it open: a message goes there only where that was asked for
    let account = open.filter(|_| writes && posted.ticked(IN_ACCOUNT));
    let listed = account.is_some() || (verified && theirs);
    let message = Message {
        id: text("command"),
        channel: own.map(|c| c.id.clone()).unwrap_or_default(),
        title: text("title"),
        text: text("text"),
        category: filled("category"),
        place: filled("place"),
        citizen: writes.then(|| CitizenDraft {
            name: text("name"),
            phone: text("phone"),
            id_number: filled("id_number"),
            address: None,
            phone_code: filled("phone_code"),
            proof: None,
        }),
        uploads: uploads(posted.files.clone()),
        external: None,
        account,
        accused: filled("accused").into_iter().collect(),
        accused_named: filled("accused_named"),
        ..Message::default()
    };
    let missing = missing(&posted, with_code, writes);
    let outcome = if missing.is_empty() {
        state
            .office
            .count_message(&place.j, &place.address, writes)
            .await?;
        state
            .office
            .receive(&place.j, &Actor::Citizen(None), message)
            .await
    } else {
        Err(Problem::Invalid(missing))
    };
    match outcome {
        Ok(taken) => {
            let frame = Frame::new(&here, here.t.say("citizen-receipt")).reworded(&adopted.procedure);
            let page = receipt::page(
                frame,
                &adopted,
                &taken,
                state.office.promise(&place.j, &taken.number).await,
                &text("title"),
                &state.office.url_of(&place.j).await?,
                false,
            );
            Ok(here.show(&page.with_account(listed)))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            let code = if with_code { Code::Asked } else { Code::No };
            let asked = Asked::of(&state, &here, &place, &adopted).await?;
            Ok(asked.show(StatusCode::UNPROCESSABLE_ENTITY, code, &text, &says))
        }
        Err(other) => Err(other.into()),
    }
}

/// Fields that the page marks as needed.
fn missing(posted: &Posted<FILES>, with_code: bool, writes: bool) -> Vec<office::FieldFault> {
    let mut needed = vec!["title", "text"];
    if writes {
        needed.extend(["name", "phone"]);
    }
    if with_code {
        needed.extend(["phone_code", "id_number"]);
    }
    needed.retain(|name| posted.text(name).is_none());
    needed
        .into_iter()
        .map(|name| office::FieldFault::new(name, "field-empty"))
        .collect()
}

/// Files of a form as use cases take them.
pub(crate) fn uploads(files: Vec<File>) -> Vec<Upload> {
    files
        .into_iter()
        .map(|file| Upload {
            name: file.name,
            media: file.media.to_owned(),
            content: file.content,
        })
        .collect()
}

/// What the form is made of.
struct Asked<'a> {
    state: &'a AppState,
    here: &'a Here,
    adopted: &'a Adopted,
    /// The units that a message may accuse, by id and name; none where the rules have no such kind.
    units: Vec<(String, String)>,
    /// The account that is open in this browser, masked.
    account: Option<String>,
}

impl<'a> Asked<'a> {
    async fn of(
        state: &'a AppState,
        here: &'a Here,
        place: &Place,
        adopted: &'a Adopted,
    ) -> Result<Self, PageError> {
        let mut units = Vec::new();
        if adopted.procedure.has_accusing_kind() {
            let office = here.t.text(&adopted.procedure.head.issued_by).to_owned();
            units.push((THIS_OFFICE.to_owned(), office));
            let known = state.office.units_in(&place.j, here.t.lang()).await?.into_iter();
            let en = here.t.lang() == Lang::En;
            units.extend(known.map(|line| {
                let name = if en { line.unit.en } else { line.unit.zh };
                (line.unit.id.to_string(), name)
            }));
        }
        let account = in_account(state, here, &place.j).await?;
        Ok(Self {
            state,
            here,
            adopted,
            units,
            account: account.map(|account| account.contact.masked()),
        })
    }

    fn show(
        &self,
        status: StatusCode,
        code: Code,
        was: &dyn Fn(&str) -> String,
        says: &[(String, String)],
    ) -> Response {
        let (here, procedure) = (self.here, &self.adopted.procedure);
        let frame = Frame::new(here, here.t.say("citizen-write")).reworded(procedure);
        let kept = was("command");
        let command = if kept.is_empty() {
            self.state.office.chance().token()
        } else {
            kept
        };
        let mut page = Write::of(frame, procedure, code, &command, was, says);
        if let Some(contact) = &self.account {
            page = page.beside_account(contact, was);
        }
        if !self.units.is_empty() {
            page = page.asking_whom(procedure, &self.units, was, says);
        }
        here.show_as(status, &page)
    }
}
