//! After the reply: return visits, rectification, closing, the archive.

use super::course::Course;
use super::dice::Dice;
use super::units::Topic;
use super::wording;
use crate::Draft;
use crate::demo::steps::{answer_visit, close, pass, reply, report, visit};

const DAY: i64 = 24 * 60;

/// From the reply to the archive.
pub(super) fn visited(course: &mut Course, dice: &mut Dice, topic: Option<&Topic>) {
    let outcome = match dice.between(0, 100) {
        // No answer within three days, the last of them to its end: the visit counts as done.
        0..50 => {
            course.then(dice.between(4 * DAY, 7 * DAY), "yeqing", close("explained"));
            archived(course, dice);
            return;
        }
        50..88 => {
            course.then(
                dice.between(20, 2 * DAY),
                "citizen",
                answer_visit(true, true, "解决了，谢谢。"),
            );
            "solved"
        }
        _ => dissatisfied(course, dice, topic),
    };
    course.then(dice.between(60, 3 * DAY), "yeqing", close(outcome));
    archived(course, dice);
}

fn archived(course: &mut Course, dice: &mut Dice) {
    if dice.chance(85) {
        course.then(dice.between(60, 5 * DAY), "yeqing", Draft::Archive);
    }
}

fn dissatisfied(course: &mut Course, dice: &mut Dice, topic: Option<&Topic>) -> &'static str {
    course.then(
        dice.between(20, 2 * DAY),
        "citizen",
        answer_visit(false, false, "还是老样子。"),
    );
    let minutes = dice.between(60, 2 * DAY);
    let Some(topic) = topic.filter(|_| dice.chance(40)) else {
        course.then(
            minutes,
            "yeqing",
            visit(true, true, "电话说明后反映人表示理解，问题已解决。"),
        );
        return "explained";
    };
    course.then(
        minutes,
        "yeqing",
        visit(false, false, "反映人要求再次到现场处理。"),
    );
    course.order(
        1,
        dice.between(120, 3 * DAY),
        topic.handler,
        report(&wording::result(dice, topic)),
    );
    course.order(1, dice.between(5, 90), "gaoyuan", pass());
    course.then(
        dice.between(3, 60),
        "gaoyuan",
        reply(&wording::reply(dice, topic)),
    );
    course.then(
        dice.between(20, DAY),
        "citizen",
        answer_visit(true, true, "这次处理好了。"),
    );
    "solved"
}
