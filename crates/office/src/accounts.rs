//! Accounts of citizens: a code to a phone or mail address opens all the cases written with it. Nobody needs one; number
//! and check code open a case without.

mod cases;
mod contact;
mod enter;
mod session;

pub use cases::{AccountLine, Asks};
pub(crate) use contact::mail_address;
pub use contact::{Contact, Ways};
pub use session::AccountSigned;
