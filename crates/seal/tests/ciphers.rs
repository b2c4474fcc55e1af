//! Both ciphers, beside each other: what says nothing of its cipher is AES-256-GCM.

use seal::{
    Cipher, Fresh, Key, KeyId, SealError, Sealed, open, open_bytes, seal_bytes, seal_with, unwrap, wrap,
};

const CIPHERS: [Cipher; 2] = [Cipher::Aes256Gcm, Cipher::Sm4Gcm];

fn key(byte: u8) -> Key {
    Key::from_bytes([byte; 32])
}

fn id() -> KeyId {
    KeyId::new("case:2026112148392047")
}

fn fresh() -> Fresh {
    Fresh::from_bytes([7; 28])
}

#[test]
fn texts_files_and_keys_open_whatever_sealed_them() {
    for cipher in CIPHERS {
        let sealed = seal_with(cipher, &key(1), &id(), "text", "路灯不亮", fresh());
        assert_eq!(open(&key(1), "text", &sealed).unwrap(), "路灯不亮");
        assert_eq!(open(&key(2), "text", &sealed), Err(SealError::WrongKey));
        assert_eq!(open(&key(1), "title", &sealed), Err(SealError::WrongKey));
        let file = seal_bytes(cipher, &key(1), &id(), "f", b"content", fresh());
        assert_eq!(open_bytes(&key(1), &id(), "f", &file).unwrap(), b"content");
        assert!(open_bytes(&key(1), &id(), "g", &file).is_err());
        let wrapped = wrap(&key(9), &id(), &key(1), cipher, fresh());
        assert_eq!(unwrap(&key(9), &id(), &wrapped).unwrap().expose(), &[1; 32]);
        assert!(unwrap(&key(8), &id(), &wrapped).is_err());
    }
}

#[test]
fn only_what_is_not_the_usual_says_so() {
    let aes = seal_with(Cipher::Aes256Gcm, &key(1), &id(), "text", "a", fresh());
    let sm4 = seal_with(Cipher::Sm4Gcm, &key(1), &id(), "text", "a", fresh());
    let json = |sealed: &Sealed| serde_json::to_value(sealed).unwrap();
    assert!(json(&aes).get("cipher").is_none());
    assert_eq!(json(&sm4)["cipher"], "sm4-gcm");
    assert_eq!(serde_json::from_value::<Sealed>(json(&sm4)).unwrap(), sm4);
    // the same text has the same commitment: what was promised does not depend on the cipher
    assert_eq!(aes.commitment, sm4.commitment);
    assert_ne!(aes.body, sm4.body);
}

#[test]
fn a_text_that_lies_about_its_cipher_does_not_open() {
    let sealed = seal_with(Cipher::Sm4Gcm, &key(1), &id(), "text", "a", fresh());
    let lying = Sealed {
        cipher: Cipher::Aes256Gcm,
        ..sealed
    };
    assert_eq!(open(&key(1), "text", &lying), Err(SealError::WrongKey));
}
