//! The tests of `office`, one program: it is linked once. A file that is not named here would not run; `cargo xtask tidy`
//! looks for one.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod access_log;
mod accounts;
mod backup;
mod beside;
mod catalogue;
mod codes;
mod course;
mod desk;
mod directory;
mod doors;
mod exchange;
mod export;
mod files_away;
mod folded;
mod generate;
mod import;
mod items;
mod jobs;
mod keys;
mod knowledge;
mod leaked;
mod log;
mod machines;
mod mail;
mod openings;
mod outbox;
mod papers;
mod papers_alone;
mod rare;
mod recount;
mod rounds;
mod said;
mod settings;
mod sign_in;
mod sign_in_told;
mod sign_on;
mod stranger;
mod support;
mod timers;
mod versions;
mod visits;
