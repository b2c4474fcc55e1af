//! The tests of `web`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod accusing;
mod added_language;
mod api;
mod attached;
mod bench;
mod call;
mod desk;
mod elsewhere;
mod exchange;
mod figures;
mod forms;
mod gallery;
mod health;
mod jurisdictions;
mod lapsed;
mod live;
mod looked_up;
mod manual;
mod matrix;
mod my;
mod nothing_lost;
mod noticed;
mod pages;
mod papers;
mod posted;
mod public;
mod rare;
mod receipt_code;
mod rounds;
mod rules;
mod security;
mod shell;
mod sign_in;
mod support;
mod write_steps;
