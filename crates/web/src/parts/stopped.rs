//! Why nothing was taken of a form in which nothing is wrong.

use super::{grouped, piece, reworded};
use crate::shell::T;
use askama::Template;
use case::CaseNumber;
use procedure::Procedure;

/// Stands above the form that came back.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/stopped.html")]
pub struct Stopped {
    says: String,
    /// The way to what was taken before.
    first: Option<(String, String)>,
}
piece!(Stopped);

impl Stopped {
    /// The same form was sent before with something else in it, by a citizen.
    pub(crate) fn sent_before(t: T, rules: &Procedure, first: &CaseNumber) -> Self {
        let number = grouped(first.as_str());
        let says = t.args("portal-sent-before", &[("number", number)]);
        let label = reworded(t, rules, t.say("portal-sent-before-add"));
        Self {
            says: reworded(t, rules, says),
            first: Some((format!("/follow/{first}"), label)),
        }
    }

    /// The same at the desk.
    pub(crate) fn called_before(t: T, rules: &Procedure, first: &CaseNumber) -> Self {
        let number = grouped(first.as_str());
        let says = t.args("call-sent-before", &[("number", number)]);
        Self {
            says: reworded(t, rules, says),
            first: Some((format!("/desk/case/{first}"), t.say("call-sent-before-open"))),
        }
    }

    /// The rules lapsed, and nobody decided to use them on.
    pub(crate) fn lapsed(t: T, rules: &Procedure) -> Self {
        let says = t.say("portal-lapsed-meanwhile");
        Self {
            says: reworded(t, rules, says),
            first: None,
        }
    }

    /// In words that are there already.
    pub(crate) fn saying(says: String) -> Self {
        Self { says, first: None }
    }
}
