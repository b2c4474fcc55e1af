//! Heads, receipts and cosignatures as texts.

use proof::{Algorithm, Cosigned, Entry, Head, Promise, PublicKey, Receipt, Scheme, SigningKey, Unreadable};

fn key(scheme: Scheme, byte: u8) -> SigningKey {
    SigningKey::of(scheme, &[byte; 32]).unwrap()
}

fn head(scheme: Scheme) -> Head {
    let root = Algorithm::Sm3.digest(&[b"root"]);
    Head::sign(
        &key(scheme, 1),
        "example",
        Algorithm::Sm3,
        7,
        root,
        1_780_000_000_123,
    )
    .unwrap()
}

fn receipt(scheme: Scheme) -> Receipt {
    let promise = Promise {
        stream: "case/C000001",
        seq: 1,
        commitment: Algorithm::Sm3.digest(&[b"commitment"]),
        salt: &[1, 2, 3],
        recorded: 1_780_000_000_456,
    };
    Receipt::sign(&key(scheme, 1), &head(scheme), promise).unwrap()
}

#[test]
fn what_is_signed_is_read_back_and_stands() {
    for scheme in [Scheme::Ed25519, Scheme::Sm2] {
        let head = head(scheme);
        assert!(head.is_signed());
        assert_eq!(Head::read(&head.text()).unwrap(), head);
        let receipt = receipt(scheme);
        assert!(receipt.is_signed());
        assert_eq!(Receipt::read(&receipt.text()).unwrap(), receipt);
        let public = key(scheme, 1).public();
        assert_eq!(public.to_string().parse::<PublicKey>().unwrap(), public);
    }
}

/// Printed on paper, sent as a message, typed into a form.
#[test]
fn a_receipt_survives_what_happens_to_texts() {
    let receipt = receipt(Scheme::Ed25519);
    let pasted = receipt.text().replace('\n', "  \r\n   ");
    for text in [
        pasted.clone(),
        format!("\u{feff}您的回执：\r\n\r\n{pasted}\r\n谢谢"),
    ] {
        let read = Receipt::read(&text).unwrap();
        assert_eq!(read, receipt);
        assert!(read.is_signed());
    }
}

/// Scanned from a QR code: the whole address, or what stands in it, in whatever case.
#[test]
fn a_receipt_fits_into_a_code_and_comes_out_whole() {
    for scheme in [Scheme::Ed25519, Scheme::Sm2] {
        let receipt = receipt(scheme);
        let compact = receipt.compact().unwrap();
        assert!(compact.bytes().all(|sign| sign.is_ascii_alphanumeric()));
        for text in [
            compact.clone(),
            compact.to_lowercase(),
            format!("https://example.cn/@east/verify?receipt={compact}\n"),
        ] {
            let read = Receipt::read(&text).unwrap();
            assert_eq!(read, receipt);
            assert!(read.is_signed());
        }
    }
}

/// A sign that was misread, or a code that was cut off, is no receipt, or none that is signed.
#[test]
fn a_damaged_code_is_no_signed_receipt() {
    let compact = receipt(Scheme::Ed25519).compact().unwrap();
    for at in 0..compact.len() {
        let other = if compact[at..].starts_with('A') { "B" } else { "A" };
        let damaged = format!("{}{other}{}", &compact[..at], &compact[at + 1..]);
        let read = Receipt::of_compact(&damaged);
        assert!(!read.is_some_and(|receipt| receipt.is_signed()), "at {at}");
        assert_eq!(Receipt::of_compact(&compact[..at]), None, "cut at {at}");
    }
    assert_eq!(Receipt::of_compact(&format!("{compact}AA")), None);
}

#[test]
fn nothing_can_be_changed_under_a_signature() {
    let text = receipt(Scheme::Ed25519).text();
    for (was, is) in [
        ("seq: 1", "seq: 2"),
        ("log: example", "log: another"),
        ("within: 60", "within: 6000"),
        (".456Z", ".457Z"),
        ("salt: 01", "salt: 02"),
        ("head-size: 7", "head-size: 8"),
    ] {
        assert!(text.contains(was), "{was}");
        assert!(
            !Receipt::read(&text.replace(was, is)).unwrap().is_signed(),
            "{is}"
        );
    }
}

#[test]
fn what_cannot_be_read_says_which_line() {
    let text = receipt(Scheme::Ed25519).text();
    assert_eq!(
        Receipt::read("nothing"),
        Err(Unreadable::Title("wenzheng receipt 1"))
    );
    assert_eq!(
        Receipt::read(&text.replace("salt:", "sale:")),
        Err(Unreadable::Missing("salt"))
    );
    assert_eq!(
        Receipt::read(&text.replace("seq: 1", "seq: one")),
        Err(Unreadable::Value("seq"))
    );
}

#[test]
fn a_cosignature_fits_its_head_only() {
    let head = head(Scheme::Ed25519);
    let seen = Cosigned::sign(&key(Scheme::Sm2, 9), &head, "above", 1_780_000_001_000).unwrap();
    assert_eq!(Cosigned::read(&seen.text()).unwrap(), seen);
    assert!(seen.confirms(&head));
    let root = Algorithm::Sm3.digest(&[b"another"]);
    let other = Head::sign(&key(Scheme::Ed25519, 1), "example", Algorithm::Sm3, 7, root, 0).unwrap();
    assert!(!seen.confirms(&other));
}

/// The lengths in front keep fields apart.
#[test]
fn no_two_events_share_a_commitment() {
    let entry = Entry {
        log: "example",
        stream: "case/1",
        seq: 1,
        kind: "receive",
        version: 1,
        at: 5,
        recorded: 6,
        procedure: "ab",
        calendar: "c",
        bytes: b"{}",
    };
    let of = |entry: Entry<'_>| entry.commitment(Algorithm::Sha256, b"salt");
    let mine = of(entry);
    assert_eq!(mine, of(entry));
    let others = [
        Entry {
            stream: "case/11",
            ..entry
        },
        Entry { seq: 11, ..entry },
        Entry { at: 4, ..entry },
        Entry { recorded: 5, ..entry },
        Entry {
            procedure: "a",
            calendar: "bc",
            ..entry
        },
        Entry {
            bytes: b"{ }",
            ..entry
        },
        Entry {
            log: "exampl",
            stream: "ecase/1",
            ..entry
        },
    ];
    for other in others {
        assert_ne!(of(other), mine, "{other:?}");
    }
    assert_ne!(entry.commitment(Algorithm::Sha256, b"Salt"), mine);
}
