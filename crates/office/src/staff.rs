//! Staff: passwords, signing in, sessions.

pub mod first;
pub mod password;
pub mod session;
pub mod sign_in;

pub use session::{Opened, Signed};
