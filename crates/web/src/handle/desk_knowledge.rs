//! The knowledge base at the desk: the list, an entry with its versions, and what its keepers do with it.

use super::back::faults;
use super::desk_ledger::encoded;
use super::signed::Desk;
use crate::pages::desk::knowledge::{Asking, Back, EntryPage, Known, List, NewEntry};
use crate::parts::Pager;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::access::{Keeping, Wish, keeps, supplies_for};
use case::knowledge::Standing;
use jiff::civil::Date;
use office::knowledge::{KnowledgeAsked, KnowledgeDecision, KnowledgeDraft};
use office::{FieldFault, Problem};
use serde::Deserialize;
use store::KnowledgeAfter;

/// Lines on one page.
const PAGE: u32 = 30;

/// What the list shows, and from where on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// `due`, `proposed` or `withdrawn`; what stands where nothing is said.
    #[serde(default)]
    show: String,
    /// A unit, by id; `-` for the office itself.
    #[serde(default)]
    unit: String,
    /// What is sought in entries that hold.
    #[serde(default)]
    q: String,
    /// Behind this review day,
    #[serde(default)]
    review: String,
    /// this entry,
    #[serde(default)]
    after: String,
    /// and this version of it.
    #[serde(default)]
    version: u32,
}

impl Asked {
    fn asks(&self) -> KnowledgeAsked {
        let standing = match self.show.as_str() {
            "proposed" => Standing::Proposed,
            "withdrawn" => Standing::Withdrawn,
            _ => Standing::Current,
        };
        KnowledgeAsked {
            standing,
            unit: match self.unit.as_str() {
                "" => None,
                "-" => Some(String::new()),
                unit => Some(unit.to_owned()),
            },
            due: self.show == "due",
        }
    }
}

/// `GET /desk/knowledge`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    // no id has a control character in it, and PostgreSQL cannot look for U+0000
    if format!("{}{}", asked.unit, asked.after).contains(char::is_control) {
        return Err(PageError::NotFound);
    }
    let office = &state.office;
    let units = office.units_in(&desk.j, desk.here.t.lang()).await?;
    let known = known(&desk, &units, state.office.now());
    let sought = asked.q.replace('\0', "");
    let (lines, next) = if sought.trim().is_empty() {
        let after = asked.review.parse().ok().map(|review: Date| KnowledgeAfter {
            review,
            id: asked.after.clone(),
            version: asked.version,
        });
        let lines = office
            .knowledge(&desk.j, desk.actor(), &asked.asks(), after.as_ref(), PAGE)
            .await?;
        let next = lines.last().filter(|_| lines.len() == PAGE as usize).map(|row| {
            format!(
                "/desk/knowledge?show={}&unit={}&review={}&after={}&version={}",
                encoded(&asked.show),
                encoded(&asked.unit),
                row.entry.review,
                row.id,
                row.version
            )
        });
        (lines, next)
    } else {
        let found = office
            .knowledge_found(&desk.j, desk.actor(), &sought, PAGE)
            .await?;
        (found, None)
    };
    let waiting = office.knowledge_waiting(&desk.j, desk.actor()).await?;
    let t = desk.here.t;
    let frame = desk.frame(t.say("knowledge"));
    let pager = Pager {
        t,
        first: (!asked.review.is_empty()).then(|| format!("/desk/knowledge?show={}", encoded(&asked.show))),
        next,
    };
    let asking = Asking {
        show: &asked.show,
        unit: &asked.unit,
        sought: &sought,
    };
    let supplies = !known.units_of(desk.actor()).is_empty();
    Ok(desk.here.show(&List::of(
        frame,
        &known,
        &lines,
        waiting,
        &asking,
        (supplies, pager),
    )))
}

/// `GET /desk/knowledge/new`.
pub(crate) async fn new(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    new_page(&state, &desk, StatusCode::OK, None, &[]).await
}

/// `POST /desk/knowledge`: somebody supplies a new entry.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = match typed(&posted) {
        Ok(draft) => {
            let command = posted.text("command").unwrap_or_default();
            state
                .office
                .supply_knowledge(&desk.j, desk.actor(), command, None, draft)
                .await
        }
        Err(fault) => Err(Problem::Invalid(vec![fault])),
    };
    match done {
        Ok(done) => {
            let says = if done.stands {
                "knowledge-entered"
            } else {
                "knowledge-supplied"
            };
            let to = format!("/desk/knowledge/{}", done.id);
            Ok(desk.here.go(&to, Some(Flash::new(says))))
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            new_page(&state, &desk, status, Some(&posted), &says).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /desk/knowledge/{id}`.
pub(crate) async fn entry(
    State(state): State<AppState>,
    desk: Desk,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    page(&state, &desk, &id, StatusCode::OK, None).await
}

/// `POST /desk/knowledge/{id}/{what}`: a keeper revises, confirms, returns, looks at it again, or withdraws it.
pub(crate) async fn decide(
    State(state): State<AppState>,
    desk: Desk,
    Path((id, what)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    if id.contains(char::is_control) {
        return Err(PageError::NotFound);
    }
    let (office, who) = (&state.office, desk.actor());
    let version = posted.text("version").and_then(|text| text.parse().ok());
    let version = version.unwrap_or_default();
    let reason = posted.text("reason").unwrap_or_default();
    let done = match what.as_str() {
        "revise" => match typed(&posted) {
            Ok(draft) => {
                let command = posted.text("command").unwrap_or_default();
                let done = office
                    .supply_knowledge(&desk.j, who, command, Some((&id, version)), draft)
                    .await;
                done.map(|done| {
                    if done.stands {
                        "knowledge-revised"
                    } else {
                        "knowledge-supplied"
                    }
                })
            }
            Err(fault) => Err(Problem::Invalid(vec![fault])),
        },
        _ => {
            let (decision, says) = match what.as_str() {
                "confirm" => (Ok(KnowledgeDecision::Confirm), "knowledge-confirmed"),
                "return" => (Ok(KnowledgeDecision::Return(reason)), "knowledge-returned"),
                "withdraw" => (Ok(KnowledgeDecision::Withdraw(reason)), "knowledge-withdrawn"),
                "review" => (
                    day(&posted, "review").map(KnowledgeDecision::Review),
                    "knowledge-reviewed",
                ),
                _ => return Err(PageError::NotFound),
            };
            match decision {
                Ok(decision) => {
                    let done = office
                        .decide_knowledge(&desk.j, who, (&id, version), decision)
                        .await;
                    done.map(|()| says)
                }
                Err(fault) => Err(Problem::Invalid(vec![fault])),
            }
        }
    };
    match done {
        Ok(says) => Ok(desk
            .here
            .go(&format!("/desk/knowledge/{id}"), Some(Flash::new(says)))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let back = Back {
                what: &what,
                posted: posted.fields(),
                says: &says,
            };
            page(&state, &desk, &id, StatusCode::UNPROCESSABLE_ENTITY, Some(&back)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn day(posted: &Posted, name: &str) -> Result<Option<Date>, FieldFault> {
    let given = posted.text(name);
    given
        .map(|text| text.parse().map_err(|_| FieldFault::new(name, "field-not-a-day")))
        .transpose()
}

fn typed(posted: &Posted) -> Result<KnowledgeDraft, FieldFault> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    Ok(KnowledgeDraft {
        title: text("title"),
        words: text("words"),
        text: text("text"),
        unit: posted.text("unit").filter(|unit| *unit != "-").map(str::to_owned),
        topic: posted.text("topic").map(str::to_owned),
        public: posted.text("public") == Some("yes"),
        from: day(posted, "from")?,
        to: day(posted, "to")?,
        review: day(posted, "review")?,
    })
}

fn known<'a>(
    desk: &'a Desk,
    units: &'a [office::view::lists::UnitLine],
    now: calendar::Instant,
) -> Known<'a> {
    let procedure = &desk.adopted.procedure;
    Known {
        procedure,
        units,
        today: desk.adopted.calendar.local(now).date(),
        calendar: &desk.adopted.calendar,
        confirms: keeps(procedure, desk.actor(), None) == Some(Keeping::Confirms),
        own: supplies_for(procedure, desk.actor()),
    }
}

async fn new_page(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    posted: Option<&Posted>,
    says: &[(String, String)],
) -> Result<Response, PageError> {
    let units = state.office.units_in(&desk.j, desk.here.t.lang()).await?;
    let known = known(desk, &units, state.office.now());
    if !desk.may(Wish::SeeKnowledge) || known.units_of(desk.actor()).is_empty() {
        return Err(PageError::Forbidden);
    }
    let typed = |name: &str| posted.and_then(|posted| posted.text(name));
    let was = |name: &str| typed(name).unwrap_or_default().to_owned();
    let command = state.office.chance().token();
    let frame = desk.frame(desk.here.t.say("knowledge-enter"));
    let page = NewEntry::of(frame, &known, desk.actor(), &command, &was, says);
    Ok(desk.here.show_as(status, &page))
}

async fn page(
    state: &AppState,
    desk: &Desk,
    id: &str,
    status: StatusCode,
    back: Option<&Back<'_>>,
) -> Result<Response, PageError> {
    if id.contains(char::is_control) {
        return Err(PageError::NotFound);
    }
    let entry = state.office.knowledge_entry(&desk.j, desk.actor(), id).await?;
    let units = state.office.units_in(&desk.j, desk.here.t.lang()).await?;
    let known = known(desk, &units, state.office.now());
    let command = state.office.chance().token();
    let frame = desk.frame(desk.here.t.say("knowledge"));
    let page = EntryPage::of(frame, &known, desk.actor(), &entry, &command, back);
    Ok(desk.here.show_as(status, &page))
}
