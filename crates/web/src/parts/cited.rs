//! What a rule stands on, as screens show it: the clause with a link to its text, or 本单位规定.

use super::piece;
use crate::shell::T;
use askama::Template;
use procedure::Basis;

/// The clause or other basis.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/cited.html")]
pub struct Cited {
    text: String,
    href: Option<String>,
}
piece!(Cited);

impl Cited {
    /// Of a basis. `page` is the address of the procedure's page, on which each clause has its id as anchor.
    pub fn of(t: T, basis: &Basis, page: &str) -> Self {
        match basis {
            Basis::Clause(id) => Self {
                text: id.as_str().to_owned(),
                href: Some(format!("{page}#{id}")),
            },
            Basis::House => Self {
                text: t.say("shell-basis-house"),
                href: None,
            },
            Basis::Product(_) => Self {
                text: t.say("shell-basis-product"),
                href: None,
            },
        }
    }

    /// What it says, without the link: for places that are clicked as a whole.
    pub fn text(&self) -> &str {
        &self.text
    }
}
