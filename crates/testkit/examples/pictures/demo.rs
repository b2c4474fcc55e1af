//! The program with its invented city.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Runs until it is dropped.
pub(crate) struct Demo {
    pub(crate) url: String,
    /// Number and check code of cases that a citizen can follow.
    pub(crate) samples: Vec<(String, String)>,
    child: Child,
}

/// The password of everybody there.
pub(crate) const PASSWORD: &str = "yunchuan-12345";

impl Demo {
    /// Starts it, and waits for its last line.
    pub(crate) fn start(program: &str) -> Self {
        let mut child = Command::new(program)
            .args(["demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut samples = Vec::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        while let Some(line) = lines.next() {
            let line = line.unwrap();
            let words: Vec<&str> = line.split_whitespace().collect();
            if let [number, code, ..] = words[..]
                && number.len() == 16
                && number.bytes().all(|b| b.is_ascii_digit())
            {
                samples.push((number.to_owned(), code.to_owned()));
            }
            if let Some(at) = line.find("http://127.0.0.1:") {
                let port: String = line[at + 17..].chars().take_while(char::is_ascii_digit).collect();
                let url = format!("http://127.0.0.1:{port}");
                // the messages that it sends are printed there too
                std::thread::spawn(move || lines.for_each(drop));
                return Self { url, samples, child };
            }
        }
        panic!("the demo did not start");
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
