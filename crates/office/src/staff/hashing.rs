//! Threads that do nothing but hash passwords. A hash takes 19 MiB. Each thread keeps them for the next one: an allocator
//! that is given back a piece of that size keeps as much of everything that is given back later, which was more than a
//! hundred megabytes.

use crate::Problem;
use argon2::{Argon2, Block};
use std::sync::{Arc, Mutex, mpsc};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce(&mut Memory) + Send>;

/// What a thread keeps between two hashes.
#[derive(Default)]
pub(crate) struct Memory(Vec<Block>);

impl Memory {
    /// Hashes with these parameters.
    pub(crate) fn hash(
        &mut self,
        argon2: &Argon2<'_>,
        password: &[u8],
        salt: &[u8],
        out: &mut [u8],
    ) -> Result<(), argon2::Error> {
        let blocks = argon2.params().block_count();
        if self.0.len() < blocks {
            self.0.resize(blocks, Block::new());
        }
        let memory = self.0.get_mut(..blocks).unwrap_or_default();
        argon2.hash_password_into_with_memory(password, salt, out, memory)
    }
}

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
                let mut memory = Memory::default();
                loop {
                    // The lock is given back before the work begins.
                    let next = waiting.lock().ok().and_then(|waiting| waiting.recv().ok());
                    let Some(job) = next else { return };
                    job(&mut memory);
                }
            });
        }
        Self { jobs }
    }

    /// Has one of the threads do some work.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (done, answer) = oneshot::channel();
        let job = Box::new(move |memory: &mut Memory| {
            // Whoever asked may have gone away.
            let _ = done.send(work(memory));
        });
        self.jobs.send(job).map_err(|_| Problem::Busy)?;
        answer.await.map_err(|_| Problem::Busy)
    }
}
