//! Charts: SVG that stands in a page, the sentence that says the same, and the table with every number.
//!
//! Pure: the same figures give the same bytes. Colours come from the page's style sheet by class, never from the chart,
//! so that a policy against styles written into pages holds and readers' own colours apply. What a colour says, a
//! pattern or a number says too. A Chinese character counts as 1 em, which needs no font file.

mod heat;
mod nice;
mod pen;
mod share;
mod trend;

pub use heat::Heat;
pub use share::{Row, Share};
pub use trend::{Period, Series, Trend};

use calendar::Lang;

/// Says what a chart says: the built-in catalogue, or a language that an installation added.
pub trait Tongue: Copy {
    /// The text of a key with its arguments.
    fn say(self, key: &str, args: &[(&str, String)]) -> String;
    /// Whether a space stands between two sentences.
    fn spaces(self) -> bool;
}

impl Tongue for Lang {
    fn say(self, key: &str, args: &[(&str, String)]) -> String {
        words::say(self, key, args)
    }

    fn spaces(self) -> bool {
        self == Lang::En
    }
}

/// Width of every chart in units of its own; a page scales it to the room there is.
pub(crate) const WIDTH: f64 = 360.0;

/// Size of numbers and names.
pub(crate) const SIZE: f64 = 12.0;
