//! Staff: passwords, second factors, signing in, sessions.

pub mod account;
mod device;
pub mod first;
pub(crate) mod hashing;
mod leaked;
pub mod origin;
pub mod password;
mod rules;
pub mod second;
pub mod session;
pub mod sessions;
pub mod sign_in;
mod strength;

pub use account::WayIn;
pub use origin::{Origin, counted};
pub use rules::SignInRules;
pub use second::{Factors, Offer, Owes};
pub use session::{Opened, Signed};
pub use sessions::SessionLine;
pub use sign_in::SignIn;
