//! The tests of `testkit`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod browser_account;
mod browser_around;
mod browser_board;
mod browser_call;
mod browser_citizen;
mod browser_course;
mod browser_desk;
mod browser_first;
mod browser_keyboard;
mod browser_lapses;
mod browser_pages;
mod browser_passkey;
mod browser_roles;
mod browser_rtl;
mod browser_scripts;
mod browsing;
mod exchange;
mod random_people;
