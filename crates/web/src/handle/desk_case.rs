//! The case page of the desk.

use super::back::faults;
use super::desk_act::act_of;
use super::late;
use super::signed::Desk;
use crate::pages::desk::case_page::{Around, CasePage, Opening};
use crate::parts::{Earlier, Refill, Suggested, Unit};
use crate::shell::{Live, PageError, Posted, T};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::{CaseNumber, OrderNo};
use office::Problem;
use office::catalogue::Suggestion;
use office::view::CaseView;
use procedure::{Do, Procedure};

/// `GET /desk/case/{number}`.
pub(crate) async fn show(
    State(state): State<AppState>,
    mut desk: Desk,
    Path(number): Path<String>,
    Query(asked): Query<late::Asked>,
) -> Result<Response, PageError> {
    let at = format!("/desk/case/{number}");
    let waiting = late::found(&state, &desk.j, &desk.signed.reader(), (&asked, &at)).await?;
    desk.here.flash = late::gone(&asked, waiting.as_ref()).or(desk.here.flash);
    let refill = waiting.as_ref().map(|waiting| waiting.refill(desk.here.t));
    let back = waiting
        .as_ref()
        .zip(refill.as_ref())
        .and_then(|(waiting, refill)| {
            let order = waiting.fields.iter().find(|(name, _)| name == "order");
            let order = order.and_then(|(_, no)| no.parse().ok());
            Some((act_of(&waiting.about)?, order, refill))
        });
    let number = CaseNumber::from(number);
    page(&state, &desk, &number, StatusCode::OK, Opening::Closed, back).await
}

/// `POST /desk/case/{number}/person`: opens personal data with a reason; recorded before it shows.
pub(crate) async fn person(
    State(state): State<AppState>,
    desk: Desk,
    Path(number): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let number = CaseNumber::from(number);
    let reason = posted.text("reason").unwrap_or_default();
    match state
        .office
        .open_person(&desk.j, desk.actor(), &number, reason)
        .await
    {
        Ok(opened) => {
            let opening = Opening::Opened(&opened);
            page(&state, &desk, &number, StatusCode::OK, opening, None).await
        }
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found)
                .into_iter()
                .map(|(_, says)| says)
                .next();
            let opening = Opening::Faulty(says.unwrap_or_default());
            page(
                &state,
                &desk,
                &number,
                StatusCode::UNPROCESSABLE_ENTITY,
                opening,
                None,
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page, with a form that came back where there is one.
pub(crate) async fn page(
    state: &AppState,
    desk: &Desk,
    number: &CaseNumber,
    status: StatusCode,
    opening: Opening<'_>,
    back: Option<(Do, Option<OrderNo>, &Refill)>,
) -> Result<Response, PageError> {
    let mut view = state.office.case(&desk.j, desk.actor(), number).await?;
    view.call_units(&state.office.unit_names(&desk.j, desk.here.t.lang()).await?);
    let offered = |wanted: &[Do]| view.offers.iter().any(|o| wanted.contains(&o.does));
    let units = if offered(&[
        Do::Dispatch,
        Do::Convene,
        Do::Designate,
        Do::Escalate,
        Do::Mark,
        Do::Claim,
    ]) {
        units(state, desk).await?
    } else {
        Vec::new()
    };
    let earlier = if offered(&[Do::ConfirmRepeat]) {
        earlier(state, desk, &view).await?
    } else {
        Vec::new()
    };
    let suggested = if offered(&[Do::Dispatch]) {
        suggested(state, desk, &view, &units).await?
    } else {
        None
    };
    let finds = if offered(&[Do::Publish]) {
        let typed = back
            .filter(|(act, ..)| *act == Do::Publish)
            .map(|(.., back)| back);
        let typed = typed.and_then(|back| back.fields.iter().find(|(name, _)| name == "text"));
        let typed = typed.map(|(_, text)| text.as_str());
        Some(
            state
                .office
                .public_finds(&desk.j, desk.actor(), number, typed)
                .await?,
        )
    } else {
        None
    };
    let claims = state.office.claiming_units(desk.actor(), &view.adopted.procedure);
    let mut own = units.clone();
    own.retain(|unit| claims.contains(&unit.id));
    let behind = desk.here.asked("linked").map(CaseNumber::from);
    let linked = state
        .office
        .linked(&desk.j, desk.actor(), number, behind.as_ref())
        .await?;
    let command = state.office.chance().token();
    let around = Around {
        linked: Some(&linked),
        behind: behind.is_some(),
        own: &own,
        suggested: suggested.as_ref(),
        finds: finds.as_ref(),
        units: &units,
        earlier: &earlier,
        opening,
        command: &command,
        back,
    };
    let mut frame = desk
        .frame(desk.here.t.say("desk-case"))
        .reworded(&view.adopted.procedure);
    frame.live = Some(Live {
        href: format!("/desk/case/{number}/live"),
        since: i64::try_from(view.case.seq).unwrap_or_default(),
    });
    Ok(desk.here.show_as(status, &CasePage::of(frame, &view, &around)))
}

/// What the dispatch catalogue says to the case, and why.
async fn suggested(
    state: &AppState,
    desk: &Desk,
    view: &CaseView,
    units: &[Unit],
) -> Result<Option<Suggested>, PageError> {
    let t = desk.here.t;
    let Some(found) = state.office.suggestion(&desk.j, view).await? else {
        return Ok(None);
    };
    let (units, why) = reasoned(t, &view.adopted.procedure, found, units);
    Ok(Some(Suggested {
        units,
        says: t.args("catalogue-suggests", &why),
    }))
}

/// The units that the dispatch catalogue suggests, the lead first, and the arguments of a sentence that says why.
pub(crate) fn reasoned(
    t: T,
    rules: &Procedure,
    found: Suggestion,
    units: &[Unit],
) -> (Vec<String>, [(&'static str, String); 2]) {
    let topics = rules.categories.iter().map(|c| (&c.id, &c.name));
    let mut topics = topics.chain(rules.marks.iter().map(|m| (&m.id, &m.name)));
    let topic = found
        .topic
        .as_ref()
        .and_then(|id| topics.find(|(topic, _)| *topic == id));
    let why: Vec<String> = [
        topic.map(|(_, name)| t.text(name).to_owned()),
        found
            .word
            .map(|word| t.args("catalogue-word-of", &[("word", word)])),
        found
            .division
            .map(|code| t.args("catalogue-division-of", &[("code", code)])),
    ]
    .into_iter()
    .flatten()
    .collect();
    let entry = found.entry;
    let there = |id: &&case::UnitId| units.iter().any(|unit| unit.id == id.as_str());
    let named = std::iter::once(&entry.lead).chain(&entry.assisting).filter(there);
    let units = named.map(ToString::to_string).collect();
    (units, [("why", why.join(" · ")), ("basis", entry.basis.clone())])
}

/// The units of today, each with who is on duty.
pub(crate) async fn units(state: &AppState, desk: &Desk) -> Result<Vec<Unit>, PageError> {
    let lang = desk.here.t.lang();
    let found = state.office.units_in(&desk.j, lang).await?;
    let unit = |u: office::view::lists::UnitLine| Unit {
        id: u.unit.id.as_str().to_owned(),
        name: if lang == calendar::Lang::Zh {
            u.unit.zh
        } else {
            u.unit.en
        },
        on_duty: u.on_duty,
    };
    Ok(found.into_iter().map(unit).collect())
}

/// Cases that may be the same problem: the citizen's others, and the case itself where its citizen complained again.
async fn earlier(state: &AppState, desk: &Desk, view: &CaseView) -> Result<Vec<Earlier>, PageError> {
    let lang = desk.here.t.lang();
    let about = |title: &str, at| format!("{title} · {}", view.adopted.calendar.show(at, lang));
    let found = state
        .office
        .repeat_candidates(&desk.j, desk.actor(), &view.number)
        .await?;
    let mut all: Vec<Earlier> = found
        .into_iter()
        .map(|line| Earlier {
            number: line.row.number.as_str().to_owned(),
            about: about(line.title.as_deref().unwrap_or_default(), line.row.received),
        })
        .collect();
    if view.case.complained > view.case.received {
        let at = view.case.complained.unwrap_or(view.now);
        let about = about(&desk.here.t.say("desk-complained-again"), at);
        all.push(Earlier {
            number: view.number.as_str().to_owned(),
            about,
        });
    }
    Ok(all)
}
