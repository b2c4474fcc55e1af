//! What the steps came to: a line for each, and the last line of all.

use std::time::Duration;

/// How many checks and tests passed, failed or could not run.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    pub(crate) const PASSED: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    pub(crate) const FAILED: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    pub(crate) fn of(good: bool) -> Self {
        if good { Self::PASSED } else { Self::FAILED }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Adds what a `test result:` line of a test program says; other lines say nothing.
    pub(crate) fn add_result_line(&mut self, line: &str) {
        let Some(counts) = line.trim().strip_prefix("test result: ") else {
            return;
        };
        let count = |what: &str| {
            counts
                .split([';', '.'])
                .find_map(|part| part.trim().strip_suffix(what)?.trim().parse::<u64>().ok())
                .unwrap_or(0)
        };
        self.add(Self {
            passed: count("passed"),
            failed: count("failed"),
            skipped: count("ignored"),
        });
    }
}

/// One finished step.
pub(crate) struct Report {
    pub(crate) name: &'static str,
    pub(crate) took: Duration,
    pub(crate) tally: Tally,
    /// Parts that could not run, each with its reason.
    pub(crate) skipped: Vec<String>,
}

/// Prints a line for each step, a line for each skipped part and the sum; true when nothing failed.
pub(crate) fn print(reports: &[Report]) -> bool {
    let mut all = Tally::default();
    println!();
    for report in reports {
        let word = if report.tally.failed > 0 { "failed" } else { "ok" };
        println!("{:8} {word:8} {:>8.1} s", report.name, report.took.as_secs_f64());
        all.add(report.tally);
    }
    for part in reports.iter().flat_map(|report| &report.skipped) {
        println!("skipped: {part}");
    }
    println!(
        "{} passed, {} failed, {} skipped",
        all.passed, all.failed, all.skipped
    );
    all.failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_summed_and_others_ignored() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 40 passed; 2 failed; 1 ignored; 0 measured; 5 filtered out; finished in 1.23s",
            "error: test failed, to rerun pass `-p store`",
        ] {
            tally.add_result_line(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 43,
                failed: 2,
                skipped: 1
            }
        );
    }
}
