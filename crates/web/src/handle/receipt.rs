//! The receipt page, for citizens and for operators who read it out.

use crate::pages::receipt::{self, ReceiptPage};
use crate::parts::grouped;
use crate::shell::Frame;
use office::{Adopted, Receipt};

/// From the receipt of a message just taken in. `desk` leads an operator to the case.
pub(crate) fn page(
    frame: Frame,
    adopted: &Adopted,
    receipt: &Receipt,
    promise: Option<String>,
    title: &str,
    public: &str,
    desk: bool,
) -> ReceiptPage {
    let drawing = promise
        .as_deref()
        .and_then(|promise| receipt::qr_code(promise, public));
    let code = Some(receipt.check_code.clone()).filter(|code| !code.is_empty());
    ReceiptPage {
        number: grouped(receipt.number.as_str()),
        code,
        title: title.to_owned(),
        received: adopted.calendar.show(receipt.received, frame.t.lang()),
        follow: format!("{public}/follow/{}", receipt.number),
        check: format!("{public}/verify"),
        promise,
        account: false,
        drawing,
        desk: desk.then(|| format!("/desk/case/{}", receipt.number)),
        frame,
    }
}
