//! The administrator's links to other jurisdictions: looking at them, entering one, changing one.

use super::back::faults;
use super::signed::Desk;
use crate::pages::desk::links::{Filled, Known, Links, OTHER};
use crate::shell::{Flash, PageError, Posted};
use crate::state::AppState;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use office::Problem;
use office::exchange::{KeyLine, LinkEntry, OwnKey};
use serde::Deserialize;
use store::{Jurisdiction, Peer, Unit};

/// The link to change.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    peer: String,
}

/// `GET /desk/links`.
pub(crate) async fn show(
    State(state): State<AppState>,
    desk: Desk,
    Query(which): Query<Which>,
) -> Result<Response, PageError> {
    let loaded = load(&state, &desk).await?;
    let chosen = loaded.peers.iter().find(|peer| peer.id == which.peer).cloned();
    let was = |name: &str| value(chosen.as_ref(), name);
    let all = |_: &str| chosen.as_ref().map(|peer| peer.takes.clone()).unwrap_or_default();
    let filled = Filled {
        was: &was,
        all: &all,
        faults: &[],
        open: chosen.is_some() || loaded.peers.is_empty(),
        changing: false,
    };
    Ok(page(&desk, StatusCode::OK, loaded, &filled))
}

/// What a field holds: of a new link nothing but that it is in use.
fn value(peer: Option<&Peer>, name: &str) -> String {
    let yes = |on: bool| if on { "yes" } else { "" }.to_owned();
    let Some(peer) = peer else {
        return yes(name == "active");
    };
    match name {
        "peer" => peer.id.clone(),
        "zh" => peer.zh.clone(),
        "en" => peer.en.clone(),
        "address" => peer.address.clone().unwrap_or_default(),
        "key" if peer.address.is_some() => peer.public_key.clone(),
        "channel" => peer.channel.clone().unwrap_or_default(),
        "unit" => peer
            .unit
            .as_ref()
            .map(|unit| unit.to_string())
            .unwrap_or_default(),
        "body" => peer.body.clone().unwrap_or_default(),
        "role" => peer.role.clone().unwrap_or_default(),
        "above" => yes(peer.above),
        "active" => yes(peer.active),
        _ => String::new(),
    }
}

/// `POST /desk/links`.
pub(crate) async fn enter(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
    let filled = |name: &str| posted.text(name).map(str::to_owned);
    let peer = posted.text("peer").filter(|peer| *peer != OTHER);
    let entry = LinkEntry {
        peer: peer.unwrap_or_default().to_owned(),
        zh: text("zh"),
        en: text("en"),
        key: text("key"),
        address: filled("address"),
        body: filled("body"),
        unit: filled("unit"),
        channel: filled("channel"),
        role: filled("role"),
        above: posted.ticked("above"),
        takes: posted.all("takes").into_iter().map(str::to_owned).collect(),
        active: posted.ticked("active"),
    };
    match state.office.enter_link(&desk.j, desk.actor(), entry).await {
        Ok(()) => Ok(desk.here.go("/desk/links", Some(Flash::new("exchange-entered")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let loaded = load(&state, &desk).await?;
            let text = |name: &str| posted.text(name).unwrap_or_default().to_owned();
            let all = |name: &str| posted.all(name).into_iter().map(str::to_owned).collect();
            let filled = Filled {
                was: &text,
                all: &all,
                faults: &says,
                open: true,
                changing: false,
            };
            Ok(page(&desk, StatusCode::UNPROCESSABLE_ENTITY, loaded, &filled))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/links/key`: this side signs with another key from now on.
pub(crate) async fn change_key(
    State(state): State<AppState>,
    desk: Desk,
    posted: Posted,
) -> Result<Response, PageError> {
    let reason = posted.text("reason").unwrap_or_default();
    let announce = posted.ticked("announce");
    let done = state
        .office
        .change_key(&desk.j, desk.actor(), reason, announce)
        .await;
    match done {
        Ok(()) => Ok(desk
            .here
            .go("/desk/links", Some(Flash::new("exchange-key-changed")))),
        Err(Problem::Invalid(found)) => {
            let says = faults(desk.here.t, &found);
            let loaded = load(&state, &desk).await?;
            let was = |name: &str| match posted.text(name) {
                Some(text) => text.to_owned(),
                None => value(None, name),
            };
            let filled = Filled {
                was: &was,
                all: &|_| Vec::new(),
                faults: &says,
                open: false,
                changing: true,
            };
            Ok(page(&desk, StatusCode::UNPROCESSABLE_ENTITY, loaded, &filled))
        }
        Err(other) => Err(other.into()),
    }
}

/// What the page shows beside the form.
struct Loaded {
    own: OwnKey,
    units: Vec<Unit>,
    neighbours: Vec<Jurisdiction>,
    peers: Vec<Peer>,
    keys: Vec<KeyLine>,
}

async fn load(state: &AppState, desk: &Desk) -> Result<Loaded, PageError> {
    let office = &state.office;
    let all = office.jurisdictions().await?;
    let units = office.units_in(&desk.j, desk.here.t.lang()).await?;
    Ok(Loaded {
        own: office.own_key(&desk.j, desk.actor()).await?,
        units: units.into_iter().map(|line| line.unit).collect(),
        neighbours: all.iter().filter(|there| there.id != desk.j).cloned().collect(),
        peers: office.links(&desk.j, desk.actor()).await?,
        keys: office.key_lines(&desk.j, desk.actor()).await?,
    })
}

fn page(desk: &Desk, status: StatusCode, loaded: Loaded, filled: &Filled<'_>) -> Response {
    let known = Known {
        procedure: &desk.adopted.procedure,
        units: &loaded.units,
        neighbours: &loaded.neighbours,
        peers: &loaded.peers,
        keys: &loaded.keys,
        calendar: &desk.adopted.calendar,
    };
    let frame = desk.frame(desk.here.t.say("exchange-links"));
    desk.here
        .show_as(status, &Links::of(frame, loaded.own, &known, filled))
}
