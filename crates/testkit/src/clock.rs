//! A clock that a test sets.

use calendar::Instant;
use office::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// A wall-clock time in China, such as `2025-03-03T09:00:00`.
pub fn at(local: &str) -> Instant {
    Instant::parse(&format!("{local}+08:00")).unwrap()
}

/// Stands still until it is set.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// A clock that shows a wall-clock time in China.
    pub fn new(local: &str) -> Self {
        Self(AtomicI64::new(at(local).ms()))
    }

    /// Sets it to a wall-clock time in China, such as `2025-03-03T09:00:00`.
    pub fn set(&self, local: &str) {
        self.0.store(at(local).ms(), Ordering::SeqCst);
    }

    /// Sets it to an instant.
    pub fn set_to(&self, instant: Instant) {
        self.0.store(instant.ms(), Ordering::SeqCst);
    }

    /// Moves it on by so many minutes.
    pub fn advance(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        Instant::from_ms(self.0.load(Ordering::SeqCst))
    }
}
