//! Finds what is wrong with a procedure file before it runs: each fault with its line, its clause and what to do.
//!
//! One question is one small file under `check/`. They come in four rounds, because a fault of an earlier round
//! would only make noise in a later one: the form of the file, what it names, the course of its cases, and what is
//! proven over every course.

mod acting;
mod basis;
mod beside;
mod clocks;
mod conditions;
mod course;
mod documents;
mod dues;
mod explore;
mod file;
mod findings;
mod head;
mod hidden;
mod ids;
mod limits;
mod lists;
mod moments;
mod nearest;
mod needs;
mod places;
mod proofs;
mod references;
mod rungs;
mod shape;
mod templates;
mod uncited;
mod unused;
mod waits;

pub use findings::{Finding, Severity};

use crate::Procedure;
use crate::assemble::{Find, assemble};
use crate::prove::Proof;
use crate::schema::{FILE, Section, own::OWN};
use file::File;
use findings::Findings;
use toml::de::DeTable;

/// What was found.
#[derive(Debug, Clone)]
pub struct Report {
    /// In the order of the lines.
    pub findings: Vec<Finding>,
    /// The procedure, where it could be read at all. It is only fit to run where nothing is a fault.
    pub procedure: Option<Procedure>,
    /// The text that was checked, put together: what is adopted.
    pub text: String,
    /// What was proven, where nothing stood in the way of looking.
    pub proof: Option<Proof>,
}

impl Report {
    /// Whether the file may be adopted: advice may be left, faults none.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|f| f.severity != Severity::Fault)
    }
}

/// Checks a file with everything that it includes. `find` gives what it names; a finding in another file says so.
pub fn check_file(text: &str, find: Find<'_>, calendars: &[&str]) -> Report {
    if let Some(id) = crate::own::extends(text) {
        return check_own(text, &id, find, calendars);
    }
    let whole = match assemble(text, find) {
        Ok(whole) => whole,
        Err(findings) => {
            return Report {
                findings,
                procedure: None,
                text: text.to_owned(),
                proof: None,
            };
        }
    };
    let mut report = check(&whole.text, calendars);
    for finding in &mut report.findings {
        let (file, line) = whole.place(finding.line);
        finding.file = file.map(str::to_owned);
        finding.line = line;
    }
    report.text = whole.text;
    report
}

/// Checks a unit's own rules: that they only tighten, and the whole that they make with the procedure that they extend.
fn check_own(text: &str, id: &str, find: Find<'_>, calendars: &[&str]) -> Report {
    let broken = |findings| Report {
        findings,
        procedure: None,
        text: text.to_owned(),
        proof: None,
    };
    let parent = match crate::own::parent(id, find) {
        Some(Ok(parent)) => parent,
        Some(Err(faults)) => return broken(faults),
        None => {
            let line = text
                .lines()
                .position(|l| l.trim_start().starts_with("extends"))
                .unwrap_or(0)
                + 1;
            return broken(vec![Finding::no_parent(line, id)]);
        }
    };
    let whole = match crate::own::compose(&parent.text, &[text]) {
        Ok(whole) => whole,
        Err(findings) => return broken(findings),
    };
    let mut report = check(&whole.text, calendars);
    for finding in &mut report.findings {
        (finding.file, finding.line) = match whole.place(finding.line) {
            (Some(_), line) => (None, line),
            (None, line) => {
                let (file, line) = parent.place(line);
                (Some(file.unwrap_or(id).to_owned()), line)
            }
        };
    }
    report.text = whole.text;
    report
}

/// What is wrong with the form of a file of own rules.
pub(crate) fn own_shape(text: &str) -> Vec<Finding> {
    let mut found = Findings::default();
    formed(text, &OWN, &mut found);
    found.list()
}

/// The text taken apart, and its lines; what stands in the way, and what has no place in a file of this form, is found.
fn formed<'a>(
    text: &'a str,
    form: &'static Section,
    found: &mut Findings,
) -> (toml::Spanned<DeTable<'a>>, file::Lines) {
    let (root, faults) = DeTable::parse_recoverable(text);
    let lines = file::Lines::of(text);
    for fault in &faults {
        let line = fault.span().map_or(1, |span| lines.at(span.start));
        let message = fault.message().lines().next().unwrap_or_default().to_owned();
        found.fault(line, "check-syntax", None, vec![("message", message)]);
    }
    if found.is_empty() {
        shape::check(form, root.get_ref(), &lines, found);
    }
    (root, lines)
}

/// Checks the text of a procedure file that stands by itself. `calendars` are the ids of the calendars that the installation has.
pub fn check(text: &str, calendars: &[&str]) -> Report {
    let mut found = Findings::default();
    let (root, lines) = formed(text, &FILE, &mut found);
    if !found.is_empty() {
        return found.report(None);
    }
    let procedure = match crate::read(text) {
        Ok(procedure) => procedure,
        Err(fault) => {
            found.fault(fault.line, "check-syntax", None, vec![("message", fault.what)]);
            return found.report(None);
        }
    };
    let file = File {
        procedure: &procedure,
        root: root.get_ref(),
        lines: &lines,
        calendars,
    };
    named(&file, &mut found);
    if found.faults() == 0 {
        run(&file, &mut found);
    }
    let proof = (found.faults() == 0).then(|| proofs::check(&file, &mut found));
    Report {
        proof,
        ..found.report(Some(procedure))
    }
}

/// The second round: what the file names, rule by rule.
fn named(file: &File<'_>, found: &mut Findings) {
    let checks = [
        ids::check,
        basis::check,
        references::check,
        beside::check,
        places::check,
        head::check,
        acting::check,
        needs::check,
        lists::check,
        unused::check,
        conditions::check,
        limits::check,
        dues::check,
        rungs::check,
        templates::check,
        documents::check,
        hidden::check,
        uncited::check,
    ];
    for check in checks {
        check(file, found);
    }
}

/// The third round: the course of cases and their clocks. It trusts that every name means something.
fn run(file: &File<'_>, found: &mut Findings) {
    let course = explore::Course::of(file.procedure);
    course::check(file, &course, found);
    waits::check(file, &course, found);
    clocks::check(file, &course, found);
}
