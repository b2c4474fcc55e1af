//! Staff: passwords, signing in, sessions.

pub mod first;
pub(crate) mod hashing;
pub mod password;
pub mod session;
pub mod sign_in;

pub use session::{Opened, Signed};
