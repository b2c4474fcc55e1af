//! How late a moment was, in the unit of the limit.

use crate::{Calendar, Counting, DueError, Instant, Limit};

impl Calendar {
    /// The least extension, in the limit's own unit, under which a moment would have been in time for the limit
    /// `original`, which was `due`: see [`Calendar::extend`]. An answer on the Saturday after a last day that
    /// was a Friday is one workday late. Nothing for a moment in time, never more than ten years.
    pub fn late_by(
        &self,
        due: Instant,
        original: Limit,
        at: Instant,
        counting: Counting,
    ) -> Result<u32, DueError> {
        if at < due {
            return Ok(0);
        }
        let unit = original.unit;
        let enough = |amount| -> Result<bool, DueError> {
            let by = Limit { amount, unit };
            Ok(self.extend(due, original, by, counting)?.due > at)
        };
        // `low` is never enough; `high` is, unless it is the most there is.
        let (mut low, mut high) = (0, 1);
        while high < unit.most() && !enough(high)? {
            (low, high) = (high, (high * 2).min(unit.most()));
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if enough(middle)? {
                high = middle;
            } else {
                low = middle;
            }
        }
        Ok(high)
    }
}
