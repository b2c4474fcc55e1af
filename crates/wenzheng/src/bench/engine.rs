//! `wenzheng bench engine`: decisions a second, nothing but the pure engine, one thread.

use super::Fault;
use super::count::rate;
use super::course::Course;
use super::stopwatch::Stopwatch;
use case::CaseNumber;
use std::hint::black_box;

/// How long to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Seconds to measure
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

pub(crate) fn run(args: &Args) -> Result<(), Fault> {
    let course = Course::new()?;
    let number = CaseNumber::from("2025030400000000");
    let (mut lifecycles, mut events) = (0u64, 0u64);
    #[allow(clippy::cast_precision_loss, reason = "a few seconds")]
    let wanted = args.seconds as f64;
    let watch = Stopwatch::start();
    while watch.seconds() < wanted {
        course.play(&number, |_, decided, after| {
            events += decided.len() as u64;
            black_box(after.seq);
        })?;
        lifecycles += 1;
    }
    let seconds = watch.seconds();
    let decisions = lifecycles * course.len() as u64;
    println!(
        "engine: {:.0} decisions/s, {:.0} lifecycles/s of {} acts and {} events, one thread",
        rate(decisions, seconds),
        rate(lifecycles, seconds),
        course.len(),
        events.checked_div(lifecycles).unwrap_or(0),
    );
    Ok(())
}
