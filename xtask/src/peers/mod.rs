//! What the tests talk to: a real database server, a browser, a mail server, a server of buckets, an API checker, a sign-on
//! service, real messages.
//! Each is handed to the tests in an environment variable; a test whose variable is missing skips itself.

pub(crate) mod browser;
mod data;
mod node;
mod postgres;
mod python;
mod user;

use std::path::Path;

use postgres::Cluster;

use crate::Result;

/// Variables for the tests, in the order in which they were found.
pub(crate) type Env = Vec<(&'static str, String)>;

/// The peers that could be had, as long as this lives.
pub(crate) struct Peers {
    pub(crate) env: Env,
    /// Parts of the tests that cannot run, each with its reason.
    pub(crate) missing: Vec<String>,
    /// Kept for its drop, which stops the server and removes its folder.
    _cluster: Option<Cluster>,
}

impl Peers {
    /// Finds or starts everything, installing what is missing where that is allowed.
    pub(crate) fn start(root: &Path, with_browser: bool) -> Self {
        let mut peers = Self {
            env: Vec::new(),
            missing: Vec::new(),
            _cluster: None,
        };
        match Cluster::start() {
            Ok(cluster) => {
                peers.found(vec![("WENZHENG_TEST_POSTGRES", cluster.url())]);
                peers._cluster = Some(cluster);
            }
            Err(fault) => peers.missing.push(format!("PostgreSQL tests: {fault}")),
        }
        if with_browser {
            peers.take("browser tests", browser::find());
        }
        let venv = python::venv(root);
        peers.take("tests of mail, of buckets and of the API description", venv);
        peers.take(
            "tests of the sign-on service and of accessibility",
            node::modules(root),
        );
        peers.take("tests on real messages", data::find(root));
        peers
    }

    fn take(&mut self, part: &str, found: Result<Env>) {
        match found {
            Ok(env) => self.found(env),
            Err(fault) => self.missing.push(format!("{part}: {fault}")),
        }
    }

    fn found(&mut self, env: Env) {
        for (name, value) in &env {
            println!("   {name}={value}");
        }
        self.env.extend(env);
    }
}

/// `cargo xtask peers`: holds the peers for tests run by hand, till it is interrupted.
pub(crate) fn hold(root: &Path) -> bool {
    let peers = Peers::start(root, true);
    for part in &peers.missing {
        println!("skipped: {part}");
    }
    println!("\nFor another terminal; Ctrl-C here stops the server and removes its folder:\n");
    for (name, value) in &peers.env {
        println!("export {name}='{value}'");
    }
    loop {
        std::thread::park();
    }
}
