//! The program with its invented city.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

/// Runs until it is dropped.
pub(crate) struct Demo {
    /// The city, then its town.
    pub(crate) places: Vec<Place>,
    /// What it prints, messages to people among it.
    lines: Receiver<String>,
    child: Child,
}

/// One of its sites.
pub(crate) struct Place {
    pub(crate) url: String,
    /// Number and check code of cases that a citizen can follow.
    pub(crate) samples: Vec<(String, String)>,
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
        let printed = BufReader::new(child.stdout.take().unwrap()).lines();
        let (tell, lines) = channel();
        std::thread::spawn(move || printed.map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut demo = Self {
            places: Vec::new(),
            lines,
            child,
        };
        loop {
            let line = demo.lines.recv().unwrap();
            if demo.read(&line) {
                return demo;
            }
        }
    }

    /// The next one-time code that a phone gets, which ends like this.
    pub(crate) fn code(&self, phone: &str) -> String {
        loop {
            let line = self.lines.recv().unwrap();
            let sent = line.split_once("[sms").and_then(|(_, rest)| rest.split_once(']'));
            let Some((_, says)) = sent.filter(|(to, _)| to.ends_with(phone)) else {
                continue;
            };
            let digits: String = says
                .chars()
                .skip_while(|c| !c.is_ascii_digit())
                .take_while(char::is_ascii_digit)
                .collect();
            if digits.len() == 6 {
                return digits;
            }
        }
    }

    /// A line with a case to follow, or with the address of a place; true where it is the last one.
    fn read(&mut self, line: &str) -> bool {
        if let Some((_, address)) = line.split_once("  http://") {
            self.places.push(Place {
                url: format!("http://{address}"),
                samples: Vec::new(),
            });
            return false;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [number, code, ..] = words[..]
            && seal::number::check(number).is_ok()
            && let Some(place) = self.places.last_mut()
        {
            place.samples.push((number.to_owned(), code.to_owned()));
        }
        line.contains("http://")
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
