//! Pages for staff.

pub mod access;
pub mod account;
pub mod bench;
pub mod board;
pub mod bulk;
pub mod call;
mod case_chain;
mod case_judged;
mod case_linked;
pub mod case_page;
mod case_papers;
mod case_parts;
pub mod catalogue;
pub mod directory;
pub mod directory_listed;
pub mod first;
pub mod inbox;
pub mod items;
pub mod knowledge;
pub mod ledger;
mod line;
pub mod links;
pub mod machines;
pub mod month;
pub mod new_password;
pub mod paper;
pub mod passkey;
pub mod person;
pub mod queue;
pub mod retention;
pub mod roster;
pub mod rounds;
pub mod rules;
pub mod second;
pub mod sign_in;
pub mod sources;
pub mod today;

pub use line::Line;

use crate::shell::{Entry, T};

/// The navigation of the desk, by what the person may do.
pub fn nav(t: T, takes_calls: bool, sees_all: bool) -> Vec<Entry> {
    let mut entries = vec![Entry::new("/desk", t.say("desk-queue"))];
    if takes_calls {
        entries.push(Entry::new("/desk/call", t.say("desk-call")));
    }
    if sees_all {
        entries.push(Entry::new("/desk/ledger", t.say("desk-ledger")));
    }
    entries.push(Entry::new("/procedure", t.say("shell-nav-procedure")));
    entries
}
