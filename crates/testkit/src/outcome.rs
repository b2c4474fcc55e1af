//! What became of something that was asked, as a word to compare.

use ::office::Problem;

/// The code of the first field that cannot be taken, or of another problem; `done` where there was none.
pub fn field<T>(outcome: Result<T, Problem>) -> &'static str {
    match outcome {
        Err(Problem::Invalid(faults)) => faults[0].code,
        Err(other) => other.code(),
        Ok(_) => "done",
    }
}
