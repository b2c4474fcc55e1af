//! Random people: citizens, staff of every role, an auditor, the accused, strangers and machines with keys do at random
//! what they may and what they may not, over HTTP, with forms and calls that are well formed, malformed, stale and sent
//! twice. Whatever they do, the office stays sound, on both databases.
//!
//! The same seed throws the same dice. `WENZHENG_TEST_SEED` names another one, `WENZHENG_TEST_STEPS` how many steps are
//! walked; a walk that fails prints both.

#![allow(clippy::print_stderr, reason = "says what is walked")]

mod city;
mod deeds;
mod dice;
mod drafts;
mod forms;
mod http;
mod secrets;
mod sound;
mod walk;

use city::City;
use std::cell::Cell;
use walk::Walk;

/// Steps of a walk in the ordinary run: some twenty seconds on each database.
const STEPS: u32 = 300;
const SEED: u64 = 2025;

/// Tells how to walk the same way again.
struct Told {
    seed: u64,
    step: Cell<u32>,
}

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let (seed, steps) = (self.seed, self.step.get() + 1);
            eprintln!("the same again: WENZHENG_TEST_SEED={seed} WENZHENG_TEST_STEPS={steps}");
        }
    }
}

fn from_environment<N: std::str::FromStr>(name: &str) -> Option<N> {
    std::env::var(name).ok()?.parse().ok()
}

store::both_engines! {
    /// PL-17, PL-18: nothing breaks, a refusal changes nothing, what was answered with yes is there once, every wait has
    /// its clock, nobody sees what is not theirs, and the log proves it all.
    async fn whatever_people_do_the_office_stays_sound(fresh) {
        let seed = from_environment("WENZHENG_TEST_SEED").unwrap_or(SEED);
        let steps = from_environment("WENZHENG_TEST_STEPS").unwrap_or(STEPS);
        let told = Told { seed, step: Cell::new(0) };
        let mut walk = Walk::new(City::on(fresh).await, seed).await;
        for step in 0..steps {
            told.step.set(step);
            walk.step().await;
            if step % 50 == 49 {
                walk.every_wait_has_its_clock().await;
            }
            if step % 120 == 119 {
                walk.restart().await;
            }
        }
        walk.every_wait_has_its_clock().await;
        walk.every_command_was_done_once().await;
        walk.events_give_the_same_again().await;
        walk.the_log_verifies().await;
        eprintln!("{steps} steps: {:?}", walk.tally);
        let tally = &walk.tally;
        if steps >= STEPS {
            let least = [tally.messages, tally.acts, tally.refused, tally.twice, tally.forms, tally.hidden, tally.restarts];
            assert!(least.into_iter().all(|times| times > 1), "hardly anything happened: {tally:?}");
        }
    }
}
