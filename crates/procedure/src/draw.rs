//! A procedure as a picture: steps in two lanes, acts with those who do them, clocks as badges on the steps.
//!
//! Each step is a card. What leads on is a line of the card; from its end a track runs beside the lane to the step
//! it leads to, one track for each step, so that lines never cross a text and nothing overlaps. SVG without a font
//! file, a style sheet or a script, so that any page may hold it.

mod card;
mod common;
mod edge;
pub mod measure;
mod order;
mod paint;
mod pen;
mod plan;
mod row;

use crate::explain::Voice;

/// The picture as SVG, in the voice's language.
pub fn draw(voice: &Voice<'_>) -> String {
    let plan = plan::Plan::of(voice);
    paint::paint(&plan, voice)
}
