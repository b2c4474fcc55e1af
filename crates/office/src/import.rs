//! Import: rows of a ledger become cases, as history or as new. Each row is a command of its own, so that a second
//! run imports nothing twice and an interrupted one goes on where it was.

mod compare;
mod fresh;
mod history;
mod row;
mod run;

use calendar::Instant;
use case::CaseNumber;
use serde::Serialize;

/// How rows enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Answered and closed, under their own number and with their own times. Nobody is told, no clock starts.
    History,
    /// Received now, under a new number; the ledger's is kept beside it.
    New,
}

/// What to import, and how.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// How; by default rows with a reply are history, and those without are left for a person to decide.
    pub mode: Option<Mode>,
    /// Channel of rows that name none of the procedure's; by default the first that citizens use by themselves.
    pub channel: Option<String>,
    /// The ledger that the numbers belong to, where several ledgers count from one.
    pub source: String,
    /// Only look what would happen.
    pub dry_run: bool,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is in now.
    Entered,
    /// It was in before, and says the same.
    Same,
    /// It was in before, and says something else. What was in stays.
    Changed,
    /// It could not be taken.
    Bad(Reason),
}

/// Why a row could not be taken: a key of the catalogue with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Catalogue key.
    pub code: &'static str,
    /// Arguments of the catalogue text. Instants are given in UTC milliseconds.
    pub args: Vec<(&'static str, String)>,
}

/// A row and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Line of the file or row of the sheet, from 1.
    pub line: u64,
    /// The number in the ledger, or the one made for it; `None` where the row could not be read.
    pub number: Option<String>,
    /// The case, where there is one.
    pub case: Option<CaseNumber>,
    /// What became of it.
    pub fate: Fate,
}

/// How many rows there were, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Rows read.
    pub rows: u64,
    /// Entered as history.
    pub history: u64,
    /// Entered as new.
    pub new: u64,
    /// In before, with the same text.
    pub same: u64,
    /// In before, with another text.
    pub changed: u64,
    /// Not taken.
    pub bad: u64,
}

impl Tally {
    fn count(&mut self, line: &Line, mode: Option<Mode>) {
        self.rows += 1;
        match (&line.fate, mode) {
            (Fate::Entered, Some(Mode::New)) => self.new += 1,
            (Fate::Entered, _) => self.history += 1,
            (Fate::Same, _) => self.same += 1,
            (Fate::Changed, _) => self.changed += 1,
            (Fate::Bad(_), _) => self.bad += 1,
        }
    }
}

/// A row ready to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    line: u64,
    mode: Mode,
    number: String,
    channel: String,
    title: String,
    text: String,
    received: Instant,
    reply: Option<String>,
    replied: Option<Instant>,
    name: Option<String>,
    phone: Option<String>,
    id_number: Option<String>,
    address: Option<String>,
    category: Option<String>,
}
