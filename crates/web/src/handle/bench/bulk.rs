//! One act on several cases: chosen from a list, confirmed on a page of its own, and carried out case by case, each as a
//! command of its own. What the rules refuse of one stops none of the others. Whatever is judged (a review, a ruling, a
//! signature, a publication) is done with that case before one's eyes, and never here.

mod carry;
mod picked;

use crate::handle::back::faults;
use crate::handle::desk_act::act_of;
use crate::handle::desk_case::units;
use crate::handle::late::{self, Late};
use crate::handle::place::Place;
use crate::handle::signed::Desk;
use crate::pages::desk::bulk::{Again, BulkForm, BulkResult, Sent};
use crate::parts::{Choices, Refill, act_name, reading, reworded};
use crate::shell::{Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use carry::Went;
use case::Offer;
use picked::{Picked, Ticked, lines, look, needs, picks};
use procedure::Do;

/// What can be done with several at once: either nothing is written, or the same is written for all.
const TOGETHER: [Do; 8] = [
    Do::SignFor,
    Do::Claim,
    Do::Accept,
    Do::Dispatch,
    Do::Urge,
    Do::Supervise,
    Do::Close,
    Do::Archive,
];
/// Where the form stands.
const PAGE: &str = "/desk/bulk";
/// Most lines at once: more than a page has.
pub(crate) const MOST: usize = 50;

/// The acts that a rule gives to a post of this person: word and name.
pub(crate) fn offered(desk: &Desk) -> Vec<(String, String)> {
    let rules = &desk.adopted.procedure;
    let posts = desk.signed.posts();
    let may = |act: &&Do| {
        let mut own = rules.acts.iter().filter(|rule| rule.does == **act && !rule.seen);
        own.any(|rule| posts.iter().any(|post| rule.by.contains(&post.role)))
    };
    let t = desk.here.t;
    let named = |act: Do| {
        let name = reworded(t, rules, act_name(t, act));
        (procedure::vocabulary::word(act), name)
    };
    TOGETHER.iter().filter(may).copied().map(named).collect()
}

/// `POST /desk/bulk`: what would be done, with the form that is the same for all.
pub(crate) async fn choose(
    State(state): State<AppState>,
    (here, place): (Here, Place),
    desk: Result<Desk, PageError>,
    posted: Posted,
) -> Result<Response, PageError> {
    let word = posted.text("act").unwrap_or_default();
    let desk = match desk {
        Err(PageError::SignIn) => return late(&state, (&here, &place), word, &posted).await,
        desk => desk?,
    };
    let act = together(posted.text("act").unwrap_or_default())?;
    let mut listed = picks(&posted, "pick");
    if listed.is_empty() || listed.len() > MOST {
        return nothing(&desk, &posted, listed.len());
    }
    look(&state, &desk, act, &mut listed).await?;
    form(&state, &desk, (act, &posted), &listed, (&Picked::open, None)).await
}

/// `POST /desk/bulk/act/{act}`: does it, and says of each case what became of it.
pub(crate) async fn act(
    State(state): State<AppState>,
    (here, place): (Here, Place),
    desk: Result<Desk, PageError>,
    Path(word): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let desk = match desk {
        Err(PageError::SignIn) => return late(&state, (&here, &place), &word, &posted).await,
        desk => desk?,
    };
    let (t, act) = (desk.here.t, together(&word)?);
    let mut chosen = picks(&posted, "pick");
    let mut listed = picks(&posted, "listed");
    if chosen.len().max(listed.len()) > MOST {
        return nothing(&desk, &posted, chosen.len().max(listed.len()));
    }
    let back = Refill {
        fields: posted.fields().to_vec(),
        ..Refill::default()
    };
    if chosen.is_empty() {
        if listed.is_empty() {
            return nothing(&desk, &posted, 0);
        }
        let back = Refill {
            refused: Some(t.say("bulk-none")),
            ..back
        };
        look(&state, &desk, act, &mut listed).await?;
        return form(&state, &desk, (act, &posted), &listed, (&|_| false, Some(&back))).await;
    }
    let went = match look(&state, &desk, act, &mut chosen).await {
        Ok(()) => {
            let all = |name: &str| posted.all(name).into_iter().map(str::to_owned).collect();
            let draft = match reading(act, &needs(&chosen), &all) {
                Ok(draft) => draft,
                Err(found) => {
                    let back = Refill {
                        faults: faults(t, &found),
                        ..back
                    };
                    let ticked = |one: &Picked| chosen.iter().any(|pick| pick.value == one.value);
                    if listed.is_empty() {
                        listed = picks(&posted, "pick");
                    }
                    look(&state, &desk, act, &mut listed).await?;
                    return form(&state, &desk, (act, &posted), &listed, (&ticked, Some(&back))).await;
                }
            };
            let base = posted.text("command").unwrap_or_default();
            carry::all(&state, &desk, &chosen, (base, &draft)).await
        }
        Err(problem) if problem.passes() => Went::nowhere(&desk, &chosen, &problem),
        Err(problem) => return Err(problem.into()),
    };
    Ok(result(&desk, act, &posted, went))
}

/// What was chosen and typed waits for whoever signs in again.
async fn late(
    state: &AppState,
    (here, place): (&Here, &Place),
    word: &str,
    posted: &Posted,
) -> Result<Response, PageError> {
    let late = Late {
        state,
        here,
        place,
        at: PAGE,
        about: word,
    };
    late.at_desk(posted).await
}

/// `GET /desk/bulk`: what was chosen when a session had lapsed; else there is nothing here.
pub(crate) async fn again(
    State(state): State<AppState>,
    desk: Desk,
    Query(asked): Query<late::Asked>,
) -> Result<Response, PageError> {
    let reader = desk.signed.reader();
    let Some(waiting) = late::found(&state, &desk.j, &reader, (&asked, PAGE)).await? else {
        return Ok(desk.here.go("/desk", late::gone(&asked, None)));
    };
    let act = together(&waiting.about)?;
    let back = waiting.refill(desk.here.t);
    let posted = Posted::again(waiting.fields);
    let chosen = picks(&posted, "pick");
    let mut listed = picks(&posted, "listed");
    if listed.is_empty() {
        listed = picks(&posted, "pick");
    }
    if listed.is_empty() || listed.len() > MOST {
        return nothing(&desk, &posted, listed.len());
    }
    look(&state, &desk, act, &mut listed).await?;
    let ticked = |one: &Picked| chosen.iter().any(|pick| pick.value == one.value);
    form(&state, &desk, (act, &posted), &listed, (&ticked, Some(&back))).await
}

/// What became of each; where some are left, with a form that goes on with them.
fn result(desk: &Desk, act: Do, posted: &Posted, went: Went) -> Response {
    let t = desk.here.t;
    let status = match went.stopped {
        Some(_) => StatusCode::SERVICE_UNAVAILABLE,
        None => StatusCode::OK,
    };
    let name = reworded(t, &desk.adopted.procedure, act_name(t, act));
    let (values, left): (Vec<_>, Vec<_>) = went.left.into_iter().unzip();
    let own = |name: &str| ["token", "pick", "listed"].contains(&name);
    let typed = posted.fields().iter().filter(|(name, _)| !own(name));
    let picks = values.into_iter().map(|value| ("pick".to_owned(), value));
    let again = Again {
        action: format!("/desk/bulk/act/{}", procedure::vocabulary::word(act)),
        fields: typed.cloned().chain(picks).collect(),
        left,
        stopped: went.stopped,
    };
    let frame = desk.frame(t.say("bulk-result"));
    let page = BulkResult::of(frame, name, (went.done, went.refused), again, back(posted));
    desk.here.show_as(status, &page)
}

/// The act of a word, where it can be done with several at once.
fn together(word: &str) -> Result<Do, PageError> {
    let act = act_of(word).filter(|act| TOGETHER.contains(act));
    act.ok_or(PageError::NotFound)
}

/// The page on which it is confirmed: which of the cases stay chosen, and what is wrong with what was typed.
async fn form(
    state: &AppState,
    desk: &Desk,
    (act, posted): (Do, &Posted),
    listed: &[Picked],
    (ticked, back_with): (Ticked<'_>, Option<&Refill>),
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let rules = &desk.adopted.procedure;
    let open = listed.iter().filter(|one| one.open());
    let first = open
        .filter_map(|one| one.seen.as_ref())
        .find_map(|seen| seen.offers.first());
    let offer = first.map(|first| Offer {
        needs: needs(listed),
        blocked: None,
        order: None,
        ..first.clone()
    });
    let units = match act {
        Do::Dispatch | Do::Claim => units(state, desk).await?,
        _ => Vec::new(),
    };
    let mut own = units.clone();
    let claims = state.office.claiming_units(desk.actor(), rules);
    own.retain(|unit| claims.contains(&unit.id));
    let choices = Choices {
        procedure: rules,
        units: &units,
        earlier: &[],
        orders: &[],
        unit: None,
        category: None,
        own: &own,
        text: None,
        suggested: None,
        finds: None,
    };
    let name = reworded(t, rules, act_name(t, act));
    let frame = desk.frame(t.args("bulk-title", &[("act", name)]));
    let sent = Sent {
        listed: listed.iter().map(|one| one.value.clone()).collect(),
        back: back(posted),
        refill: back_with,
    };
    let command = state.office.chance().token();
    let lines = lines(state, desk, listed, ticked).await?;
    let page = BulkForm::of(frame, (offer.as_ref(), &choices, &command), lines, sent);
    let status = match back_with {
        // what waited for a sign-in is no fault
        Some(back) if back.told.is_none() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    Ok(desk.here.show_as(status, &page))
}

/// Nothing was chosen, or too much.
fn nothing(desk: &Desk, posted: &Posted, count: usize) -> Result<Response, PageError> {
    let t = desk.here.t;
    let says = match count {
        0 => t.say("bulk-none"),
        _ => t.args("bulk-many", &[("most", MOST.to_string())]),
    };
    let page = BulkResult::nothing(desk.frame(t.say("bulk-result")), says, back(posted));
    Ok(desk.here.show_as(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// The list from which it was chosen; never another site.
fn back(posted: &Posted) -> String {
    let asked = posted.text("back").and_then(|back| back.strip_prefix("/desk?"));
    let asked = asked.and_then(super::asked::Asked::kept);
    asked.map_or_else(|| "/desk".to_owned(), |asked| format!("/desk?{}", asked.query()))
}
