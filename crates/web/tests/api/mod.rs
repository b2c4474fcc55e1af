//! The JSON API as programs meet it: the whole router, a real office, a real database.

mod access;
mod accounts;
mod client;
mod document;
mod faults;
mod files;
mod items;
mod lifecycle;
mod lists;
mod log;
mod refusals;
mod schemathesis;
mod sessions;
mod visit_answers;
