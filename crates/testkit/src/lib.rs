//! The whole program in a test: clock, people, both databases, a browser.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::print_stderr,
    reason = "what fails here fails the test that uses it"
)]

#[cfg(feature = "browser")]
mod browser;
mod chance;
mod clock;
mod course;
#[cfg(feature = "browser")]
mod invented;
mod links;
mod office;
mod outcome;
mod people;
#[cfg(feature = "browser")]
mod served;

#[cfg(feature = "browser")]
pub use browser::{Browser, ENTER, SPACE, Size, View};
pub use chance::SeededChance;
pub use clock::{TestClock, at};
#[cfg(feature = "browser")]
pub use invented::Invented;
pub use office::TestOffice;
pub use outcome::field;
pub use people::{PASSWORD, UNITS};
#[cfg(feature = "browser")]
pub use served::Served;
