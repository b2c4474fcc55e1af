//! Rows that were not measured: line and reason.

use ::calendar::Lang;
use ::replay::{Left, NotMeasured};
use words::say;

use crate::fault::Said as _;

/// The code of a reason.
pub(super) fn code(left: &Left) -> &'static str {
    match &left.why {
        NotMeasured::NoReply => "replay-no-reply",
        NotMeasured::NoTime => "replay-no-time",
        NotMeasured::BeforeMessage => "replay-before-message",
        NotMeasured::Unreadable(error) => error.code(),
        NotMeasured::Uncountable(error) => error.code(),
    }
}

/// The reason in a sentence that names the line.
pub(super) fn reason(left: &Left, lang: Lang) -> String {
    let line = ("line", left.line.to_string());
    match &left.why {
        NotMeasured::NoReply => say(lang, "replay-no-reply", &[line]),
        NotMeasured::NoTime => say(lang, "replay-no-time", &[line]),
        NotMeasured::BeforeMessage => say(lang, "replay-before-message", &[line]),
        // what is wrong with the table says its line itself
        NotMeasured::Unreadable(error) => error.said(lang),
        NotMeasured::Uncountable(error) => {
            let reason = say(lang, error.code(), &error.args());
            say(lang, "commands-import-line", &[line, ("reason", reason)])
        }
    }
}
