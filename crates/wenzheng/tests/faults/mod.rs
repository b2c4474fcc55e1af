//! Faults: the built program is killed, its disk is full, its database is away. What was acknowledged is there,
//! nothing is there twice or by half, people are told what is the matter, and work goes on.

#![allow(clippy::print_stderr, reason = "says which part is skipped")]

mod cluster;
mod full;
mod http;
mod killed;
mod lost;
mod replies;
mod rotated;
mod server;

/// Says what is skipped; in CI nothing is.
fn skipped(what: &str, why: &str) {
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{what}: {why}");
    eprintln!("skipped: {what}, because {why}");
}
