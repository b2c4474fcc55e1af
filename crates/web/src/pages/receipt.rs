//! The receipt: number and check code, shown once and made to be printed.

use crate::shell::{Frame, T};
use askama::Template;

/// The answer to `POST /write`, and to an operator who took a call.
#[derive(Debug, Template)]
#[template(path = "receipt.html")]
pub struct ReceiptPage {
    /// Layout.
    pub frame: Frame,
    /// The number, grouped for reading.
    pub number: String,
    /// The check code, grouped for reading; `None` where the form arrived a second time: it is stored nowhere.
    pub code: Option<String>,
    /// What it is about.
    pub title: String,
    /// When it was received, as people read it.
    pub received: String,
    /// Address where it can be followed, for the printed sheet.
    pub follow: String,
    /// The signed promise that the message is in the public log within a minute.
    pub promise: Option<String>,
    /// For an operator: the case's page.
    pub desk: Option<String>,
    /// Whether it stands among the cases of an account.
    pub account: bool,
}

impl ReceiptPage {
    /// With the way to the account in which it stands.
    pub fn with_account(self, account: bool) -> Self {
        Self { account, ..self }
    }

    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("citizen-receipt")
    }
}
