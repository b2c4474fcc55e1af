//! A passkey made and shown by an authenticator of a few lines, and everything that must not pass.

use super::authenticator::sha256;
use super::{ALGORITHMS, Brought, Fault, Site, encode, made, shown};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};

const CHALLENGE: &[u8] = b"a challenge of these tests";

fn site() -> Site {
    Site::of("https://wenzheng.example/@suqian").unwrap()
}

fn client(what: &str, challenge: &[u8], origin: &str) -> Vec<u8> {
    let challenge = encode(challenge);
    format!(r#"{{"type":"{what}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#)
        .into_bytes()
}

/// Hash of the host, flags, count, and what follows.
fn said(host: &str, flags: u8, count: u32, rest: &[u8]) -> Vec<u8> {
    [
        sha256(host.as_bytes()).as_ref(),
        &[flags],
        &count.to_be_bytes(),
        rest,
    ]
    .concat()
}

/// A new key behind its id.
fn new_key(cose: &[u8]) -> Vec<u8> {
    [&[0; 16][..], &[0, 3], b"one", cose].concat()
}

fn cose_ed(key: &[u8]) -> Vec<u8> {
    // {1: 1, 3: -8, -1: 6, -2: key}
    [
        &[0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20][..],
        key,
    ]
    .concat()
}

fn cose_p256(point: &[u8]) -> Vec<u8> {
    // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    let (x, y) = (&point[1..33], &point[33..65]);
    [
        &[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20][..],
        x,
        &[0x22, 0x58, 0x20],
        y,
    ]
    .concat()
}

fn ed() -> Ed25519KeyPair {
    let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap()
}

#[test]
fn a_key_is_made_and_shown() {
    let random = SystemRandom::new();
    let ed = ed();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
    let p256 = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).unwrap();
    type Sign<'a> = Box<dyn Fn(&[u8]) -> Vec<u8> + 'a>;
    let by_ed: Sign<'_> = Box::new(|bytes| ed.sign(bytes).as_ref().to_vec());
    let by_p256: Sign<'_> = Box::new(|bytes| p256.sign(&random, bytes).unwrap().as_ref().to_vec());
    let keys = [
        (cose_ed(ed.public_key().as_ref()), by_ed),
        (cose_p256(p256.public_key().as_ref()), by_p256),
    ];
    for (cose, sign) in keys {
        let create = client("webauthn.create", CHALLENGE, "https://wenzheng.example");
        // what stands behind the key, such as extensions, is left alone
        let authenticator = said(
            "wenzheng.example",
            0xc5,
            7,
            &new_key(&[&cose[..], &[0xa0]].concat()),
        );
        let brought = Brought {
            client: &create,
            authenticator: &authenticator,
        };
        let key = made(&site(), CHALLENGE, brought).unwrap();
        assert_eq!((&key.id[..], &key.key, key.count), (&b"one"[..], &cose, 7));

        let get = client("webauthn.get", CHALLENGE, "https://wenzheng.example");
        let authenticator = said("wenzheng.example", 1, 8, &[]);
        let brought = Brought {
            client: &get,
            authenticator: &authenticator,
        };
        let signature = sign(&[&authenticator[..], sha256(&get).as_ref()].concat());
        let found = shown(&site(), CHALLENGE, &key.key, brought, &signature).unwrap();
        assert_eq!((found.count, found.verified), (8, false));
        // every bit counts: of what the authenticator says, and of the signature
        let mut other = authenticator.clone();
        other[36] ^= 1;
        let forged = Brought {
            client: &get,
            authenticator: &other,
        };
        assert_eq!(
            shown(&site(), CHALLENGE, &key.key, forged, &signature),
            Err(Fault::Signature)
        );
        let mut broken = signature.clone();
        *broken.last_mut().unwrap() ^= 1;
        assert_eq!(
            shown(&site(), CHALLENGE, &key.key, brought, &broken),
            Err(Fault::Signature)
        );
    }
}

#[test]
fn what_was_made_elsewhere_or_for_something_else_is_refused() {
    let ed = ed();
    let cose = cose_ed(ed.public_key().as_ref());
    let here = "https://wenzheng.example";
    let fault = |what: &str, challenge: &[u8], origin: &str, host: &str, flags: u8| {
        let client = client(what, challenge, origin);
        let authenticator = said(host, flags, 0, &new_key(&cose));
        let brought = Brought {
            client: &client,
            authenticator: &authenticator,
        };
        made(&site(), CHALLENGE, brought).err()
    };
    let host = "wenzheng.example";
    assert_eq!(fault("webauthn.create", CHALLENGE, here, host, 0x45), None);
    assert_eq!(
        fault("webauthn.get", CHALLENGE, here, host, 0x45),
        Some(Fault::Challenge)
    );
    assert_eq!(
        fault("webauthn.create", b"other", here, host, 0x45),
        Some(Fault::Challenge)
    );
    for origin in [
        "http://wenzheng.example",
        "https://wenzheng.example:8443",
        "https://wenzheng.example.evil.example",
    ] {
        assert_eq!(
            fault("webauthn.create", CHALLENGE, origin, host, 0x45),
            Some(Fault::Site),
            "{origin}"
        );
    }
    assert_eq!(
        fault("webauthn.create", CHALLENGE, here, "evil.example", 0x45),
        Some(Fault::Site)
    );
    assert_eq!(
        fault("webauthn.create", CHALLENGE, here, host, 0x44),
        Some(Fault::Presence)
    );
    assert_eq!(
        fault("webauthn.create", CHALLENGE, here, host, 0x05),
        Some(Fault::Form)
    );
}

/// Cut short anywhere, or with any byte changed, it is refused or another key, and never a panic.
#[test]
fn no_bytes_break_the_reader() {
    let ed = ed();
    let whole = said(
        "wenzheng.example",
        0x45,
        0,
        &new_key(&cose_ed(ed.public_key().as_ref())),
    );
    let client = client("webauthn.create", CHALLENGE, "https://wenzheng.example");
    let read = |authenticator: &[u8]| {
        let brought = Brought {
            client: &client,
            authenticator,
        };
        made(&site(), CHALLENGE, brought)
    };
    for length in 0..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
    for place in 0..whole.len() {
        for value in [0x00, 0x1f, 0x5b, 0x7f, 0x9f, 0xbf, 0xff] {
            let mut changed = whole.clone();
            changed[place] = value;
            let _ = read(&changed);
        }
    }
}

#[test]
fn a_site_is_one_at_which_browsers_make_passkeys() {
    let site = |url: &str| Site::of(url).map(|site| (site.origin, site.host));
    let pair = |origin: &str, host: &str| Some((origin.to_owned(), host.to_owned()));
    assert_eq!(
        site("https://WZ.example:443/@a"),
        pair("https://wz.example", "wz.example")
    );
    assert_eq!(
        site("https://wz.example:8443"),
        pair("https://wz.example:8443", "wz.example")
    );
    assert_eq!(
        site("http://localhost:8311"),
        pair("http://localhost:8311", "localhost")
    );
    for none in [
        "http://wz.example",
        "http://127.0.0.1:8311",
        "https://10.0.0.1",
        "https://[::1]:8443",
        "wz.example",
    ] {
        assert_eq!(site(none), None, "{none}");
    }
    assert_eq!(ALGORITHMS[0], -8);
}
