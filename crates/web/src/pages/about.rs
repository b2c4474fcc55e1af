//! What this is, which version runs, and whether it is well.

use crate::shell::{Frame, T};
use askama::Template;

/// `GET /about`.
#[derive(Debug, Template)]
#[template(path = "about.html")]
pub struct About {
    /// Layout.
    pub frame: Frame,
    /// Version of the program.
    pub version: &'static str,
    /// Whether the store answers.
    pub well: bool,
    /// Server time, as people read it.
    pub now: String,
    /// Title of the rules in force.
    pub rules: String,
}

impl About {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("shell-about")
    }
}
