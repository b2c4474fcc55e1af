//! An operator takes a call: the form, and what is looked up beside it while the caller speaks.

mod onward;
mod take;

pub(crate) use take::take;

use super::back::faults;
use super::desk_case;
use super::late;
use super::signed::Desk;
use crate::pages::desk::Line;
use crate::pages::desk::call::{Beside, Call, Earlier, Form, Known, Outcome, Taken, outcomes};
use crate::parts::{MOST_OF_A_KIND, Stopped, Suggested, Unit, logins};
use crate::shell::{Again, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::access::Wish;
use case::at_once::{AtOnce, at_once};
use office::Problem;
use office::catalogue::Typing;

/// Where the form stands.
const PAGE: &str = "/desk/call";
/// How many entries of the knowledge base stand beside the form.
const ENTRIES: u32 = 5;

/// A call that is being taken: the person, the rules, and what was typed so far.
struct Taking<'a> {
    state: &'a AppState,
    desk: &'a Desk,
    units: Vec<Unit>,
    open: AtOnce,
    posted: Option<&'a Posted>,
}

/// What an answer shows beside the form.
#[derive(Default)]
struct Shown {
    earlier: Option<Earlier>,
    beside: Option<Beside>,
    taken: Option<Taken>,
    told: Option<String>,
    /// Why nothing was stored.
    stopped: Option<Stopped>,
    /// Whether what stands in the form makes another message from now on.
    anew: bool,
    focus: &'static str,
}

/// `GET /desk/call`.
pub(crate) async fn form(
    State(state): State<AppState>,
    mut desk: Desk,
    Query(asked): Query<late::Asked>,
) -> Result<Response, PageError> {
    let waiting = late::found(&state, &desk.j, &desk.signed.reader(), (&asked, PAGE)).await?;
    desk.here.flash = late::gone(&asked, waiting.as_ref()).or(desk.here.flash);
    if let Some(waiting) = waiting {
        let posted = Posted::again(waiting.fields);
        let call = Taking::of(&state, &desk, Some(&posted)).await?;
        let shown = Shown {
            earlier: call.earlier().await.ok(),
            beside: Some(call.beside().await?),
            told: Some(desk.here.t.say("portal-late-back")),
            ..Shown::default()
        };
        return Ok(call.page(StatusCode::OK, shown, &[]));
    }
    let call = Taking::of(&state, &desk, None).await?;
    let shown = Shown {
        focus: "phone",
        ..Shown::default()
    };
    Ok(call.page(StatusCode::OK, shown, &[]))
}

/// `POST /desk/call/earlier`: looks for the caller's earlier cases, and for what fits what was typed; the number is not put
/// into an address. A script asks for the cases alone.
pub(crate) async fn earlier(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let call = Taking::of(&state, &desk, Some(&posted)).await?;
    let found = call.earlier().await;
    if posted.ticked("part") {
        let part = match found {
            Ok(part) => part,
            Err(Problem::Invalid(found)) => Earlier {
                wrong: faults(desk.here.t, &found)
                    .into_iter()
                    .next()
                    .map(|(_, says)| says),
                ..Earlier::nothing(desk.here.t, false)
            },
            Err(other) => return Err(other.into()),
        };
        return Ok(desk.here.show(&part));
    }
    let (status, earlier, says) = match found {
        Ok(found) => (StatusCode::OK, Some(found), Vec::new()),
        Err(Problem::Invalid(found)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            None,
            faults(desk.here.t, &found),
        ),
        Err(other) => return Err(other.into()),
    };
    let shown = Shown {
        earlier,
        beside: Some(call.beside().await?),
        focus: "name",
        ..Shown::default()
    };
    Ok(call.page(status, shown, &says))
}

/// `POST /desk/call/beside`: looks for entries of the knowledge base and for the unit that fit what was typed. A script asks
/// for these alone.
pub(crate) async fn beside(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let call = Taking::of(&state, &desk, Some(&posted)).await?;
    let beside = call.beside().await?;
    if posted.ticked("part") {
        return Ok(desk.here.show(&beside));
    }
    let shown = Shown {
        earlier: call.earlier().await.ok(),
        beside: Some(beside),
        focus: "outcome",
        ..Shown::default()
    };
    Ok(call.page(StatusCode::OK, shown, &[]))
}

/// `POST /desk/call/code`: sends a one-time code to the caller's phone, who reads it out.
pub(crate) async fn code(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let call = Taking::of(&state, &desk, Some(&posted)).await?;
    let phone = posted.text("phone").unwrap_or_default();
    let (status, told, says) = match state.office.send_code(&desk.j, phone).await {
        Ok(()) => (
            StatusCode::OK,
            Some(desk.here.t.say("desk-code-sent")),
            Vec::new(),
        ),
        Err(Problem::Invalid(found)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            None,
            faults(desk.here.t, &found),
        ),
        Err(other) => return Err(other.into()),
    };
    let shown = Shown {
        earlier: call.earlier().await.ok(),
        beside: Some(call.beside().await?),
        told,
        ..Shown::default()
    };
    Ok(call.page(status, shown, &says))
}

impl<'a> Taking<'a> {
    /// For those who take calls.
    async fn of(state: &'a AppState, desk: &'a Desk, posted: Option<&'a Posted>) -> Result<Self, PageError> {
        if !desk.may(Wish::TakeCalls) {
            return Err(PageError::Forbidden);
        }
        Ok(Self {
            state,
            desk,
            units: desk_case::units(state, desk).await?,
            open: at_once(&desk.adopted.rules(), desk.actor(), state.office.now()),
            posted,
        })
    }

    fn outcomes(&self) -> Vec<Outcome> {
        outcomes(self.desk.here.t, &self.desk.adopted.procedure, &self.open)
    }

    fn was(&self, name: &str) -> String {
        self.posted
            .map(|posted| posted.all(name).join(" "))
            .unwrap_or_default()
    }

    /// What stands in a field, where anything does.
    fn filled(&self, name: &str) -> Option<String> {
        self.posted
            .and_then(|posted| posted.text(name))
            .map(str::to_owned)
    }

    fn all(&self, name: &str) -> Vec<String> {
        let values = self.posted.map(|posted| posted.all(name)).unwrap_or_default();
        values.into_iter().map(str::to_owned).collect()
    }

    /// The marks chosen, whatever field they were chosen in.
    fn marks(&self) -> Vec<String> {
        let groups = (1..=MOST_OF_A_KIND).flat_map(|no| self.all(&format!("marks-{no}")));
        self.all("marks").into_iter().chain(groups).collect()
    }

    fn accused_people(&self) -> Vec<String> {
        self.filled("accused_people")
            .as_deref()
            .map(logins)
            .unwrap_or_default()
    }

    /// The page; empty but for what was taken just now, where something was.
    fn page(&self, status: StatusCode, shown: Shown, says: &[(String, String)]) -> Response {
        let (t, rules) = (self.desk.here.t, &self.desk.adopted.procedure);
        let empty = shown.taken.as_ref().is_some_and(|taken| !taken.kept);
        let was = |name: &str| if empty { String::new() } else { self.was(name) };
        let kept = was("command");
        let command = if kept.is_empty() || shown.anew {
            self.state.office.chance().token()
        } else {
            kept
        };
        let outcomes = self.outcomes();
        let form = Form {
            procedure: rules,
            units: &self.units,
            outcomes: &outcomes,
            command: &command,
            faults: says,
            told: shown.told,
            stopped: shown.stopped,
            focus: shown.focus,
        };
        let earlier = shown
            .earlier
            .unwrap_or_else(|| Earlier::nothing(t, self.open.repeats));
        let beside = shown.beside.unwrap_or_else(|| Beside::nothing(t));
        let mut frame = self.desk.frame(t.say("desk-call"));
        // the check code of what was taken is shown this once
        if shown.taken.is_none() {
            frame.again(Again {
                form: "call",
                to: "/desk/call/beside",
                go: "",
                plainly: "/desk/call/earlier",
            });
        }
        let page = Call::of(frame, &form, &was, (earlier, beside), shown.taken);
        self.desk.here.show_as(status, &page)
    }

    /// The caller's earlier cases, the newest first.
    async fn earlier(&self) -> Result<Earlier, Problem> {
        let (office, desk) = (&self.state.office, self.desk);
        let now = office.now();
        let found = office
            .earlier_of(&desk.j, desk.actor(), &self.was("phone"), 10)
            .await?;
        let same = self.was("repeat");
        let line = |found: &office::view::QueueLine| {
            let number = found.row.number.as_str().to_owned();
            let chosen = number == same;
            (Line::of(desk.here.t, &desk.adopted, found, now), number, chosen)
        };
        Ok(Earlier {
            earlier: Some(found.iter().map(line).collect()),
            ..Earlier::nothing(desk.here.t, self.open.repeats)
        })
    }

    /// Entries of the knowledge base that fit what was typed, and the unit of the dispatch catalogue.
    async fn beside(&self) -> Result<Beside, PageError> {
        let (office, desk) = (&self.state.office, self.desk);
        let said = format!("{}\n{}", self.was("title"), self.was("text"));
        if said.trim().is_empty() {
            return Ok(Beside::nothing(desk.here.t));
        }
        let entries = office
            .knowledge_said(&desk.j, desk.actor(), &said, ENTRIES)
            .await?;
        let today = desk.adopted.calendar.local(office.now()).date();
        let beside = Beside {
            entries: Some(entries.iter().map(|row| Known::of(row, today)).collect()),
            ..Beside::nothing(desk.here.t)
        };
        Ok(beside.with_unit(self.suggested(&said).await?, &self.units))
    }

    /// What the dispatch catalogue says to what was typed.
    async fn suggested(&self, said: &str) -> Result<Option<Suggested>, PageError> {
        let (category, division) = (self.filled("category"), self.filled("division"));
        let (marks, accused) = (self.marks(), self.all("accused"));
        let (people, named) = (self.accused_people(), self.filled("accused_named"));
        let typing = Typing {
            said,
            category: category.as_deref(),
            marks: &marks,
            division: division.as_deref(),
            accused: &accused,
            accused_people: &people,
            accused_named: named.as_deref(),
        };
        let (office, desk) = (&self.state.office, self.desk);
        let found = office
            .suggestion_while_typing(&desk.j, desk.actor(), &typing)
            .await?;
        let (t, rules) = (desk.here.t, &desk.adopted.procedure);
        Ok(found.map(|found| {
            let (units, why) = desk_case::reasoned(t, rules, found, &self.units);
            Suggested {
                units,
                says: t.args("call-suggested-why", &why),
            }
        }))
    }
}
