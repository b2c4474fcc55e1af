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
    /// Starts it, and waits until it serves.
    pub(crate) fn start(program: &str) -> Self {
        let mut child = Command::new(program)
            .args(["demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut demo = Self {
            url: String::new(),
            samples: Vec::new(),
            child,
        };
        while demo.url.is_empty() {
            demo.read(&lines.next().unwrap().unwrap());
        }
        // the messages that it sends are printed there too
        std::thread::spawn(move || lines.for_each(drop));
        demo
    }

    /// A line with a case to follow, or with the address.
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [number, code, ..] = words[..]
            && seal::number::check(number).is_ok()
        {
            self.samples.push((number.to_owned(), code.to_owned()));
        }
        if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
            let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
            self.url = format!("http://127.0.0.1:{port}");
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
