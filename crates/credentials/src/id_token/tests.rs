//! Tokens made here with a key of P-256. RS256 is tried with a real service in the tests of the office.

use super::*;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

const NOW: i64 = 1_780_000_000;

struct Service {
    pair: EcdsaKeyPair,
    random: SystemRandom,
}

impl Service {
    fn new() -> Self {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).unwrap();
        Self { pair, random }
    }

    fn keys(&self) -> Keys {
        let point = self.pair.public_key().as_ref();
        let part = |from: usize| URL_SAFE_NO_PAD.encode(&point[from..from + 32]);
        let jwk = json!({"keys": [
            {"kty": "EC", "crv": "P-256", "kid": "k1", "use": "sig", "x": part(1), "y": part(33)},
            {"kty": "oct", "kid": "other", "k": "AAAA"},
        ]});
        Keys::read(jwk.to_string().as_bytes()).unwrap()
    }

    fn token(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = self.pair.sign(&self.random, signed.as_bytes()).unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn header() -> Value {
    json!({"alg": "ES256", "kid": "k1"})
}

fn claims() -> Value {
    json!({
        "iss": "https://sign-on.example", "sub": "4711", "aud": "wenzheng", "exp": NOW + 300, "iat": NOW,
        "nonce": "n1", "email": "li@staff.example", "email_verified": true, "preferred_username": "li",
    })
}

fn expected() -> Expected<'static> {
    Expected {
        issuer: "https://sign-on.example",
        client: "wenzheng",
        nonce: "n1",
        now_ms: NOW * 1000,
    }
}

#[test]
fn whom_a_token_names() {
    let service = Service::new();
    let token = service.token(&header(), &claims());
    let statement = verify(&token, &service.keys(), expected()).unwrap();
    assert_eq!(statement.subject, "4711");
    assert_eq!(statement.email.as_deref(), Some("li@staff.example"));
    assert_eq!(statement.login.as_deref(), Some("li"));
}

#[test]
fn an_address_that_nobody_verified_is_none() {
    let service = Service::new();
    for unverified in [json!(false), json!("false"), Value::Null] {
        let mut claims = claims();
        claims["email_verified"] = unverified;
        let token = service.token(&header(), &claims);
        assert_eq!(verify(&token, &service.keys(), expected()).unwrap().email, None);
    }
}

/// Each line changes one thing in a good token.
#[test]
fn what_is_not_believed() {
    let service = Service::new();
    let with = |name: &str, value: Value| {
        let mut claims = claims();
        claims[name] = value;
        service.token(&header(), &claims)
    };
    let fault = |token: &str| verify(token, &service.keys(), expected()).unwrap_err();
    assert_eq!(
        fault(&with("iss", json!("https://sign-on.example/"))),
        Fault::Party
    );
    assert_eq!(fault(&with("aud", json!("somebody-else"))), Fault::Party);
    assert_eq!(fault(&with("aud", json!(["wenzheng", "other"]))), Fault::Party);
    assert_eq!(fault(&with("azp", json!("other"))), Fault::Party);
    assert_eq!(fault(&with("sub", json!(""))), Fault::Party);
    assert_eq!(fault(&with("exp", json!(NOW - 60))), Fault::Time);
    assert_eq!(fault(&with("iat", json!(NOW + 61))), Fault::Time);
    assert_eq!(fault(&with("nbf", json!(NOW + 61))), Fault::Time);
    assert_eq!(fault(&with("nonce", json!("n2"))), Fault::Nonce);
    assert_eq!(fault(&with("nonce", Value::Null)), Fault::Nonce);
    assert_eq!(fault("a.b"), Fault::Form);
    assert_eq!(fault(""), Fault::Form);

    let unknown = service.token(&json!({"alg": "ES256", "kid": "k2"}), &claims());
    assert_eq!(fault(&unknown), Fault::UnknownKey);
    let good = service.token(&header(), &claims());
    let other = Service::new();
    assert_eq!(
        verify(&good, &other.keys(), expected()).unwrap_err(),
        Fault::Signature
    );
}

/// The old tricks: no algorithm, and the public key as the secret of a keyed hash.
#[test]
fn no_other_algorithm_is_taken() {
    let service = Service::new();
    for algorithm in ["none", "None", "HS256", "RS1", "ES384", ""] {
        let token = service.token(&json!({"alg": algorithm, "kid": "k1"}), &claims());
        assert_eq!(
            verify(&token, &service.keys(), expected()).unwrap_err(),
            Fault::Algorithm
        );
    }
    let rsa = service.token(&json!({"alg": "RS256", "kid": "k1"}), &claims());
    assert_eq!(
        verify(&rsa, &service.keys(), expected()).unwrap_err(),
        Fault::UnknownKey
    );
}
