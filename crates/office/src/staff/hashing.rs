//! Threads that do nothing but hash passwords. A hash takes 19 MiB, and an allocator keeps what a thread has freed for
//! that thread: on threads that come and go it would add up, on these two it is used again.

use crate::Problem;
use std::sync::{Arc, Mutex, mpsc};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce() + Send>;

/// At most so many passwords are hashed at once.
const THREADS: usize = 2;

/// Hands passwords to the threads; they end with it.
pub(crate) struct Hashing {
    jobs: mpsc::Sender<Job>,
}

impl Hashing {
    pub(crate) fn start() -> Self {
        let (jobs, waiting) = mpsc::channel::<Job>();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..THREADS {
            let waiting = waiting.clone();
            std::thread::spawn(move || {
                loop {
                    // The lock is given back before the work begins.
                    let next = waiting.lock().ok().and_then(|waiting| waiting.recv().ok());
                    let Some(job) = next else { return };
                    job();
                }
            });
        }
        Self { jobs }
    }

    /// Has one of the threads do some work.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (done, answer) = oneshot::channel();
        let job = Box::new(move || {
            // Whoever asked may have gone away.
            let _ = done.send(work());
        });
        self.jobs.send(job).map_err(|_| Problem::Busy)?;
        answer.await.map_err(|_| Problem::Busy)
    }
}
