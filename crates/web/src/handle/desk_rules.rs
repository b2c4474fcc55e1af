//! The administrator's rules and calendars: every version with how it stands, a text to adopt, and the decision to use
//! lapsed rules on, which the roles that the rules name may take as well.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::rules::{Back, Loaded, Rules, found};
use crate::shell::{File, Flash, PageError, Posted, T};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use case::access::Wish;
use jiff::civil::Date;
use office::adopt::{Bringing, NotAdopted};
use office::rules::{EndingOwn, UsingOn};
use office::{FieldFault, Problem};
use procedure::Wanted;
use std::collections::HashMap;

/// Files taken with one form: the text and what it names.
const FILES: usize = 10;
/// Name of the field for the text itself.
const FILE: &str = "file";

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

/// `POST /desk/rules/end-own`.
pub(crate) async fn end_own(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let done = match day(&text("from"), "from") {
        Ok(from) => {
            let ending = EndingOwn {
                unit: text("unit"),
                from,
                decided_by: text("decided_by"),
                reason: text("reason"),
            };
            state.office.end_own_rules(&desk.j, desk.actor(), ending).await
        }
        Err(problem) => Err(problem.into()),
    };
    let says = match done {
        Ok(()) => return Ok(desk.here.go("/desk/rules", Some(Flash::new("rules-decided")))),
        Err(NotAdopted::Problem(Problem::Invalid(wrong))) => faults(desk.here.t, &wrong),
        Err(NotAdopted::Problem(Problem::NotFound)) => {
            faults(desk.here.t, &[FieldFault::new("unit", "field-no-such-unit")])
        }
        Err(NotAdopted::Problem(other)) => return Err(other.into()),
        Err(NotAdopted::Faulty(wrong)) => vec![("unit".to_owned(), found(desk.here.t, &wrong))],
        Err(fault) => vec![told(desk.here.t, fault)],
    };
    again(&state, &desk, "end-own", &posted, says).await
}

/// `POST /desk/rules/adopt`.
pub(crate) async fn adopt(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted<FILES, true>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let refused = posted.file_faults();
    if !refused.is_empty() {
        return again(&state, &desk, "adopt", &posted, faults(t, &refused)).await;
    }
    let brought = match brought(&posted) {
        Ok(brought) => brought,
        Err(fault) => return again(&state, &desk, "adopt", &posted, faults(t, &[fault])).await,
    };
    let from = match posted.text("from").map(|typed| day(typed, "from")).transpose() {
        Ok(from) => from,
        Err(Problem::Invalid(wrong)) => {
            return again(&state, &desk, "adopt", &posted, faults(t, &wrong)).await;
        }
        Err(other) => return Err(other.into()),
    };
    let find = |wanted: Wanted<'_>| brought.fragment(wanted);
    let brought = Bringing {
        text: &brought.text,
        from,
        by: "",
        find: &find,
    };
    match state.office.bring_as(&desk.j, desk.actor(), brought).await {
        Ok(done) => {
            let flash = match done.unknown_unit {
                Some(unit) => Flash::new("rules-taken-unit-unknown").with("unit", unit),
                None => Flash::new("rules-taken"),
            };
            Ok(desk.here.go("/desk/rules", Some(flash)))
        }
        Err(NotAdopted::Problem(problem)) => Err(problem.into()),
        Err(fault) => again(&state, &desk, "adopt", &posted, vec![told(t, fault)]).await,
    }
}

/// A text to adopt, with the files that it names.
struct Brought {
    text: String,
    /// Name without its end, and what is in it.
    fragments: Vec<(String, String)>,
}

impl Brought {
    /// What the text names: a fragment or a procedure lies in a file that is called as its id.
    fn fragment(&self, wanted: Wanted<'_>) -> Option<String> {
        let (Wanted::Rules(id) | Wanted::Procedure(id)) = wanted;
        let found = self.fragments.iter().find(|(name, _)| name == id);
        found.map(|(_, text)| text.clone())
    }
}

/// What came with the form: a file, or else the text that was pasted; a file comes first, since it was chosen on purpose.
fn brought(posted: &Posted<FILES, true>) -> Result<Brought, FieldFault> {
    let mut fragments = Vec::new();
    let mut file = None;
    for one in &posted.files {
        let text = text_of(one).ok_or_else(|| FieldFault::new(&one.field, "rules-no-text"))?;
        if one.field == FILE {
            file = Some(text);
        } else {
            let name = one.name.strip_suffix(".toml").unwrap_or(&one.name);
            fragments.push((name.to_owned(), text));
        }
    }
    // A browser sends lines with CR LF; files are hashed as they were written.
    let pasted = posted
        .text("text")
        .map(|text| format!("{}\n", text.replace("\r\n", "\n")));
    match file.or(pasted) {
        Some(text) => Ok(Brought { text, fragments }),
        None => Err(FieldFault::new(FILE, "rules-nothing-brought")),
    }
}

/// A file as text, without the mark that some editors set before it.
fn text_of(file: &File) -> Option<String> {
    let text = std::str::from_utf8(&file.content).ok()?;
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// Why a text was not adopted, beside the field that it concerns.
fn told(t: T, fault: NotAdopted) -> (String, String) {
    let (field, says) = match fault {
        NotAdopted::Faulty(wrong) => (FILE, found(t, &wrong)),
        NotAdopted::Already(day) => (FILE, t.args("rules-already", &[("day", day.to_string())])),
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
async fn again<const MOST: usize, const ANY: bool>(
    state: &AppState,
    desk: &Desk,
    what: &str,
    posted: &Posted<MOST, ANY>,
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
