//! What people show to sign in, judged without touching anything: codes of an authenticator (RFC 6238), passkeys (Web
//! Authentication), recovery codes, statements of a sign-on service (OpenID Connect), hashes of leaked passwords. Pure:
//! time and randomness are parameters, files come as readers.

pub mod base32;
pub mod id_token;
pub mod leaked;
pub mod passkey;
pub mod qr;
pub mod recovery;
pub mod totp;
pub mod typed;
