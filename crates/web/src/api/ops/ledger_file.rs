//! `GET /ledger/file`: the ledger of transfers and handling, to take along.

use super::attachment::download;
use super::ledger::{between, division};
use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::Asked;
use crate::state::AppState;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use calendar::Lang;
use office::Problem;
use office::export::ledger_sheet;
use report::sheet::{CSV, XLSX};
use serde::Deserialize;
use store::LedgerFilter;
use utoipa::{IntoParams, ToSchema};

/// What it holds, and in which form.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// As CSV where nothing is said.
    #[serde(default)]
    #[param(inline)]
    form: Form,
    /// Language of its head: `zh`, which is also taken where nothing is said, or `en`.
    #[serde(default)]
    #[param(value_type = Option<String>, pattern = "^(zh|en)$")]
    lang: Lang,
    /// Only cases in this step.
    step: Option<String>,
    /// Only cases that came through this channel.
    channel: Option<String>,
    /// Only cases with a work order of this unit.
    unit: Option<String>,
    /// Received at this moment or later.
    #[param(format = DateTime)]
    from: Option<String>,
    /// Received before this moment.
    #[param(format = DateTime)]
    to: Option<String>,
    /// Only cases with this number in another ledger.
    external: Option<String>,
    /// Only cases that concern this administrative division, by its code, or one within it.
    #[param(pattern = "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$")]
    division: Option<String>,
    /// Only history (`true`), or only what is no history (`false`).
    history: Option<bool>,
}

/// A form of tables.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Form {
    /// UTF-8 with a byte order mark, RFC 4180.
    #[default]
    Csv,
    /// For spreadsheet programs.
    Xlsx,
}

/// The ledger to take along
///
/// The oldest first: units, times, limits that ran out. No name, no phone, no title, no text. For people of the office.
#[utoipa::path(
    get, path = "/ledger/file", operation_id = "ledger-file", tag = "lists", params(Filter),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The ledger.", content(
            (Vec<u8> = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 403, description = "The caller does not belong to the office."),
        (status = 422, description = "A filter cannot be taken."),
    ),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Asked(asked): Asked<Filter>,
) -> Result<Response, ApiError> {
    let (from, to) = between(asked.from.as_deref(), asked.to.as_deref())?;
    let filter = LedgerFilter {
        step: asked.step,
        channel: asked.channel,
        unit: asked.unit.map(Into::into),
        from,
        to,
        phone_hash: None,
        external: asked.external,
        division: division(asked.division)?,
        history: asked.history,
    };
    let office = &state.office;
    let lines = office.export_ledger(&caller.j, caller.actor(), &filter).await?;
    let calendar = office.in_force(&caller.j, office.now()).await?.calendar;
    let sheet = ledger_sheet(asked.lang, &calendar, &lines, false);
    let name = words::say(asked.lang, "desk-ledger", &[]);
    let (media, content, end) = match asked.form {
        Form::Csv => (CSV, sheet.csv(), "csv"),
        Form::Xlsx => {
            let content = sheet.xlsx(&name);
            let content = content.map_err(|error| Problem::Corrupt(error.to_string()))?;
            (XLSX, content, "xlsx")
        }
    };
    let day = calendar.local(office.now()).date();
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, download(&format!("{name} {day}.{end}"))),
    ];
    Ok((headers, content).into_response())
}
