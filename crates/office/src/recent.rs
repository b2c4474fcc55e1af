//! What every request asks for and hardly anything changes: jurisdictions, and which rules are in force today. Kept
//! for a second, so that another process's change is seen within it; a change by this process is seen at once.

use crate::adopted::Current;
use calendar::Instant;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use store::{Jurisdiction, Peer};

/// How long something is good after it was read.
const GOOD_MS: u64 = 1_000;

/// Something with when it was read.
type Read<T> = Option<(Instant, T)>;

/// The links of a jurisdiction.
type Peers = Arc<[Peer]>;

/// What was read last.
#[derive(Debug, Default)]
pub(crate) struct Recent {
    jurisdictions: RwLock<Read<Arc<[Jurisdiction]>>>,
    in_force: RwLock<HashMap<String, (Instant, Current)>>,
    peers: RwLock<HashMap<String, (Instant, Peers)>>,
}

fn good(read: Instant, now: Instant) -> bool {
    read.ms().abs_diff(now.ms()) < GOOD_MS
}

impl Recent {
    /// All jurisdictions, unless that was too long ago.
    pub(crate) fn jurisdictions(&self, now: Instant) -> Option<Arc<[Jurisdiction]>> {
        let read = self.jurisdictions.read().ok()?;
        let (at, all) = read.as_ref()?;
        good(*at, now).then(|| all.clone())
    }

    pub(crate) fn keep_jurisdictions(&self, now: Instant, all: Arc<[Jurisdiction]>) {
        if let Ok(mut kept) = self.jurisdictions.write() {
            *kept = Some((now, all));
        }
    }

    /// The rules in force in a jurisdiction on a day, unless that was too long ago.
    pub(crate) fn in_force(&self, j: &str, day: Date, now: Instant) -> Option<Current> {
        let read = self.in_force.read().ok()?;
        let (at, current) = read.get(j)?;
        (good(*at, now) && current.day == day).then(|| current.clone())
    }

    pub(crate) fn keep_in_force(&self, j: &str, now: Instant, current: Current) {
        if let Ok(mut kept) = self.in_force.write() {
            kept.insert(j.to_owned(), (now, current));
        }
    }

    /// The links of a jurisdiction that are in use, unless they were read too long ago.
    pub(crate) fn peers(&self, j: &str, now: Instant) -> Option<Arc<[Peer]>> {
        let read = self.peers.read().ok()?;
        let (at, peers) = read.get(j)?;
        good(*at, now).then(|| peers.clone())
    }

    pub(crate) fn keep_peers(&self, j: &str, now: Instant, peers: Arc<[Peer]>) {
        if let Ok(mut kept) = self.peers.write() {
            kept.insert(j.to_owned(), (now, peers));
        }
    }

    /// This process has changed something.
    pub(crate) fn forget(&self) {
        if let Ok(mut kept) = self.jurisdictions.write() {
            *kept = None;
        }
        if let Ok(mut kept) = self.in_force.write() {
            kept.clear();
        }
        if let Ok(mut kept) = self.peers.write() {
            kept.clear();
        }
    }
}
