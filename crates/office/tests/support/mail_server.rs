//! A real mail server, started by the test: aiosmtpd.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A mail as the server took it.
#[derive(Debug, Clone)]
pub(crate) struct Mail(serde_json::Value);

impl Mail {
    /// The only receiver.
    pub(crate) fn to(&self) -> &str {
        assert_eq!(self.0["to"].as_array().unwrap().len(), 1);
        self.0["to"][0].as_str().unwrap()
    }

    /// A field: `from`, `subject`, `message_id`, `text`.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap()
    }

    /// Seconds since 1970 of its header `Date`.
    pub(crate) fn date(&self) -> i64 {
        self.0["date"].as_f64().unwrap() as i64
    }
}

/// A mail server at work.
pub(crate) struct MailServer {
    /// Where it listens.
    pub(crate) port: u16,
    process: Child,
    printed: BufReader<ChildStdout>,
}

impl MailServer {
    /// Starts one; further words are those of `smtp.py`.
    pub(crate) fn start(python: &Path, words: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/smtp.py");
        let mut process = Command::new(python)
            .arg(script)
            .args(words)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut printed = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        printed.read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("the mail server prints its port");
        Self {
            port,
            process,
            printed,
        }
    }

    /// Stops it and gives all mails that it took.
    pub(crate) fn stop(mut self) -> Vec<Mail> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let lines = self.printed.by_ref().lines().map(Result::unwrap);
        lines
            .map(|line| Mail(serde_json::from_str(&line).unwrap()))
            .collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

use std::io::Read as _;

/// A port on which nothing listens.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A Python that has aiosmtpd; `None`, said in one line, where there is none.
pub(crate) fn python() -> Option<PathBuf> {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers/bin/python");
    let named = std::env::var_os("WENZHENG_TEST_SMTP_PYTHON").map(PathBuf::from);
    let candidates = [named, Some(peers), Some(PathBuf::from("python3"))];
    let works = |python: &PathBuf| {
        let mut command = Command::new(python);
        command.args(["-c", "import aiosmtpd"]).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let found = candidates.into_iter().flatten().find(works);
    if found.is_none() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "no Python with aiosmtpd"
        );
        eprintln!("skipped: mail, because no Python with aiosmtpd was found");
    }
    found
}
