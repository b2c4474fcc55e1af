//! The workbench: what waits for this person, what is due first on top.

use super::bench::Bench;
use crate::parts::Pager;
use crate::shell::{Entry, Frame, T};
use askama::Template;

/// `GET /desk`.
#[derive(Debug, Template)]
#[template(path = "desk/queue.html")]
pub struct Queue {
    /// Layout.
    pub frame: Frame,
    /// Number or code to jump to a case.
    pub look: String,
    /// Why no case was found by it, in the reader's language.
    pub wrong: Option<String>,
    /// The person's queues, where there is more than one; `count` as far as known.
    pub tabs: Vec<Entry>,
    /// Address of the queue that is shown.
    pub tab: String,
    /// Name of that queue.
    pub queue: String,
    /// The queue.
    pub bench: Bench,
    /// What there is to do for those who have no queue.
    pub tasks: Vec<Entry>,
    /// Rounds that wait for this person to be recorded, in words.
    pub rounds: Option<String>,
    /// Entries of the knowledge base that wait for this person: address and words.
    pub knowledge: Vec<(String, String)>,
    /// Onward.
    pub pager: Pager,
}

impl Queue {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("desk-queue")
    }
}

/// What the navigation leads to, for those for whom no case waits.
pub(crate) fn tasks(frame: &Frame) -> Vec<Entry> {
    let here = |entry: &&Entry| entry.href != "/desk";
    let all = frame.nav.iter().chain(&frame.administration);
    all.filter(here).cloned().collect()
}
