//! An installation, as its commands are typed: set up, served, filled, rebuilt, and every way to get it wrong.

mod adopt;
mod backup;
mod bucket;
mod demo;
mod doctor;
mod export;
mod fill;
mod jurisdictions;
mod languages;
mod log;
mod serve;
mod wrong;

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tempfile::TempDir;

/// A command in English, away from the settings of this machine.
fn wenzheng(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wenzheng"));
    command
        .args(args)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("WENZHENG_LOG")
        .env("LANG", "C.UTF-8");
    command
}

fn output(args: &[&str]) -> Output {
    wenzheng(args).output().unwrap()
}

/// What a command prints that does what it is asked.
fn printed(args: &[&str]) -> String {
    let output = output(args);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// What is said by a command that does not: one clear text, exit code 1.
fn refused(args: &[&str]) -> String {
    let mut child = wenzheng(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        if line.unwrap().contains("serves at") {
            child.kill().unwrap();
            panic!("served: {args:?}");
        }
    }
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked") && !said.contains('⟦'), "{said}");
    said
}

/// A folder for an installation, not there yet.
struct Data {
    folder: TempDir,
}

impl Data {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Set up, with nothing in it.
    fn set_up() -> Self {
        let data = Self::new();
        let path = data.path();
        let place = ["--data", &path, "--listen", "127.0.0.1:0"];
        Running::serve(&[&place[..], &["--procedure", "suqian-12345"]].concat()).stop();
        data
    }

    fn path(&self) -> String {
        self.at("data")
    }

    fn at(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.at(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

/// A program that serves until it is stopped.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    /// What it printed up to its address and what comes with it.
    said: String,
    address: String,
}

impl Running {
    fn serve(args: &[&str]) -> Self {
        Self::start(wenzheng(&[&["serve"], args].concat()))
    }

    /// Waits until it has told its address.
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut running = Self {
            out: BufReader::new(child.stdout.take().unwrap()),
            child,
            said: String::new(),
            address: String::new(),
        };
        while running.address.is_empty() {
            let line = running.line();
            if line.is_empty() {
                let mut error = String::new();
                let mut stderr = running.child.stderr.take().unwrap();
                stderr.read_to_string(&mut error).unwrap();
                panic!("ended after: {}{error}", running.said);
            }
            if let Some((_, rest)) = line.split_once("serves at http://") {
                running.address = rest.split_whitespace().next().unwrap().to_owned();
            }
            running.said.push_str(&line);
        }
        running
    }

    /// The next line it prints.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).unwrap();
        line
    }

    /// The status and body of a page.
    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }

    /// Tells it to stop, as a service manager does; what it prints until it has.
    fn stop(mut self) -> String {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        assert!(self.child.wait().unwrap().success());
        rest
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ended already, where it was stopped.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn mode(path: impl AsRef<Path>) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}
