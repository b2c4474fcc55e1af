//! One act on several cases: chosen from a list, confirmed on a page of its own, and carried out case by case, each as a
//! command of its own. What the rules refuse of one stops none of the others. Whatever is judged (a review, a ruling, a
//! signature, a publication) is done with that case before one's eyes, and never here.

use crate::handle::back::{faults, refused};
use crate::handle::desk_act::act_of;
use crate::handle::desk_case::units;
use crate::handle::signed::Desk;
use crate::pages::desk::bulk::{BulkForm, BulkResult, Outcome};
use crate::parts::{Choices, Refill, act_name, reading, reworded};
use crate::shell::{PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::{CaseNumber, CommandId, Offer, OrderNo};
use office::{Draft, Order, Problem};
use procedure::{Do, Field};

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
/// Most lines at once: as many as a page has.
const MOST: usize = 50;

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

/// One of the cases that were chosen.
struct Picked {
    number: CaseNumber,
    /// The work order, in a list of work orders.
    order: Option<OrderNo>,
    title: String,
    /// What may be done with it: the act, once for each work order meant; nothing where it may not.
    offers: Vec<Offer>,
    /// Whether the person sees it at all.
    there: bool,
}

/// `POST /desk/bulk`: what would be done, with the form that is the same for all.
pub(crate) async fn choose(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let act = together(posted.text("act").unwrap_or_default())?;
    let picks = picks(&posted);
    if picks.is_empty() || picks.len() > MOST {
        return nothing(&desk, &posted, picks.len());
    }
    let picked = picked(&state, &desk, act, &picks).await?;
    form(&state, &desk, (act, &posted), &picked, None).await
}

/// `POST /desk/bulk/act/{act}`: does it, and says of each case what became of it.
pub(crate) async fn act(
    State(state): State<AppState>,
    desk: Desk,
    Path(word): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let act = together(&word)?;
    let picks = picks(&posted);
    if picks.is_empty() || picks.len() > MOST {
        return nothing(&desk, &posted, picks.len());
    }
    let picked = picked(&state, &desk, act, &picks).await?;
    let all = |name: &str| posted.all(name).into_iter().map(str::to_owned).collect();
    let draft = match reading(act, &needs(&picked), &all) {
        Ok(draft) => draft,
        Err(found) => {
            let back = Refill {
                fields: posted.fields().to_vec(),
                faults: faults(desk.here.t, &found),
                ..Refill::default()
            };
            return form(&state, &desk, (act, &posted), &picked, Some(&back)).await;
        }
    };
    let base = posted.text("command").unwrap_or_default();
    let mut outcomes = Vec::new();
    for one in picked {
        outcomes.extend(carry_out(&state, &desk, act, one, (base, &draft)).await?);
    }
    let frame = desk.frame(desk.here.t.say("bulk-result"));
    let name = reworded(desk.here.t, &desk.adopted.procedure, act_name(desk.here.t, act));
    Ok(desk
        .here
        .show(&BulkResult::of(frame, name, outcomes, back(&posted))))
}

/// Does it with one case: for each work order that is meant.
async fn carry_out(
    state: &AppState,
    desk: &Desk,
    act: Do,
    one: Picked,
    (base, draft): (&str, &Draft),
) -> Result<Vec<Outcome>, PageError> {
    let outcome = |says: Option<String>| Outcome {
        title: one.title.clone(),
        href: one.there.then(|| format!("/desk/case/{}", one.number)),
        number: one.number.to_string(),
        says,
    };
    if !one.there {
        return Ok(vec![outcome(Some(desk.here.t.say("field-no-such-case")))]);
    }
    if one.offers.iter().any(|offer| offer.does == act && offer.seen) {
        return Ok(vec![outcome(Some(desk.here.t.say("bulk-judged")))]);
    }
    let mut orders: Vec<Option<OrderNo>> = one.offers.iter().map(|offer| offer.order).collect();
    if orders.is_empty() {
        // asked all the same: the refusal names its clause
        orders.push(one.order);
    }
    let mut outcomes = Vec::new();
    for order in orders {
        let no = order.unwrap_or_default();
        let command = Order {
            number: one.number.clone(),
            order,
            id: CommandId::from(format!("{base}-{}-{no}", one.number)),
            seen: None,
            draft: draft.clone(),
            uploads: Vec::new(),
        };
        let says = match state.office.command(&desk.j, desk.actor(), command).await {
            Ok(_) => None,
            Err(Problem::Refused(refusal)) => Some(refused(desk.here.t, &desk.adopted, &refusal)),
            Err(Problem::Invalid(found)) => {
                let says = faults(desk.here.t, &found).into_iter().map(|(_, says)| says);
                Some(says.collect::<Vec<_>>().join(" "))
            }
            Err(Problem::NotFound | Problem::Forbidden) => Some(desk.here.t.say("bulk-not-yours")),
            Err(other) => return Err(other.into()),
        };
        outcomes.push(outcome(says));
    }
    Ok(outcomes)
}

/// The act of a word, where it can be done with several at once.
fn together(word: &str) -> Result<Do, PageError> {
    let act = act_of(word).filter(|act| TOGETHER.contains(act));
    act.ok_or(PageError::NotFound)
}

/// The cases that were chosen, each once, with the work order behind a point.
fn picks(posted: &Posted) -> Vec<(CaseNumber, Option<OrderNo>)> {
    let mut picks = Vec::new();
    for value in posted.all("pick") {
        let (number, order) = match value.split_once('.') {
            Some((number, order)) => (number, order.parse().ok()),
            None => (value, None),
        };
        let pick = (CaseNumber::from(number.to_owned()), order);
        if !picks.contains(&pick) {
            picks.push(pick);
        }
    }
    picks
}

async fn picked(
    state: &AppState,
    desk: &Desk,
    act: Do,
    picks: &[(CaseNumber, Option<OrderNo>)],
) -> Result<Vec<Picked>, PageError> {
    let mut all = Vec::new();
    for (number, order) in picks {
        let seen = state.office.title_and_offers(&desk.j, desk.actor(), number);
        let (title, offers, there) = match seen.await {
            Ok((title, mut offers)) => {
                let title = title.unwrap_or_else(|| desk.here.t.say("shell-destroyed"));
                let meant = |offer: &Offer| {
                    let own = order.is_none() || offer.order.is_none() || offer.order == *order;
                    offer.does == act && own
                };
                offers.retain(meant);
                (title, offers, true)
            }
            Err(Problem::NotFound) => (String::new(), Vec::new(), false),
            Err(other) => return Err(other.into()),
        };
        all.push(Picked {
            number: number.clone(),
            order: *order,
            title,
            offers,
            there,
        });
    }
    Ok(all)
}

/// What the rules ask for, of any of the cases. Each keeps the kind that it has; one that has none is refused by the rules.
fn needs(picked: &[Picked]) -> Vec<Field> {
    let mut needs = Vec::new();
    for need in picked
        .iter()
        .flat_map(|one| &one.offers)
        .flat_map(|offer| &offer.needs)
    {
        if *need != Field::Category && !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs
}

/// The page on which it is confirmed.
async fn form(
    state: &AppState,
    desk: &Desk,
    (act, posted): (Do, &Posted),
    picked: &[Picked],
    back_with: Option<&Refill>,
) -> Result<Response, PageError> {
    let t = desk.here.t;
    let rules = &desk.adopted.procedure;
    let first = picked
        .iter()
        .flat_map(|one| &one.offers)
        .find(|offer| !offer.seen);
    let offer = first.map(|first| Offer {
        needs: needs(picked),
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
    let row = |one: &Picked| {
        let says = match one.offers.as_slice() {
            _ if !one.there => Some(t.say("field-no-such-case")),
            [] => Some(t.say("bulk-not-now")),
            [offer, ..] if offer.seen => Some(t.say("bulk-judged")),
            [offer, ..] => offer.blocked.as_ref().map(|words| t.text(words).to_owned()),
        };
        Outcome {
            title: one.title.clone(),
            href: one.there.then(|| format!("/desk/case/{}", one.number)),
            number: one.number.to_string(),
            says,
        }
    };
    let name = reworded(t, rules, act_name(t, act));
    let frame = desk.frame(t.args("bulk-title", &[("act", name)]));
    let sent: Vec<String> = posted.all("pick").into_iter().map(str::to_owned).collect();
    let command = state.office.chance().token();
    let page = BulkForm::of(
        frame,
        (offer.as_ref(), &choices, &command),
        picked.iter().map(row).collect(),
        (sent, back(posted)),
        back_with,
    );
    let status = match back_with {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
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
