//! The administrator's rules and calendars: every version with how it stands, a text to adopt, and the decision to use
//! lapsed rules on, which the roles that the rules name may take as well.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::rules::{Back, Loaded, Rules, found};
use crate::shell::{Flash, PageError, Posted, T};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use case::access::Wish;
use jiff::civil::Date;
use office::adopt::{Bringing, NotAdopted};
use office::rules::UsingOn;
use office::{FieldFault, Problem};
use procedure::Wanted;
use std::collections::HashMap;

/// `GET /desk/rules`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    let loaded = load(&state, &desk).await?;
    Ok(page(&desk, StatusCode::OK, loaded, None))
}

/// `POST /desk/rules/continue`.
pub(crate) async fn go_on(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let done = match day(&text("until"), "until") {
        Ok(until) => {
            let decided = UsingOn {
                until,
                decided_by: text("decided_by"),
                reason: text("reason"),
            };
            state.office.use_on(&desk.j, desk.actor(), decided).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => Ok(desk.here.go("/desk/rules", Some(Flash::new("rules-decided")))),
        Err(Problem::Invalid(wrong)) => {
            let says = faults(desk.here.t, &wrong);
            again(&state, &desk, "continue", &posted, says).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/rules/adopt`.
pub(crate) async fn adopt(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let Some(text) = posted.text("text") else {
        let says = faults(t, &[FieldFault::new("text", "field-empty")]);
        return again(&state, &desk, "adopt", &posted, says).await;
    };
    let from = match posted.text("from").map(|typed| day(typed, "from")).transpose() {
        Ok(from) => from,
        Err(Problem::Invalid(wrong)) => {
            return again(&state, &desk, "adopt", &posted, faults(t, &wrong)).await;
        }
        Err(other) => return Err(other.into()),
    };
    // A browser sends lines with CR LF; files are hashed as they were written.
    let text = format!("{}\n", text.replace("\r\n", "\n"));
    let nothing = |_: Wanted<'_>| None;
    let brought = Bringing {
        text: &text,
        from,
        by: "",
        find: &nothing,
    };
    match state.office.bring_as(&desk.j, desk.actor(), brought).await {
        Ok(_) => Ok(desk.here.go("/desk/rules", Some(Flash::new("rules-taken")))),
        Err(NotAdopted::Problem(problem)) => Err(problem.into()),
        Err(fault) => again(&state, &desk, "adopt", &posted, vec![told(t, fault)]).await,
    }
}

/// Why a text was not adopted, beside the field that it concerns.
fn told(t: T, fault: NotAdopted) -> (String, String) {
    let (field, says) = match fault {
        NotAdopted::Faulty(wrong) => ("text", found(t, &wrong)),
        NotAdopted::Already(day) => ("text", t.args("rules-already", &[("day", day.to_string())])),
        NotAdopted::TooEarly { since, .. } => {
            ("from", t.args("rules-too-early", &[("since", since.to_string())]))
        }
        NotAdopted::NoDay | NotAdopted::Problem(_) => ("from", t.say("field-empty")),
    };
    (field.to_owned(), says)
}

fn day(text: &str, field: &str) -> Result<Date, Problem> {
    let wrong = if text.is_empty() {
        "field-empty"
    } else {
        "field-not-a-day"
    };
    text.parse().map_err(|_| Problem::field(field, wrong))
}

/// The page with a form as it was sent.
async fn again(
    state: &AppState,
    desk: &Desk,
    what: &str,
    posted: &Posted,
    says: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let loaded = load(state, desk).await?;
    let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let back = Back {
        what,
        was: &was,
        faults: &says,
    };
    Ok(page(desk, StatusCode::UNPROCESSABLE_ENTITY, loaded, Some(&back)))
}

async fn load(state: &AppState, desk: &Desk) -> Result<Loaded, PageError> {
    let office = &state.office;
    let decides = office.may_decide(&desk.j, desk.actor()).await?;
    if !decides {
        return Err(PageError::Forbidden);
    }
    let versions = office.versions(&desk.j).await?;
    let calendars = office.calendar_versions(&desk.j).await?;
    let heads = versions.iter().map(|v| &v.head);
    let mut adopters = HashMap::new();
    for head in heads.chain(calendars.iter().map(|c| &c.head)) {
        if let Some(name) = office.adopter(&desk.j, &head.adopted_by).await? {
            adopters.insert(head.adopted_by.clone(), name);
        }
    }
    Ok(Loaded {
        lapse: office.lapse(&desk.j, office.now()).await?,
        adopts: desk.may(Wish::Administer),
        versions,
        calendars,
        adopters,
    })
}

fn page(desk: &Desk, status: StatusCode, loaded: Loaded, back: Option<&Back<'_>>) -> Response {
    let frame = desk.frame(desk.here.t.say("rules-title"));
    desk.here.show_as(status, &Rules::of(frame, loaded, back))
}
