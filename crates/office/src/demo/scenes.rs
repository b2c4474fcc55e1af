//! The scenes: thirty-odd cases in all stages, by what they show.

mod answers;
mod direct;
mod intake;
mod orders;
mod requests;
mod supervision;
mod visits;

use super::scene::Scene;

/// Scenes whose cases are printed with their check codes: in handling, waiting for the citizen's answer, closed.
pub(super) const SAMPLES: [&str; 3] = ["streetlight", "sewer", "bus-stop"];

/// All of them, in no order of time.
pub(super) fn all() -> Vec<Scene> {
    [
        intake::scenes(),
        direct::scenes(),
        orders::scenes(),
        requests::scenes(),
        answers::scenes(),
        visits::scenes(),
        supervision::scenes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Minutes of so many hours.
pub(super) const fn hours(n: i64) -> i64 {
    n * 60
}

/// Minutes of so many days.
pub(super) const fn days(n: i64) -> i64 {
    n * 24 * 60
}

/// A case that was accepted within the hour and dispatched to one unit, in the usual course.
fn at_unit(scene: Scene, ground: &str, unit: &str, note: &str) -> Scene {
    use super::steps::{accept, dispatch};
    scene
        .then(12, "linxiaoyan", accept(ground))
        .then(9, "sumin", dispatch(&[unit], note))
}

/// Signed for by a handler within the hour.
fn signed(scene: Scene, ground: &str, unit: &str, handler: &'static str, note: &str) -> Scene {
    at_unit(scene, ground, unit, note).order(1, 17, handler, crate::Draft::SignFor)
}
