//! Answers that stay open and tell of news (server-sent events): how many there may be, how they end, what they are
//! made of.

use axum::body::{Body, Bytes};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use std::collections::HashMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::{mpsc, watch};

/// Streams of one session. Browsers open six connections to a server, and pages need some too; a page out of sight closes
/// its stream.
const OF_ONE: usize = 4;
/// Streams of all sessions of one server process: each holds a connection and a small task.
const OF_ALL: usize = 4_000;
/// A browser whose stream broke asks again after so many milliseconds.
const RETRY_MS: u32 = 15_000;

/// The streams that are open, by session.
#[derive(Debug, Clone, Default)]
pub(crate) struct Streams(Arc<Mutex<HashMap<String, usize>>>);

/// The place of one stream; free again when it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    all: Streams,
    session: String,
}

impl Streams {
    /// A place for one more stream of a session, unless there are too many.
    pub(crate) fn take(&self, session: &str) -> Option<Place> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.values().sum::<usize>() >= OF_ALL {
            return None;
        }
        let own = open.entry(session.to_owned()).or_default();
        if *own >= OF_ONE {
            return None;
        }
        *own += 1;
        Some(Place {
            all: self.clone(),
            session: session.to_owned(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.get_mut(&self.session) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.session);
            }
        }
    }
}

/// Tells streams that the server stops: they end, or it would wait for them for ever.
#[derive(Debug, Clone)]
pub(crate) struct Stopping(pub(crate) watch::Receiver<bool>);

impl Stopping {
    /// Comes back when the server stops.
    pub(crate) async fn stopped(&mut self) {
        // the sender going away means stop as well
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}

/// What goes out, piece by piece.
pub(crate) struct Pieces(mpsc::Receiver<String>);

impl Stream for Pieces {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0
            .poll_recv(context)
            .map(|piece| piece.map(|text| Ok(text.into())))
    }
}

/// An answer that stays open, and where its pieces are put in.
pub(crate) fn open() -> (mpsc::Sender<String>, Response) {
    let (sender, pieces) = mpsc::channel(4);
    (sender, answer(Body::from_stream(Pieces(pieces))))
}

/// An answer of the same kind that is complete.
pub(crate) fn complete(text: String) -> Response {
    answer(Body::from(text))
}

fn answer(body: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
        // proxies that collect answers pass this one on as it comes
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    (headers, body).into_response()
}

/// What the stream says first: after how long a browser asks again.
pub(crate) fn greeting() -> String {
    format!("retry: {RETRY_MS}\n\n")
}

/// Says nothing, and finds out whether anybody listens.
pub(crate) fn heartbeat() -> String {
    ": still here\n\n".to_owned()
}

/// One event with its data.
pub(crate) fn event(name: &str, data: &str) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_has_few_streams_and_gets_a_place_back() {
        let streams = Streams::default();
        let mut places: Vec<Place> = (0..OF_ONE).map(|_| streams.take("a").unwrap()).collect();
        assert!(streams.take("a").is_none());
        assert!(streams.take("b").is_some(), "another one is not kept out");
        places.pop();
        assert!(streams.take("a").is_some());
        drop(places);
        assert!(streams.0.lock().unwrap().is_empty(), "nothing is left behind");
    }

    #[tokio::test]
    async fn it_ends_when_the_server_stops_or_is_gone() {
        let (stop, told) = watch::channel(false);
        let mut stopping = Stopping(told.clone());
        stop.send(true).unwrap();
        stopping.stopped().await;
        drop(stop);
        Stopping(told).stopped().await;
    }
}
