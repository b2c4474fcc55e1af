//! Receipts, heads and exported logs, as strangers show them to `/verify` and `wenzheng verify`.

use proof::{Check, Cosigned, Head, Receipt};

/// Any text: what is read is written again the same, and the log is gone through to its end.
pub(crate) fn receipt(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (mut receipts, mut heads) = (Vec::new(), Vec::new());
    for piece in text.split("\n\n") {
        if let Ok(receipt) = Receipt::read(piece) {
            assert_eq!(Receipt::read(&receipt.text()).as_ref(), Ok(&receipt));
            let _ = (receipt.is_signed(), receipt.until());
            receipts.push(receipt);
        }
        if let Ok(head) = Head::read(piece) {
            assert_eq!(Head::read(&head.text()).as_ref(), Ok(&head));
            let _ = head.is_signed();
            heads.push(head);
        }
        if let Ok(cosigned) = Cosigned::read(piece) {
            assert_eq!(Cosigned::read(&cosigned.text()).as_ref(), Ok(&cosigned));
            let _ = heads.iter().any(|head| cosigned.confirms(head));
        }
    }
    let mut check = Check::new(None, receipts, heads);
    text.lines().for_each(|line| check.line(line));
    let report = check.end();
    assert!(!report.sound || report.findings.is_empty(), "sound with findings");
}
