//! What is sealed opens with its key in its place, and nowhere else.

use proptest::prelude::*;
use seal::{Cipher, Fresh, Key, KeyId, SealError, Sealed, keyed_hash, open, seal, unwrap, wrap};

const CONTEXT: &str = "case:2026112148392047/text";

fn bytes<const N: usize>() -> [u8; N] {
    std::array::from_fn(|i| i as u8)
}

fn id() -> KeyId {
    KeyId::new("case:2026112148392047")
}

/// Computed by Python's cryptography and hashlib, not by this crate.
#[test]
fn known_answers() {
    let key = Key::from_bytes(bytes());
    let sealed = seal(&key, &id(), CONTEXT, "路灯不亮𠮷", Fresh::from_bytes(bytes()));
    assert_eq!(
        sealed.body,
        "AAECAwQFBgcICQoLSw/YFNX00AiZVIGcqfBidmthKNNx1LvEtYNfK+3JrgUfF5GERzvuNsXNxTSYRSdX"
    );
    assert_eq!(sealed.commitment, "hfE6CiGHeayiweTb/mY8gkwK5e1R8d0E7RZBah1U3t4=");
    assert_eq!(sealed.chars, 5);
    let wrapped = wrap(
        &Key::from_bytes([7; 32]),
        &id(),
        &key,
        Cipher::default(),
        Fresh::from_bytes(bytes()),
    );
    let hex: String = wrapped.iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(
        hex,
        "000102030405060708090a0b1880eb73190cdf4e7fbbef97ee5562f5f12da49d0c7761260ed779a192ca731acb3cae78b0020e1ffc05fa1a41e6e470"
    );
    assert_eq!(
        keyed_hash(&key, "phone", "13812345678"),
        "45b7b4e2db591440b369b566d74a7fe8adc63225623f010ba602f031d2de83c8"
    );
}

#[test]
fn the_stored_form_is_plain_json() {
    let sealed = seal(
        &Key::from_bytes(bytes()),
        &id(),
        CONTEXT,
        "a",
        Fresh::from_bytes(bytes()),
    );
    let json = serde_json::to_value(&sealed).unwrap();
    assert_eq!(json["key"], "case:2026112148392047");
    assert_eq!(json["chars"], 1);
    assert_eq!(serde_json::from_value::<Sealed>(json).unwrap(), sealed);
}

#[test]
fn a_key_is_not_printed() {
    assert_eq!(format!("{:?}", Key::from_bytes(bytes())), "Key(…)");
}

#[test]
fn purposes_are_kept_apart() {
    let key = Key::from_bytes(bytes());
    assert_ne!(
        keyed_hash(&key, "phone", "1"),
        keyed_hash(&key, "check-code", "1")
    );
    assert_ne!(keyed_hash(&key, "a", "1"), keyed_hash(&key.derive("a"), "a", "1"));
    assert_ne!(
        keyed_hash(&key.derive("a"), "x", "1"),
        keyed_hash(&key.derive("b"), "x", "1")
    );
    assert_eq!(
        keyed_hash(&key.derive("a"), "x", "1"),
        keyed_hash(&key.derive("a"), "x", "1")
    );
}

#[test]
fn the_boundary_between_key_name_and_context_counts() {
    let key = Key::from_bytes(bytes());
    let mut sealed = seal(&key, &KeyId::new("a"), "b\0c", "text", Fresh::from_bytes(bytes()));
    sealed.key = KeyId::new("a\0b");
    assert_eq!(open(&key, "c", &sealed), Err(SealError::WrongKey));
}

#[test]
fn a_length_that_lies_is_found() {
    let key = Key::from_bytes(bytes());
    let mut sealed = seal(&key, &id(), CONTEXT, "", Fresh::from_bytes(bytes()));
    assert_eq!(
        (sealed.chars, open(&key, CONTEXT, &sealed).as_deref()),
        (0, Ok(""))
    );
    sealed.chars = 1;
    assert_eq!(open(&key, CONTEXT, &sealed), Err(SealError::Commitment));
}

fn sealed_of(text: &str, key: [u8; 32], fresh: [u8; 28]) -> (Key, Sealed) {
    let key = Key::from_bytes(key);
    let sealed = seal(&key, &id(), CONTEXT, text, Fresh::from_bytes(fresh));
    (key, sealed)
}

proptest! {
    #[test]
    fn a_text_comes_back(text in ".*", key: [u8; 32], fresh: [u8; 28]) {
        let (key, sealed) = sealed_of(&text, key, fresh);
        prop_assert_eq!(open(&key, CONTEXT, &sealed), Ok(text.clone()));
        prop_assert_eq!(sealed.chars as usize, text.chars().count());
    }

    #[test]
    fn another_key_or_place_opens_nothing(key: [u8; 32], other: [u8; 32], fresh: [u8; 28], place in ".*") {
        prop_assume!(key != other && place != CONTEXT);
        let (key, sealed) = sealed_of("text", key, fresh);
        prop_assert_eq!(open(&Key::from_bytes(other), CONTEXT, &sealed), Err(SealError::WrongKey));
        prop_assert_eq!(open(&key, &place, &sealed), Err(SealError::WrongKey));
        let moved = Sealed { key: KeyId::new("case:1"), ..sealed };
        prop_assert_eq!(open(&key, CONTEXT, &moved), Err(SealError::WrongKey));
    }

    #[test]
    fn one_altered_character_opens_nothing(at: prop::sample::Index, to in "[A-Za-z0-9+/=]", key: [u8; 32]) {
        let (key, sealed) = sealed_of("路灯不亮", key, bytes());
        for commitment in [false, true] {
            let mut altered = sealed.clone();
            let field = if commitment { &mut altered.commitment } else { &mut altered.body };
            let i = at.index(field.len());
            field.replace_range(i..=i, &to);
            if altered != sealed {
                prop_assert!(open(&key, CONTEXT, &altered).is_err());
            }
        }
    }

    #[test]
    fn equal_texts_do_not_look_equal(a: [u8; 28], b: [u8; 28]) {
        prop_assume!(a[..12] != b[..12] && a[12..] != b[12..]);
        let (one, other) = (sealed_of("text", bytes(), a).1, sealed_of("text", bytes(), b).1);
        prop_assert_ne!(one.commitment, other.commitment);
        prop_assert_ne!(one.body, other.body);
    }

    #[test]
    fn anything_stored_is_opened_or_refused(body in ".*", commitment in ".*", chars: u32) {
        let sealed = Sealed { key: id(), cipher: Cipher::default(), body, commitment, chars };
        prop_assert!(open(&Key::from_bytes(bytes()), CONTEXT, &sealed).is_err());
    }

    #[test]
    fn a_wrapped_key_opens_under_its_master_and_name_only(
        master: [u8; 32], key: [u8; 32], fresh: [u8; 28], at: prop::sample::Index, flip in 1u8..,
    ) {
        let (master_key, new) = (Key::from_bytes(master), Key::from_bytes(key));
        let wrapped = wrap(&master_key, &id(), &new, Cipher::default(), Fresh::from_bytes(fresh));
        prop_assert_eq!(wrapped.len(), 60);
        let opened = unwrap(&Key::from_bytes(master), &id(), &wrapped).unwrap();
        prop_assert_eq!(keyed_hash(&opened, "p", "t"), keyed_hash(&Key::from_bytes(key), "p", "t"));
        prop_assert!(unwrap(&Key::from_bytes(master), &KeyId::new("case:1"), &wrapped).is_err());
        prop_assert!(unwrap(&Key::from_bytes(key).derive("other"), &id(), &wrapped).is_err());
        let mut altered = wrapped.clone();
        altered[at.index(60)] ^= flip;
        prop_assert!(unwrap(&Key::from_bytes(master), &id(), &altered).is_err());
        prop_assert!(unwrap(&Key::from_bytes(master), &id(), &wrapped[..at.index(60)]).is_err());
    }
}
