//! A real sign-on service, started by the test, and a browser that goes through it.
#![allow(clippy::print_stderr, reason = "a skipped test says so in one line")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use ureq::Agent;

/// Our secret at the service.
pub(crate) const SECRET: &str = "a secret: with/signs";

/// A sign-on service at work.
pub(crate) struct Provider {
    /// Where it is.
    pub(crate) issuer: String,
    process: Child,
    /// Kept open: a program whose words nobody hears ends.
    _printed: BufReader<ChildStdout>,
    agent: Agent,
}

impl Provider {
    /// Starts one; `None`, said in one line, where it is not there. `people` are its accounts as JSON.
    pub(crate) fn start(redirect: &str, algorithm: &str, people: &serde_json::Value) -> Option<Self> {
        let usual =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers-node/node_modules/oidc-provider");
        let named = std::env::var_os("WENZHENG_TEST_OIDC_PROVIDER").map(PathBuf::from);
        let Some(folder) = [named, Some(usual)]
            .into_iter()
            .flatten()
            .find(|path| path.exists())
        else {
            let build_server = std::env::var("CI").as_deref() == Ok("true");
            assert!(!build_server, "no oidc-provider");
            eprintln!("skipped: the sign-on service, because no oidc-provider was found");
            return None;
        };
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/provider.mjs");
        let mut process = Command::new("node")
            .arg(script)
            .arg(folder)
            .args([redirect, algorithm, &people.to_string()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut issuer = String::new();
        let mut printed = BufReader::new(process.stdout.take().unwrap());
        printed.read_line(&mut issuer).unwrap();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Some(Self {
            issuer: issuer.trim().to_owned(),
            process,
            _printed: printed,
            agent: config.new_agent(),
        })
    }

    /// A person goes there with a fresh browser; what the service sends along on the way back.
    pub(crate) fn visit(&self, account: &str, address: &str, back: &str) -> BTreeMap<String, String> {
        self.agent
            .get(format!("{}/next?account={account}", self.issuer))
            .call()
            .unwrap();
        let mut cookies: BTreeMap<String, String> = BTreeMap::new();
        let mut address = address.to_owned();
        for _ in 0..8 {
            if address.starts_with(back) {
                let url = url::Url::parse(&address).unwrap();
                return url.query_pairs().into_owned().collect();
            }
            let kept: Vec<String> = cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let answer = self
                .agent
                .get(&address)
                .header("Cookie", kept.join("; "))
                .call()
                .unwrap();
            for line in answer.headers().get_all("set-cookie") {
                let pair = line.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                cookies.insert(name.to_owned(), value.to_owned());
            }
            let to = answer
                .headers()
                .get("location")
                .expect("on to somewhere")
                .to_str()
                .unwrap();
            address = url::Url::parse(&address).unwrap().join(to).unwrap().to_string();
        }
        panic!("the service goes round in circles");
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
