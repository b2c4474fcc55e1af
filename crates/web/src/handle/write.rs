//! A citizen's message is sent, from the last step or from the form on one page; the receipt.

use super::back::faults;
use super::held::{Keeper, Kept};
use super::place::Place;
use super::receipt;
use super::signed::in_account;
use crate::pages::answers::Answers;
use crate::pages::write::{Code, IN_ACCOUNT, Write, accuses};
use crate::pages::write_steps::{Asks, Made, Step, WriteStep};
use crate::parts::{Stopped, anonymous, writable};
use crate::shell::allow_position;
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use calendar::Lang;
use case::Actor;
use case::access::THIS_OFFICE;
use office::accounts::Contact;
use office::draft::CitizenDraft;
use office::point::Point;
use office::{Adopted, Message, Problem};
use store::Unit;

/// Files taken with one form.
pub(crate) const FILES: usize = 5;

/// `GET /write/form`: without a code.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    if !writable(&adopted.procedure) || state.office.takes_none(&place.j).await? {
        return Ok(here.go("/", None));
    }
    let asked = Asked::of(&state, &here, &place, &adopted).await?;
    let nothing = |_: &str| String::new();
    Ok(asked.show(StatusCode::OK, Code::No, &nothing, &[], &Kept::default()))
}

/// `POST /write`.
pub(crate) async fn send(
    State(state): State<AppState>,
    here: Here,
    at: Place,
    posted: Posted<FILES>,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&at.j, state.office.now()).await?;
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
    let open = in_account(&state, &here, &at.j).await?;
    // the way from the receipt leads into the account that is open here, and that need not be the writer's
    let verified = with_code && state.office.code_ways().phone;
    let theirs = match &open {
        Some(open) => Contact::read(&text("phone")).is_ok_and(|phone| phone == open.contact),
        None => true,
    };
    // somebody else may have left it open: a message goes there only where that was asked for
    let account = open.filter(|_| writes && posted.ticked(IN_ACCOUNT));
    let listed = account.is_some() || (verified && theirs);
    let point = Point::read(&text("latitude"), &text("longitude"));
    // where somebody stands who accuses may tell who they are
    let place = match &point {
        Ok(Some(point)) if !accuses(&adopted.procedure, &text) => Some(point.beside(&text("place"))),
        Ok(_) | Err(_) => filled("place"),
    };
    let reader = here.browser();
    let keeper = Keeper {
        state: &state,
        j: &at.j,
        from: &at.address,
        reader: &reader,
    };
    let mut files = keeper.gather(&posted).await?;
    let message = Message {
        id: text("command"),
        channel: own.map(|c| c.id.clone()).unwrap_or_default(),
        title: text("title"),
        text: text("text"),
        category: filled("category"),
        place,
        division: filled("division"),
        citizen: writes.then(|| CitizenDraft {
            name: text("name"),
            phone: text("phone"),
            id_number: filled("id_number"),
            address: None,
            phone_code: filled("phone_code"),
            proof: None,
        }),
        uploads: std::mem::take(&mut files.uploads),
        external: None,
        account,
        accused: filled("accused").into_iter().collect(),
        accused_named: filled("accused_named"),
        ..Message::default()
    };
    let mut missing = missing(&posted, with_code, writes);
    missing.extend(point.err().unwrap_or_default());
    missing.extend(files.faults.clone());
    let outcome = if missing.is_empty() {
        state.office.count_message(&at.j, &at.address, writes).await?;
        state.office.receive(&at.j, &Actor::Citizen(None), message).await
    } else {
        Err(Problem::Invalid(missing))
    };
    let code = if with_code { Code::Asked } else { Code::No };
    match outcome {
        // what was changed is not dropped: the form comes back, with an id of its own for another message
        Ok(first) if first.changed => {
            let fresh = |name: &str| match name {
                "command" | "phone_code" => String::new(),
                name => text(name),
            };
            let stopped = Stopped::sent_before(here.t, &adopted.procedure, &first.number);
            let asked = Asked::of(&state, &here, &at, &adopted).await?.stopped(stopped);
            let kept = keeper.keep(&posted, &files).await;
            Ok(asked.again(&posted, code, &fresh, &[], &kept))
        }
        Ok(taken) => {
            keeper.used(&posted).await;
            let frame = Frame::new(&here, here.t.say("citizen-receipt")).reworded(&adopted.procedure);
            let page = receipt::page(
                frame,
                &adopted,
                &taken,
                state.office.promise(&at.j, &taken.number).await,
                &text("title"),
                &state.office.url_of(&at.j).await?,
                false,
            );
            Ok(here.show(&page.with_account(listed)))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(here.t, &found);
            let asked = Asked::of(&state, &here, &at, &adopted).await?;
            let kept = keeper.keep(&posted, &files).await;
            Ok(asked.again(&posted, code, &text, &says, &kept))
        }
        // the rules lapsed while it was written
        Err(Problem::Lapsed(_)) => {
            let stopped = Stopped::lapsed(here.t, &adopted.procedure);
            let asked = Asked::of(&state, &here, &at, &adopted).await?.stopped(stopped);
            let kept = keeper.keep(&posted, &files).await;
            Ok(asked.again(&posted, code, &text, &[], &kept))
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

/// What the form is made of.
pub(super) struct Asked<'a> {
    state: &'a AppState,
    here: &'a Here,
    adopted: &'a Adopted,
    /// The units that a message may accuse, by id and name; none where the rules have no such kind.
    units: Vec<(String, String)>,
    /// Units that stand for places.
    places: Vec<Unit>,
    /// The account that is open in this browser, masked.
    account: Option<String>,
    /// Why nothing was taken of what was sent.
    stopped: Option<Stopped>,
}

impl<'a> Asked<'a> {
    pub(super) async fn of(
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
            places: state.office.places(&place.j).await?,
            account: account.map(|account| account.contact.masked()),
            stopped: None,
        })
    }

    /// For a form that was right and was not taken.
    pub(super) fn stopped(self, stopped: Stopped) -> Self {
        Self {
            stopped: Some(stopped),
            ..self
        }
    }

    /// The form that was sent comes back: the last step as a step.
    fn again(
        &self,
        posted: &Posted<FILES>,
        code: Code,
        was: &dyn Fn(&str) -> String,
        says: &[(String, String)],
        kept: &Kept,
    ) -> Response {
        if posted.text("step").is_some() {
            return self.step(Step::Who, Asks::Person(code), was, says, kept);
        }
        self.show(self.status(says), code, was, says, kept)
    }

    fn status(&self, says: &[(String, String)]) -> StatusCode {
        match (says.is_empty(), &self.stopped) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, Some(_)) => StatusCode::CONFLICT,
            (true, None) => StatusCode::OK,
        }
    }

    /// Id of the message that the form makes, drawn with the first one.
    fn command(&self, was: &dyn Fn(&str) -> String) -> String {
        let kept = was("command");
        if kept.is_empty() {
            self.state.office.chance().token()
        } else {
            kept
        }
    }

    /// Everything on one page.
    fn show(
        &self,
        status: StatusCode,
        code: Code,
        was: &dyn Fn(&str) -> String,
        says: &[(String, String)],
        kept: &Kept,
    ) -> Response {
        let (here, procedure) = (self.here, &self.adopted.procedure);
        let frame = Frame::new(here, here.t.say("citizen-write")).reworded(procedure);
        let mut page = Write::of(frame, procedure, code, &self.command(was), was, says)
            .with_files(&kept.files, kept.lost)
            .stopped(self.stopped.clone());
        if let Some(contact) = &self.account {
            page = page.beside_account(contact, was);
        }
        if !self.units.is_empty() {
            page = page.asking_whom(procedure, &self.units, was, says);
        }
        here.show_as(status, &page)
    }

    /// One of three steps, with what is wrong and with the files that wait.
    pub(super) fn step(
        &self,
        step: Step,
        asks: Asks,
        was: &dyn Fn(&str) -> String,
        says: &[(String, String)],
        kept: &Kept,
    ) -> Response {
        let beside = Answers::nothing(self.here.t);
        self.step_beside(step, asks, was, (says, beside), kept)
    }

    /// The same with answers of the knowledge base.
    pub(super) fn step_beside(
        &self,
        step: Step,
        asks: Asks,
        was: &dyn Fn(&str) -> String,
        (says, answers): (&[(String, String)], Answers),
        kept: &Kept,
    ) -> Response {
        let (here, rules) = (self.here, &self.adopted.procedure);
        let frame = Frame::new(here, here.t.say("citizen-write")).reworded(rules);
        let command = self.command(was);
        let made = Made {
            rules,
            accusable: &self.units,
            places: &self.places,
            account: self.account.as_deref(),
            command: &command,
        };
        let page = WriteStep::of(frame, step, asks, made, was, says)
            .with_files(&kept.files, kept.lost)
            .beside(answers)
            .stopped(self.stopped.clone());
        let mut response = here.show_as(self.status(says), &page);
        if step == Step::Where {
            allow_position(response.headers_mut());
        }
        response
    }
}
