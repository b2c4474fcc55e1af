//! News for pages of the desk that stay open: of a queue, of a case. Who may listen is decided by the same functions as
//! the page itself, and again as long as somebody listens.

use super::place::Place;
use crate::live::{self, Stopping};
use crate::shell::{Here, PageError};
use crate::state::AppState;
use axum::extract::{Extension, FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::response::Response;
use case::{Actor, CaseNumber};
use office::live::Listened;
use office::view::bench::due_bounds;
use office::{Office, Problem};
use serde::Deserialize;
use std::time::Duration;
use store::{DueGroup, Narrow, QueueOf};

/// How often the end of the log is looked at.
const TICK: Duration = Duration::from_secs(5);
/// So many looks without news, then a sign of life.
const QUIET: u32 = 4;
/// Somebody who has too many streams may try again after this many milliseconds.
const LATER_MS: i64 = 60_000;

/// What somebody listens to, and since when.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// Which queue, as at `/desk`.
    #[serde(default)]
    queue: String,
    /// What the page has seen: a position of the log, or of the case the number of events.
    #[serde(default)]
    since: i64,
    /// `yes`: one answer, and no stream.
    #[serde(default)]
    once: String,
}

/// Who listens. Looking whether there is news is no use of a session: it would never end by itself.
pub(crate) struct Listener {
    here: Here,
    j: String,
    token: String,
    actor: Actor,
}

impl FromRequestParts<AppState> for Listener {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let here = Here::from_request_parts(parts, state).await?;
        let place = Place::from_request_parts(parts, state).await?;
        let token = here.session().ok_or(PageError::SignIn)?.to_owned();
        let actor = staff(&state.office, &place.j, &token).await?;
        Ok(Self {
            here,
            j: place.j,
            token,
            actor,
        })
    }
}

/// The member of staff behind a session, with the posts of today.
async fn staff(office: &Office, j: &str, token: &str) -> Result<Actor, Problem> {
    let signed = office.still_signed(j, token).await?;
    if signed.person().is_none() {
        return Err(Problem::SignedOut);
    }
    Ok(signed.actor)
}

/// What is listened to.
#[derive(Debug, Clone)]
enum Subject {
    /// A queue by its name, and the position of the log that the page has seen.
    Queue(String, i64),
    /// A case, and how many of its events the page has seen.
    Case(CaseNumber, u64),
}

impl Subject {
    /// What is to be told just now, in one line; nothing where all is as the page shows it.
    async fn news(&self, office: &Office, j: &str, who: &Actor) -> Result<Option<String>, Problem> {
        Ok(match self {
            Self::Queue(queue, since) => {
                let of = listened(office, j, who, queue).await?;
                let news = office.queue_news(j, who, &of, *since).await?;
                let count = news.count.map(|count| format!(",\"count\":{count}"));
                let (count, moved) = (count.unwrap_or_default(), news.moved);
                let of = serde_json::Value::from(queue.as_str());
                Some(format!("{{\"of\":{of},\"moved\":{moved}{count}}}"))
            }
            Self::Case(number, seen) => {
                let seq = office.case_seq(j, who, number).await?;
                (seq > *seen).then(|| "{\"changed\":true}".to_owned())
            }
        })
    }
}

/// The queue of a name, as far as this person has it; `all` and steps are judged where it is read.
async fn listened(office: &Office, j: &str, who: &Actor, queue: &str) -> Result<Listened, Problem> {
    let mine = office.my_queue(j, who).await?;
    let nothing = QueueOf::default();
    let of = match queue {
        // what waits for this person in the unit is part of what the unit has
        "unit" | "own" => return Ok(Listened::Unit),
        "lapsed" => {
            let rules = office.in_force(j, office.now()).await?;
            let bounds = due_bounds(&rules.calendar, office.now());
            QueueOf {
                narrow: Narrow {
                    due: Some((DueGroup::Overdue, bounds)),
                    ..Narrow::default()
                },
                ..QueueOf::default()
            }
        }
        "all" => return Ok(Listened::Cases(Box::new(nothing))),
        "mine" => mine.clone(),
        "asked" => QueueOf {
            asked: mine.asked,
            ..QueueOf::default()
        },
        "pool" => QueueOf {
            pool: mine.pool.clone(),
            ..QueueOf::default()
        },
        "submitted" => QueueOf {
            submitted: mine.submitted.clone(),
            ..QueueOf::default()
        },
        "accusing" => QueueOf {
            accusing: mine.accusing,
            ..QueueOf::default()
        },
        step => QueueOf {
            steps: mine
                .steps
                .iter()
                .filter(|known| *known == step)
                .cloned()
                .collect(),
            ..QueueOf::default()
        },
    };
    // nothing named would be every open case
    if of == nothing {
        return Err(Problem::NotFound);
    }
    Ok(Listened::Cases(Box::new(of)))
}

/// `GET /desk/live?queue=`.
pub(crate) async fn queue(
    State(state): State<AppState>,
    listener: Listener,
    stopping: Option<Extension<Stopping>>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let subject = Subject::Queue(asked.queue, asked.since);
    answer(state, listener, stopping, subject, asked.once == "yes").await
}

/// `GET /desk/case/{number}/live`.
pub(crate) async fn case(
    State(state): State<AppState>,
    listener: Listener,
    stopping: Option<Extension<Stopping>>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let seen = u64::try_from(asked.since).unwrap_or_default();
    let subject = Subject::Case(CaseNumber::from(number), seen);
    answer(state, listener, stopping, subject, asked.once == "yes").await
}

async fn answer(
    state: AppState,
    listener: Listener,
    stopping: Option<Extension<Stopping>>,
    subject: Subject,
    once: bool,
) -> Result<Response, PageError> {
    let news = subject.news(&state.office, &listener.j, &listener.actor).await?;
    let first = news
        .as_ref()
        .map(|news| live::event("news", news))
        .unwrap_or_default();
    if once {
        return Ok(live::complete(first));
    }
    let later = listener.here.shell.clock.now().plus_ms(LATER_MS);
    let place = state
        .streams
        .take(&listener.token)
        .ok_or(PageError::TooMany(later))?;
    let (sender, response) = live::open();
    let stopping = stopping.map(|Extension(stopping)| stopping);
    tokio::spawn(async move {
        let _place = place;
        if sender.send(live::greeting() + &first).await.is_err() {
            return;
        }
        let ended = tell(&state.office, &listener, &subject, &sender, news);
        match stopping {
            Some(mut stopping) => tokio::select! {
                () = ended => {}
                () = stopping.stopped() => {}
                () = sender.closed() => {}
            },
            None => tokio::select! {
                () = ended => {}
                () = sender.closed() => {}
            },
        }
    });
    Ok(response)
}

/// Tells what is new until the session ends or the subject is no longer this person's.
async fn tell(
    office: &Office,
    listener: &Listener,
    subject: &Subject,
    sender: &tokio::sync::mpsc::Sender<String>,
    mut told: Option<String>,
) {
    let mut ticks = tokio::time::interval(TICK);
    ticks.tick().await;
    let (mut posts, mut newest, mut quiet) = (listener.actor.clone(), None, 0);
    loop {
        ticks.tick().await;
        let step = look(office, listener, subject, &mut posts, &mut newest).await;
        let piece = match step {
            Ok(Some(news)) if told.as_ref() != Some(&news) => {
                let piece = live::event("news", &news);
                told = Some(news);
                piece
            }
            Ok(_) => {
                quiet += 1;
                if quiet < QUIET {
                    continue;
                }
                live::heartbeat()
            }
            // a store that does not answer just now is asked again
            Err(Problem::Store(_) | Problem::Busy) => continue,
            Err(_) => {
                // signed out, or not one's matter any more: nothing says which
                let _ = sender.send(live::event("over", "{}")).await;
                return;
            }
        };
        quiet = 0;
        if sender.send(piece).await.is_err() {
            return;
        }
    }
}

/// One look: whether the session still holds, and what is new. What costs more is asked only where a case has moved, or
/// the posts are others than before.
async fn look(
    office: &Office,
    listener: &Listener,
    subject: &Subject,
    posts: &mut Actor,
    newest: &mut Option<i64>,
) -> Result<Option<String>, Problem> {
    let actor = staff(office, &listener.j, &listener.token).await?;
    let since = match (*newest, subject) {
        (Some(newest), _) => newest,
        (None, Subject::Queue(_, since)) => *since,
        // what the case has is asked for below, once at first
        (None, Subject::Case(..)) => office.log_position().await?,
    };
    let moved = office.newest_of_cases(&listener.j, since).await?;
    if *newest == Some(moved) && *posts == actor {
        return Ok(None);
    }
    let news = subject.news(office, &listener.j, &actor).await?;
    (*newest, *posts) = (Some(moved), actor);
    Ok(news)
}
