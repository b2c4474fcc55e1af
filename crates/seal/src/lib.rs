//! Keys, sealed fields, keyed hashes and masking.
//!
//! What a person wrote or is stands in an event only as a [`Sealed`] field: unreadable without the key of
//! its case or person, beside a salted commitment. Destroying the key erases the text; the event stays as it
//! was, byte for byte. Pure: randomness is handed in as [`Fresh`], nothing here reads a clock or a file.

mod cipher;
mod digits;
mod error;
pub mod identity;
mod key;
pub mod mask;
pub mod number;
mod sealed;
pub mod signing;

pub use cipher::Cipher;
pub use error::SealError;
pub use key::{Key, KeyId, derived_bytes, keyed_hash, unwrap, wrap};
pub use sealed::{Fresh, Sealed, open, open_bytes, seal, seal_bytes, seal_with};
