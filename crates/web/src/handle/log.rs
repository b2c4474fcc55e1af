//! The public log: how it stands, its heads as files, and checking a receipt or a case against it.

use super::file::download;
use super::follow::numbered;
use super::place::Place;
use crate::pages::log::{LogPage, VerifyPage};
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use office::Problem;
use office::log::PART;
use proof::Receipt;
use serde::Deserialize;

/// `GET /log`.
pub(crate) async fn show(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    let log = state.office.log_standing(&place.j).await?;
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(&here, here.t.say("log-page")).reworded(&adopted.procedure);
    Ok(here.show(&LogPage::of(frame, &adopted.calendar, log)))
}

/// `GET /log/head` and `GET /log/head/{day}`: a signed head as it was published.
pub(crate) async fn head(
    State(state): State<AppState>,
    place: Place,
    day: Option<Path<String>>,
) -> Result<Response, PageError> {
    let day = day.map(|Path(day)| day);
    let head = state.office.published_head(&place.j, day.as_deref()).await?;
    let name = format!(
        "{} {}.head.txt",
        head.log,
        day.unwrap_or_else(|| head.size.to_string())
    );
    Ok(download((
        name,
        "text/plain; charset=utf-8".to_owned(),
        head.text().into_bytes(),
    )))
}

/// Which part of the file.
#[derive(Debug, Deserialize)]
pub(crate) struct Part {
    /// With which entry it begins.
    #[serde(default)]
    from: u64,
}

/// `GET /log/file`: the whole log for `wenzheng verify`, part by part. The answer names the next part (RFC 8288).
pub(crate) async fn file(
    State(state): State<AppState>,
    place: Place,
    Query(part): Query<Part>,
) -> Result<Response, PageError> {
    let found = state.office.log_part(&place.j, part.from, PART).await?;
    let name = format!("{} {}.log.jsonl", place.j, part.from);
    let media = "application/jsonl; charset=utf-8".to_owned();
    let mut response = download((name, media, found.text.into_bytes()));
    if let Some(next) = found.next
        && let Ok(link) = format!("<?from={next}>; rel=\"next\"").parse()
    {
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}

/// What the code on a receipt brings along.
#[derive(Debug, Deserialize)]
pub(crate) struct Scanned {
    /// The receipt in capitals and digits.
    receipt: Option<String>,
}

/// `GET /verify`: the forms; with the receipt of a scanned code what became of it. Nothing is changed, so it needs no form.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    Query(scanned): Query<Scanned>,
) -> Result<Response, PageError> {
    let Some(scanned) = scanned.receipt else {
        return page(&state, &here, &place, StatusCode::OK, |page| page).await;
    };
    match Receipt::of_compact(&scanned) {
        Some(receipt) => judged(&state, &here, &place, receipt).await,
        None => {
            let says = here.t.say("verify-link-damaged");
            let wrong = StatusCode::UNPROCESSABLE_ENTITY;
            page(&state, &here, &place, wrong, |page| page.pasted("", says)).await
        }
    }
}

async fn judged(
    state: &AppState,
    here: &Here,
    place: &Place,
    receipt: Receipt,
) -> Result<Response, PageError> {
    let given = receipt.text();
    let judged = state.office.judge_receipt(&place.j, receipt).await?;
    page(state, here, place, StatusCode::OK, |page| {
        page.judged(&given, &judged)
    })
    .await
}

/// `POST /verify`: a receipt, or number and check code.
pub(crate) async fn check(
    State(state): State<AppState>,
    here: Here,
    place: Place,
    posted: Posted,
) -> Result<Response, PageError> {
    let office = &state.office;
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    if posted.text("number").is_some() || posted.text("code").is_some() {
        let (number, code) = (text("number"), text("code"));
        let says = numbered(here.t, &number, &code);
        if !says.is_empty() {
            return page(&state, &here, &place, wrong, |page| page.numbered(&number, &says)).await;
        }
        return match office.log_history(&place.j, &number, &code, &place.address).await {
            Ok((number, history)) => {
                page(&state, &here, &place, StatusCode::OK, |page| {
                    page.history(number.as_str(), &history)
                })
                .await
            }
            Err(Problem::WrongSecret) => {
                let says = [(String::new(), here.t.say("citizen-follow-wrong"))];
                page(&state, &here, &place, wrong, |page| page.numbered(&number, &says)).await
            }
            Err(other) => Err(other.into()),
        };
    }
    let given = text("receipt");
    if given.is_empty() {
        let says = here.t.say("field-empty");
        return page(&state, &here, &place, wrong, |page| page.pasted("", says)).await;
    }
    match Receipt::read(&given) {
        Err(fault) => {
            let says = here.t.args(fault.code(), &[("line", fault.line().to_owned())]);
            page(&state, &here, &place, wrong, |page| page.pasted(&given, says)).await
        }
        Ok(receipt) => judged(&state, &here, &place, receipt).await,
    }
}

async fn page(
    state: &AppState,
    here: &Here,
    place: &Place,
    status: StatusCode,
    fill: impl FnOnce(VerifyPage) -> VerifyPage,
) -> Result<Response, PageError> {
    let adopted = state.office.in_force(&place.j, state.office.now()).await?;
    let frame = Frame::new(here, here.t.say("verify")).reworded(&adopted.procedure);
    let page = VerifyPage::of(frame, adopted.calendar.clone());
    Ok(here.show_as(status, &fill(page)))
}
