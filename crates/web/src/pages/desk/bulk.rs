//! One act on several cases: what would be done, and what became of each.

use crate::parts::{About, ActForm, Choices, Refill, grouped};
use crate::shell::Frame;
use askama::Template;
use case::Offer;

/// One case: what it is, and what stands against it or was refused.
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
    able: Vec<Outcome>,
    unable: Vec<Outcome>,
    form: Option<ActForm>,
    back: String,
}

impl BulkForm {
    /// From the cases, each with what stands against it; no form where the act may be done with none.
    pub(crate) fn of(
        frame: Frame,
        (offer, choices, command): (Option<&Offer>, &Choices<'_>, &str),
        cases: Vec<Outcome>,
        (picked, back): (Vec<String>, String),
        refill: Option<&Refill>,
    ) -> Self {
        let (able, unable): (Vec<Outcome>, Vec<Outcome>) =
            cases.into_iter().partition(|case| case.says.is_none());
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
            let mut hidden: Vec<(&'static str, String)> =
                picked.into_iter().map(|pick| ("pick", pick)).collect();
            hidden.push(("back", back.clone()));
            ActForm::of(frame.t, offer, choices, about, true, refill).along(hidden)
        });
        Self {
            frame,
            able,
            unable,
            form,
            back,
        }
    }
}

/// The answer to `POST /desk/bulk/act/{act}`.
#[derive(Debug, Template)]
#[template(path = "desk/bulk-result.html")]
pub struct BulkResult {
    frame: Frame,
    done: Vec<Outcome>,
    refused: Vec<Outcome>,
    lead: String,
    back: String,
}

impl BulkResult {
    /// What became of each; `act` is what was done, as its button says it.
    pub(crate) fn of(frame: Frame, act: String, all: Vec<Outcome>, back: String) -> Self {
        let (done, refused): (Vec<Outcome>, Vec<Outcome>) =
            all.into_iter().partition(|case| case.says.is_none());
        let counts = [
            ("act", act),
            ("done", done.len().to_string()),
            ("refused", refused.len().to_string()),
        ];
        Self {
            lead: frame.t.args("bulk-counts", &counts),
            frame,
            done,
            refused,
            back,
        }
    }

    /// Nothing was done, and why.
    pub(crate) fn nothing(frame: Frame, says: String, back: String) -> Self {
        Self {
            frame,
            done: Vec::new(),
            refused: Vec::new(),
            lead: says,
            back,
        }
    }
}
