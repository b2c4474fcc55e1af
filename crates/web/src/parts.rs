//! The pieces that pages are made of: each a struct with its small template, filled from the engine's types.
//!
//! A piece renders itself where a page writes `{{ piece }}`; its own template escapes what it shows.

mod act_form;
mod act_names;
mod ask;
mod beside;
mod chart;
mod cited;
mod clock;
mod control;
mod field;
mod files;
mod held;
mod intake;
mod labels;
mod left;
mod needs;
mod notes;
mod number;
mod pager;
mod paper_form;
mod reading;
mod stopped;
mod tag;
mod timeline;
mod wording;

pub use act_form::{About, ActForm, Refill};
pub use act_names::{act_name, did_name, own_act_name};
pub use ask::{Ask, asks};
pub(crate) use beside::{mark_name, named_units};
pub use chart::Chart;
pub use cited::Cited;
pub use clock::ClockRow;
pub(crate) use clock::days;
pub(crate) use control::MOST_OF_A_KIND;
pub use control::{Choices, Earlier, Suggested, Unit, control, controls};
pub use field::{Choice, Field, Input, UnitLine};
pub(crate) use field::{note, with_held};
pub use files::files;
pub use held::HeldFile;
pub(crate) use intake::{anonymous, asks_on_receipt, writable};
pub use labels::label;
pub(crate) use left::length;
pub use left::{Left, left};
pub(crate) use needs::given;
pub use needs::{must, named, shown};
pub use notes::notes;
pub(crate) use notes::span;
pub use number::grouped;
pub use pager::Pager;
pub(crate) use paper_form::{NAMES, addressee, reading as paper_reading};
pub use reading::{logins, reading};
pub use stopped::Stopped;
pub(crate) use tag::soon;
pub use tag::{Tag, Tone};
pub use timeline::Moment;
pub(crate) use wording::reworded;

macro_rules! piece {
    ($($name:ty),+) => { $( impl askama::filters::HtmlSafe for $name {} )+ };
}
pub(crate) use piece;
