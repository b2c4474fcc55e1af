//! The public log: how it stands, its heads as files, and checking a receipt or a case against it.

use super::file::download;
use super::place::Place;
use crate::pages::log::{LogPage, VerifyPage};
use crate::shell::{Frame, Here, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use proof::Receipt;

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

/// `GET /verify`.
pub(crate) async fn form(
    State(state): State<AppState>,
    here: Here,
    place: Place,
) -> Result<Response, PageError> {
    page(&state, &here, &place, StatusCode::OK, |page| page).await
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
        if let Err(fault) = seal::number::check(&number).and(seal::number::normalise_check_code(&code)) {
            let says = here.t.args(fault.code(), &fault.args());
            return page(&state, &here, &place, wrong, |page| page.numbered(&number, says)).await;
        }
        return match office.log_history(&place.j, &number, &code, &place.address).await {
            Ok((number, history)) => {
                page(&state, &here, &place, StatusCode::OK, |page| {
                    page.history(number.as_str(), &history)
                })
                .await
            }
            Err(Problem::WrongSecret) => {
                let says = here.t.say("citizen-follow-wrong");
                page(&state, &here, &place, wrong, |page| page.numbered(&number, says)).await
            }
            Err(other) => Err(other.into()),
        };
    }
    let given = text("receipt");
    match Receipt::read(&given) {
        Err(fault) => {
            let says = here.t.args(fault.code(), &[("line", fault.line().to_owned())]);
            page(&state, &here, &place, wrong, |page| page.pasted(&given, says)).await
        }
        Ok(receipt) => {
            let judged = office.judge_receipt(&place.j, receipt).await?;
            page(&state, &here, &place, StatusCode::OK, |page| {
                page.judged(&given, &judged)
            })
            .await
        }
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
