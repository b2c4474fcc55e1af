//! One act on several cases: what would be done, and what became of each.

use super::Line;
use crate::parts::{About, ActForm, Choices, Refill, grouped};
use crate::shell::Frame;
use askama::Template;
use case::Offer;

/// One case before it is done.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// As a list shows it; nothing where the person may not see it.
    pub(crate) line: Option<Line>,
    pub(crate) number: String,
    /// What is sent where it is chosen; nothing where it cannot be.
    pub(crate) pick: Option<String>,
    pub(crate) ticked: bool,
    /// Whether the act is open on it, as far as is known beforehand.
    pub(crate) open: bool,
    /// What stands against it.
    pub(crate) says: Option<String>,
}

impl Chosen {
    fn shown(&self) -> String {
        grouped(&self.number)
    }
}

/// What was sent along: all that is listed, and where it came from; what is wrong with the form where it came back.
#[derive(Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) listed: Vec<String>,
    pub(crate) back: String,
    pub(crate) refill: Option<&'a Refill>,
}

/// One case afterwards: what it is, and what was said against it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) title: String,
    pub(crate) href: Option<String>,
    pub(crate) number: String,
    pub(crate) says: Option<String>,
}

impl Outcome {
    fn shown(&self) -> String {
        grouped(&self.number)
    }
}

/// `POST /desk/bulk`; the form sends to `POST /desk/bulk/act/{act}`.
#[derive(Debug, Template)]
#[template(path = "desk/bulk-form.html")]
pub struct BulkForm {
    frame: Frame,
    able: Vec<Chosen>,
    unable: Vec<Chosen>,
    form: Option<ActForm>,
    /// The id of the form to which the boxes belong.
    boxes: String,
    back: String,
}

impl BulkForm {
    /// From the cases, each with what stands against it; no form where the act may be done with none.
    pub(crate) fn of(
        frame: Frame,
        (offer, choices, command): (Option<&Offer>, &Choices<'_>, &str),
        cases: Vec<Chosen>,
        sent: Sent<'_>,
    ) -> Self {
        let (able, unable): (Vec<Chosen>, Vec<Chosen>) = cases.into_iter().partition(|case| case.open);
        let form = offer.filter(|_| !able.is_empty()).map(|offer| {
            let about = About {
                case: "/desk/bulk",
                procedure: "/procedure",
                whose: None,
                own: false,
                token: &frame.token,
                command,
                seen: 0,
            };
            let listed = sent.listed.into_iter().map(|value| ("listed", value));
            let mut hidden: Vec<(&'static str, String)> = listed.collect();
            hidden.push(("back", sent.back.clone()));
            ActForm::of(frame.t, offer, choices, about, true, sent.refill).along(hidden)
        });
        Self {
            boxes: form.as_ref().map(ActForm::form_id).unwrap_or_default(),
            frame,
            able,
            unable,
            form,
            back: sent.back,
        }
    }
}

/// What was not done yet, and the form that goes on with it.
#[derive(Debug, Default)]
pub(crate) struct Again {
    pub(crate) action: String,
    /// All that the form had, with the cases that are left.
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) left: Vec<Outcome>,
    /// Why it ended in the middle.
    pub(crate) stopped: Option<String>,
}

/// The answer to `POST /desk/bulk/act/{act}`.
#[derive(Debug, Template)]
#[template(path = "desk/bulk-result.html")]
pub struct BulkResult {
    frame: Frame,
    done: Vec<Outcome>,
    refused: Vec<Outcome>,
    again: Again,
    lead: String,
    back: String,
}

impl BulkResult {
    /// What became of each; `act` is what was done, as its button says it.
    pub(crate) fn of(
        frame: Frame,
        act: String,
        (done, refused): (Vec<Outcome>, Vec<Outcome>),
        again: Again,
        back: String,
    ) -> Self {
        let counts = [
            ("act", act),
            ("done", done.len().to_string()),
            ("refused", refused.len().to_string()),
            ("left", again.left.len().to_string()),
        ];
        let key = match again.left.len() {
            0 => "bulk-counts",
            _ => "bulk-counts-left",
        };
        Self {
            lead: frame.t.args(key, &counts),
            frame,
            done,
            refused,
            again,
            back,
        }
    }

    /// Nothing was done, and why.
    pub(crate) fn nothing(frame: Frame, says: String, back: String) -> Self {
        Self {
            frame,
            done: Vec::new(),
            refused: Vec::new(),
            again: Again::default(),
            lead: says,
            back,
        }
    }
}
