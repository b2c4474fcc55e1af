//! Staff: passwords, second factors, passkeys, signing in, sessions, and what is told of it.

pub mod account;
mod arrived;
mod device;
pub mod first;
mod given;
pub(crate) mod hashing;
mod leaked;
pub mod origin;
mod own_words;
pub mod passkeys;
pub mod password;
mod rules;
pub mod second;
pub mod session;
pub mod sessions;
pub mod sign_in;
mod strength;
pub mod views;

pub use account::WayIn;
pub use arrived::SignInLine;
pub(crate) use given::given;
pub use origin::{Origin, counted};
pub use passkeys::{Asked, Brought, Challenge, NewPasskey, PasskeyLine};
pub use rules::{SignInRules, UnknownRole};
pub use second::{Factors, Offer, Owes};
pub use session::{Opened, Signed};
pub use sessions::SessionLine;
pub use sign_in::SignIn;
