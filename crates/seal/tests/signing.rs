//! Signatures between governments.

use seal::Key;
use seal::signing::{SigningKey, public_key, signed_by};

fn key(byte: u8) -> SigningKey {
    SigningKey::of(&Key::from_bytes([byte; 32])).unwrap()
}

#[test]
fn a_signature_fits_its_bytes_and_its_key_only() {
    let (mine, other) = (key(1), key(2));
    let signature = mine.sign(b"report");
    assert!(signed_by(&mine.public(), b"report", &signature));
    assert!(!signed_by(&mine.public(), b"Report", &signature));
    assert!(!signed_by(&other.public(), b"report", &signature));
    assert!(!signed_by(&mine.public(), b"report", &signature[1..]));
    assert!(!signed_by("", b"report", &signature));
}

#[test]
fn the_same_key_gives_the_same_public_key() {
    assert_eq!(key(1).public(), key(1).public());
    assert_ne!(key(1).public(), key(2).public());
}

#[test]
fn a_public_key_is_taken_as_it_is_pasted_and_nothing_else_is() {
    let public = key(1).public();
    assert_eq!(public_key(&format!("  {public}\n")), Some(public.clone()));
    for wrong in ["", "abc", "wz", &public[4..], &format!("{public}AAAA")] {
        assert_eq!(public_key(wrong), None, "{wrong}");
    }
}
