//! The receipt: number and check code, shown once and made to be printed.

use crate::shell::{Frame, T};
use askama::Template;
use credentials::qr::{Drawing, draw_parts};

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
    /// Address where the promise can be checked, for the printed sheet.
    pub check: String,
    /// The signed promise that the message is in the public log within a minute.
    pub promise: Option<String>,
    /// The same as a code that a telephone reads, see [`code`].
    pub drawing: Option<Drawing>,
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

    /// Where the case is looked up, on this site.
    fn lookup(&self) -> String {
        let digits: String = self.number.chars().filter(char::is_ascii_digit).collect();
        format!("/follow/{digits}")
    }

    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("citizen-receipt")
    }
}

/// A code that opens the check of a promise, at the address where people reach the installation. It holds all of the
/// promise, so that whoever scans it needs neither us nor the sheet afterwards; and little else, so that its modules are
/// half a millimetre wide on paper. `None` where it would be too fine to scan.
pub fn qr_code(promise: &str, public: &str) -> Option<Drawing> {
    let compact = proof::Receipt::read(promise).ok()?.compact()?;
    let drawing = draw_parts(&[&format!("{public}/verify?receipt="), &compact])?;
    (drawing.size <= WIDEST).then_some(drawing)
}

/// Modules on each side, with the white around: version 20 of the code. At five centimetres a module is still half a
/// millimetre wide, which old telephones read from a cheap printer.
const WIDEST: i32 = 97 + 8;
