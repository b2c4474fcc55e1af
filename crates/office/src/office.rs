//! An installation at work: its store, keys, files, clock and adopted rules.

use crate::access::Waiting;
use crate::accounts::Ways;
use crate::accused::KnownNames;
use crate::adopted::Cache;
use crate::folded::FoldedCases;
use crate::gauges::Gauges;
use crate::keys::KeyRing;
use crate::live::Tail;
use crate::log::LogChoice;
use crate::recent::Recent;
use crate::senders::Secret;
use crate::sign_on::SignOn;
use crate::staff::SignInRules;
use crate::staff::hashing::Hashing;
use crate::verify::Verifier;
use crate::view::sight::Sights;
use crate::{Chance, Clock};
use calendar::{Calendar, Instant};
use seal::Key;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use store::{Blobs, Store};

/// What an installation is made of.
pub struct Config {
    /// The log and its read models.
    pub store: Store,
    /// The master key; lies outside the database.
    pub master: Key,
    /// Content of attachments.
    pub blobs: Arc<dyn Blobs>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Keys, numbers and codes.
    pub chance: Arc<dyn Chance>,
    /// Where people reach it, for links in messages, such as `https://wenzheng.example`.
    pub public_url: String,
    /// Ways to verify a real name beside the built-in one.
    pub verifiers: Vec<Arc<dyn Verifier>>,
}

/// The use cases. Cheap to clone.
#[derive(Clone)]
pub struct Office(Arc<Parts>);

/// Everything behind the use cases.
pub(crate) struct Parts {
    pub(crate) store: Store,
    pub(crate) keys: KeyRing,
    pub(crate) blobs: Arc<dyn Blobs>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) adopted: Cache,
    pub(crate) recent: Recent,
    pub(crate) folded: FoldedCases,
    pub(crate) sights: Sights,
    pub(crate) names: KnownNames,
    pub(crate) tail: Tail,
    pub(crate) gauges: Gauges,
    pub(crate) public_url: String,
    pub(crate) verifiers: Vec<Arc<dyn Verifier>>,
    pub(crate) gateways: OnceLock<Vec<Secret>>,
    sign_in: OnceLock<SignInRules>,
    sign_on: OnceLock<SignOn>,
    pub(crate) ways: OnceLock<Ways>,
    pub(crate) log_choice: OnceLock<LogChoice>,
    pub(crate) seen: Waiting,
    /// Whether nobody is told of anything.
    silent: AtomicBool,
    pub(crate) hashing: Hashing,
}

impl Office {
    /// Opens an installation. Jurisdictions and rules come from [`crate::setup`].
    pub fn new(config: Config) -> Self {
        Self(Arc::new(Parts {
            keys: KeyRing::new(config.master),
            store: config.store,
            blobs: config.blobs,
            clock: config.clock,
            chance: config.chance,
            adopted: Cache::default(),
            recent: Recent::default(),
            folded: FoldedCases::default(),
            sights: Sights::default(),
            names: KnownNames::default(),
            tail: Tail::default(),
            gauges: Gauges::default(),
            public_url: config.public_url,
            verifiers: config.verifiers,
            gateways: OnceLock::new(),
            sign_in: OnceLock::new(),
            sign_on: OnceLock::new(),
            ways: OnceLock::new(),
            log_choice: OnceLock::new(),
            seen: Waiting::default(),
            silent: AtomicBool::new(false),
            hashing: Hashing::start(),
        }))
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    /// From now on nobody is told of what happens through this value: for cases that are made up.
    pub(crate) fn tell_nobody(&self) {
        self.0.silent.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_silent(&self) -> bool {
        self.0.silent.load(Ordering::Relaxed)
    }

    /// Believes calls that are signed with these secrets. Set once, when the program starts; without it no gateway is
    /// believed.
    pub fn trust_gateways(&self, secrets: Vec<Secret>) {
        let _ = self.0.gateways.set(secrets);
    }

    /// What is asked of those who sign in. Set once, when the program starts; without it as [`SignInRules`] has it.
    pub fn rule_sign_in(&self, rules: SignInRules) {
        let _ = self.0.sign_in.set(rules);
    }

    /// What is asked of those who sign in.
    pub fn sign_in_rules(&self) -> &SignInRules {
        self.0.sign_in.get_or_init(SignInRules::default)
    }

    /// Lets staff sign in by a service. Set once, when the program starts.
    pub fn trust_sign_on(&self, service: SignOn) {
        let _ = self.0.sign_on.set(service);
    }

    /// The service by which staff can sign in.
    pub fn sign_on(&self) -> Option<&SignOn> {
        self.0.sign_on.get()
    }

    /// Now, UTC milliseconds.
    pub fn now(&self) -> Instant {
        self.0.clock.now()
    }

    /// The store, for jobs and tests.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Where people reach it.
    pub fn public_url(&self) -> &str {
        &self.0.public_url
    }

    /// The randomness of the installation.
    pub fn chance(&self) -> &dyn Chance {
        &*self.0.chance
    }

    /// The day of an instant in a calendar's zone.
    pub(crate) fn day(calendar: &Calendar, at: Instant) -> jiff::civil::Date {
        calendar.local(at).date()
    }
}
