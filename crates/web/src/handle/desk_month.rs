//! Lists of a month: filed under a number of their own, and read again.

use super::back::faults;
use super::desk_paper::{docx, page};
use super::signed::Desk;
use crate::pages::desk::month::{Line, Month};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use case::CommandId;
use case::access::Wish;
use office::Problem;
use office::papers::OFFICE;
use store::paper_stream;

/// `GET /desk/month`.
pub(crate) async fn show(State(state): State<AppState>, desk: Desk) -> Result<Response, PageError> {
    lists(&state, &desk, StatusCode::OK, &[], "").await
}

/// `POST /desk/month`: files the list of a month.
pub(crate) async fn file(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default();
    let id = CommandId::from(text("command"));
    let (list, month) = (text("list"), text("month"));
    match state
        .office
        .file_month(&desk.j, desk.actor(), &id, list, month)
        .await
    {
        Ok(filed) => {
            let at = address(&filed.stream, filed.no);
            Ok(desk.here.go(&at, Some(Flash::new("desk-month-filed"))))
        }
        Err(Problem::Invalid(found)) => {
            let found = faults(desk.here.t, &found);
            lists(&state, &desk, StatusCode::UNPROCESSABLE_ENTITY, &found, month).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /desk/month/{series}/{year}/{no}`.
pub(crate) async fn list(
    State(state): State<AppState>,
    desk: Desk,
    Path((series, year, no)): Path<(String, i16, u64)>,
) -> Result<Response, PageError> {
    let stream = paper_stream(OFFICE, &series, year);
    let paper = paper(&state, &desk, &stream, no).await?;
    let back = ("/desk/month".to_owned(), desk.here.t.say("desk-month"));
    page(&desk, &paper, back, format!("{}/docx", address(&stream, no)))
}

/// `GET /desk/month/{series}/{year}/{no}/docx`.
pub(crate) async fn list_docx(
    State(state): State<AppState>,
    desk: Desk,
    Path((series, year, no)): Path<(String, i16, u64)>,
) -> Result<Response, PageError> {
    docx(&paper(&state, &desk, &paper_stream(OFFICE, &series, year), no).await?)
}

async fn paper(state: &AppState, desk: &Desk, stream: &str, no: u64) -> Result<report::Paper, PageError> {
    let lang = desk.here.t.lang();
    Ok(state
        .office
        .filed_month(&desk.j, desk.actor(), (stream, no), lang)
        .await?)
}

/// Address of a filed list: that of its stream, in percent signs.
fn address(stream: &str, no: u64) -> String {
    let rest = stream
        .strip_prefix(&format!("{}{OFFICE}/", store::PAPERS))
        .unwrap_or_default();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_./".contains(&b);
    let mut at = "/desk/month/".to_owned();
    for byte in rest.bytes() {
        if plain(byte) {
            at.push(char::from(byte));
        } else {
            at += &format!("%{byte:02X}");
        }
    }
    format!("{at}/{no}")
}

/// The page with the lists that were filed.
async fn lists(
    state: &AppState,
    desk: &Desk,
    status: StatusCode,
    faults: &[(String, String)],
    typed: &str,
) -> Result<Response, PageError> {
    if !desk.may(Wish::ListAll) || desk.adopted.procedure.monthly.is_empty() {
        return Err(PageError::NotFound);
    }
    let t = desk.here.t;
    let filed = state.office.filed_months(&desk.j, desk.actor()).await?;
    let lines = filed.into_iter().map(|row| Line {
        href: address(&row.stream, row.no),
        number: row.number.to_string(),
        month: row.month,
        filed: desk.adopted.calendar.show(row.filed, t.lang()),
    });
    let command = state.office.chance().token();
    let frame = desk.frame(t.say("desk-month"));
    let page = Month::of(
        frame,
        &desk.adopted.procedure,
        desk.signed.posts(),
        lines.collect(),
        (command, typed, faults),
    );
    Ok(desk.here.show_as(status, &page))
}
