//! `wenzheng serve` as a process that can be killed.

use crate::faults::http::Client;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The jurisdiction of these tests.
pub(crate) const HERE: &str = "faults";

pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Serves from a folder, and a PostgreSQL database where one is named.
    pub(crate) fn start(folder: &Path, database_url: Option<&str>) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_wenzheng")), folder, database_url)
    }

    /// The same behind another command, which goes on to what follows it.
    pub(crate) fn run(mut command: Command, folder: &Path, database_url: Option<&str>) -> Self {
        command
            .args([
                "--lang",
                "en",
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--jurisdiction",
                HERE,
                "--trusted-proxy",
                "127.0.0.1",
            ])
            .args(["--procedure", "suqian-12345", "--data"])
            .arg(folder);
        if let Some(url) = database_url {
            command.args(["--database-url", url]);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let serving = lines.find_map(|line| {
            let line = line.unwrap();
            let (_, rest) = line.split_once("http://")?;
            Some(
                rest.split(|c: char| c == '/' || c.is_whitespace())
                    .next()?
                    .to_owned(),
            )
        });
        // What it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            address: serving.expect("the server ended before it served"),
        }
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(&self.address).unwrap()
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// kill -9.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
