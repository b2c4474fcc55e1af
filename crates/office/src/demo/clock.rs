//! The clock of what is invented: it is set while cases are made up. No installation in service uses it.

use crate::Clock;
use calendar::Instant;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands where it is set.
#[derive(Debug)]
pub struct DemoClock(AtomicI64);

impl DemoClock {
    /// Stands at an instant.
    pub fn at(now: Instant) -> Self {
        Self(AtomicI64::new(now.ms()))
    }

    /// Is set on, or back before anything was recorded.
    pub fn set(&self, now: Instant) {
        self.0.store(now.ms(), Ordering::Relaxed);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Instant {
        Instant::from_ms(self.0.load(Ordering::Relaxed))
    }
}
