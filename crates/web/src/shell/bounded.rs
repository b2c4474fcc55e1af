//! A body that is read up to a bound. What comes behind it is still taken from the wire and dropped for a while: a browser that
//! is cut off while it sends shows an error of its own and not our page.

use axum::body::{Body, BodyDataStream, Bytes};
use futures_core::Stream;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

/// So much is taken from the wire behind the bound before the connection is cut after all.
const DROPPED: usize = 512 << 20;

/// Whether a body was beyond its bound.
#[derive(Debug, Clone, Default)]
pub(super) struct Beyond(Arc<AtomicBool>);

impl Beyond {
    pub(super) fn is(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

struct Bounded {
    inner: BodyDataStream,
    left: usize,
    to_drop: usize,
    beyond: Beyond,
}

/// The body, which fails behind `most` bytes, and how to tell that failure from others.
pub(super) fn body(body: Body, most: usize) -> (Body, Beyond) {
    let beyond = Beyond::default();
    let bounded = Bounded {
        inner: body.into_data_stream(),
        left: most,
        to_drop: DROPPED,
        beyond: beyond.clone(),
    };
    (Body::from_stream(bounded), beyond)
}

impl Stream for Bounded {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let chunk = ready!(Pin::new(&mut self.inner).poll_next(cx));
            match chunk {
                Some(Ok(chunk)) if !self.beyond.is() && chunk.len() <= self.left => {
                    self.left -= chunk.len();
                    return Poll::Ready(Some(Ok(chunk)));
                }
                Some(Ok(chunk)) if chunk.len() <= self.to_drop => {
                    self.to_drop -= chunk.len();
                    self.beyond.0.store(true, Ordering::Relaxed);
                }
                Some(Ok(_)) => return Poll::Ready(Some(Err(axum::Error::new("too large")))),
                None if self.beyond.is() => return Poll::Ready(Some(Err(axum::Error::new("too large")))),
                other => return Poll::Ready(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;

    async fn read(length: usize, most: usize) -> (Option<usize>, bool) {
        let (body, beyond) = body(Body::from(vec![b'x'; length]), most);
        let read = to_bytes(body, usize::MAX).await.ok().map(|bytes| bytes.len());
        (read, beyond.is())
    }

    #[tokio::test]
    async fn what_is_within_the_bound_is_there_and_nothing_of_what_is_not() {
        assert_eq!(read(9, 10).await, (Some(9), false));
        assert_eq!(read(10, 10).await, (Some(10), false));
        assert_eq!(read(11, 10).await, (None, true));
    }
}
