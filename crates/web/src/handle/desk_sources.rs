//! The administrator's sources of items: looking at them with how asking went, setting one up, changing one.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::sources::Sources;
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use office::items::{Kind, SourceEntry, SourceLine};
use serde::Deserialize;

/// The source to change.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    id: String,
}

/// `GET /desk/sources`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let lines = state.office.item_sources(&desk.j, desk.actor()).await?;
    let chosen = lines.iter().find(|line| line.source.id == which.id);
    let was = |name: &str| value(chosen, name);
    let open = chosen.is_some() || lines.is_empty();
    Ok(page(&desk, StatusCode::OK, &lines, (&was, open), &[]))
}

/// What a field holds: of a new source nothing but that it is asked.
fn value(chosen: Option<&SourceLine>, name: &str) -> String {
    let yes = |on: bool| if on { "yes" } else { "" }.to_owned();
    let Some(SourceLine { source, .. }) = chosen else {
        return yes(name == "active");
    };
    match name {
        "id" => source.id.clone(),
        "name" => source.name.clone(),
        "kind" if source.kind == Kind::Page => "page".to_owned(),
        "kind" => "feed".to_owned(),
        "address" => source.address.clone(),
        "channel" => source.channel.clone(),
        "place" => source.place.clone().unwrap_or_default(),
        "words" => source.words.join(" "),
        "active" => yes(source.active),
        _ => String::new(),
    }
}

/// `POST /desk/sources`.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let entry = SourceEntry {
        id: text("id"),
        name: text("name"),
        kind: if text("kind") == "page" {
            Kind::Page
        } else {
            Kind::Feed
        },
        address: text("address"),
        channel: text("channel"),
        place: posted.text("place").map(str::to_owned),
        words: text("words"),
        active: posted.ticked("active"),
    };
    match state.office.enter_source(&desk.j, desk.actor(), entry).await {
        Ok(()) => Ok(desk.here.go("/desk/sources", Some(Flash::new("sources-entered")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let lines = state.office.item_sources(&desk.j, desk.actor()).await?;
            let was = |name: &str| posted.text(name).unwrap_or_default().to_owned();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page(&desk, status, &lines, (&was, true), &says))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(
    desk: &Desk,
    status: StatusCode,
    lines: &[SourceLine],
    form: (&dyn Fn(&str) -> String, bool),
    says: &[(String, String)],
) -> Response {
    let frame = desk.frame(desk.here.t.say("sources"));
    desk.here
        .show_as(status, &Sources::of(frame, &desk.adopted, lines, form, says))
}
