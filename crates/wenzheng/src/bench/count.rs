//! Quantiles and rates, as they are printed.

use std::time::Duration;

/// Durations that were measured one by one.
#[derive(Debug, Default)]
pub(crate) struct Durations(Vec<Duration>);

impl Durations {
    pub(crate) fn push(&mut self, one: Duration) {
        self.0.push(one);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The one below which this share of all lies; nought where nothing was measured.
    pub(crate) fn quantile(&self, share: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a position in a list of some thousands"
        )]
        let position = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
        sorted.get(position).copied().unwrap_or_default()
    }

    /// `p50 0.21 ms, p99 1.40 ms`.
    pub(crate) fn shown(&self) -> String {
        format!(
            "p50 {}, p99 {}",
            milliseconds(self.quantile(0.5)),
            milliseconds(self.quantile(0.99))
        )
    }
}

impl FromIterator<Duration> for Durations {
    fn from_iter<I: IntoIterator<Item = Duration>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}

/// So many in so many seconds.
pub(crate) fn rate(count: u64, seconds: f64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts of a benchmark are small")]
    let count = count as f64;
    if seconds > 0.0 { count / seconds } else { 0.0 }
}
