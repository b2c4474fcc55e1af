//! The course of one invented case: a message, and what becomes of it up to the stage at which it stands.

use super::dice::Dice;
use super::units::{ASSISTING, TOPICS, Topic};
use super::{finish, wording};
use crate::Draft;
use crate::demo::steps;
use crate::demo::steps::{accept, answer, dispatch, pass_up, refuse};
use case::OrderNo;

/// One act: minutes after the one before, who (`citizen` or a login), on which work order, what.
pub(super) struct Step {
    pub(super) minutes: i64,
    pub(super) who: &'static str,
    pub(super) order: Option<OrderNo>,
    pub(super) draft: Draft,
}

/// A case as it is to become.
pub(super) struct Course {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) place: String,
    pub(super) channel: &'static str,
    pub(super) category: &'static str,
    pub(super) operator: Option<&'static str>,
    /// Minutes before now at which the last act happens.
    pub(super) rest: i64,
    pub(super) steps: Vec<Step>,
}

impl Course {
    pub(super) fn then(&mut self, minutes: i64, who: &'static str, draft: Draft) {
        self.steps.push(Step {
            minutes,
            who,
            order: None,
            draft,
        });
    }

    pub(super) fn order(&mut self, no: OrderNo, minutes: i64, who: &'static str, draft: Draft) {
        self.steps.push(Step {
            minutes,
            who,
            order: Some(no),
            draft,
        });
    }

    /// Minutes from receipt to the last act.
    pub(super) fn lasts(&self) -> i64 {
        self.steps.iter().map(|step| step.minutes).sum()
    }

    /// Whether it stands at an early stage: its last act is hours ago, not days.
    pub(super) fn is_on_its_way(&self) -> bool {
        self.rest < 2 * DAY
    }

    /// Stays at an early stage: only some of its acts have happened, the last of them lately.
    fn stays(&mut self, dice: &mut Dice) {
        let all = i64::try_from(self.steps.len()).unwrap_or_default();
        let acts = usize::try_from(dice.between(0, all)).unwrap_or_default();
        self.steps.truncate(acts);
        // Before the unit reports, hours count; afterwards days do.
        self.rest = dice.between(1, if acts < 4 { 10 * 60 } else { 2 * DAY });
    }
}

const OPERATORS: [&str; 2] = ["linxiaoyan", "zhoukai"];
const DAY: i64 = 24 * 60;

/// The course of a case, by its dice.
pub(super) fn course(dice: &mut Dice) -> Course {
    let topic = usize::try_from(dice.between(0, TOPICS.len() as i64)).unwrap_or_default();
    let [first, ..] = &TOPICS;
    let topic = TOPICS.get(topic).unwrap_or(first);
    let (title, text, place) = wording::message(dice, topic);
    let operator = dice.chance(55).then(|| dice.word(&OPERATORS));
    let channel = match operator {
        Some(_) => "phone",
        None => dice.word(&["website", "wechat"]),
    };
    let mut course = Course {
        title,
        text,
        place,
        channel,
        category: dice.word(&[
            "complaint",
            "complaint",
            "complaint",
            "consultation",
            "suggestion",
        ]),
        operator,
        rest: dice.between(DAY, 360 * DAY),
        steps: Vec::new(),
    };
    match dice.between(0, 100) {
        0..5 => refused(&mut course, dice),
        5..15 => answered(&mut course, dice),
        15..17 => withdrawn(&mut course, dice, topic),
        _ => handled(&mut course, dice, topic),
    }
    // One in eight is still on its way.
    if dice.chance(12) {
        course.stays(dice);
    }
    course
}

fn accepted(course: &mut Course, dice: &mut Dice) {
    let operator = course.operator.unwrap_or("linxiaoyan");
    let ground = dice.word(&["6-2", "6-2", "6-2", "6-5", "6-1", "6-3", "6-4"]);
    if dice.chance(4) {
        course.then(
            dice.between(5, 40),
            operator,
            pass_up("首接人员无法认定，请值班长认定。"),
        );
        course.then(dice.between(5, 60), "hanlei", accept(ground));
    } else {
        course.then(dice.between(2, 40), operator, accept(ground));
    }
}

fn refused(course: &mut Course, dice: &mut Dice) {
    let operator = course.operator.unwrap_or("linxiaoyan");
    let ground = dice.word(&["7-1", "7-2", "7-4"]);
    let text = "不属于本热线受理范围，已向您说明原因和办理途径。";
    course.then(dice.between(2, 90), operator, refuse(ground, text));
    if dice.chance(80) {
        course.then(dice.between(60, DAY), operator, Draft::Archive);
    }
}

fn answered(course: &mut Course, dice: &mut Dice) {
    accepted(course, dice);
    let operator = course.operator.unwrap_or("linxiaoyan");
    let way = dice.word(&[
        "direct",
        "direct",
        "direct",
        "three-way-call",
        "linked-desk",
        "special-channel",
    ]);
    let partner = (way != "direct").then_some("承办窗口值守人员");
    let text = "已按现行规定当场答复，并发送办理指南。";
    course.then(dice.between(3, 40), operator, answer(way, partner, text));
    finish::visited(course, dice, None);
}

fn withdrawn(course: &mut Course, dice: &mut Dice, topic: &Topic) {
    accepted(course, dice);
    course.then(
        dice.between(2, 30),
        "sumin",
        dispatch(&[topic.unit], "请核实办理。"),
    );
    course.then(
        dice.between(20, 300),
        "citizen",
        steps::withdraw("问题已经解决，不用再处理了。"),
    );
}

fn handled(course: &mut Course, dice: &mut Dice, topic: &Topic) {
    accepted(course, dice);
    let assisting = dice.chance(12).then(|| {
        let at = usize::try_from(dice.between(0, ASSISTING.len() as i64)).unwrap_or_default();
        ASSISTING.get(at).copied()
    });
    let assisting = assisting.flatten();
    let mut units = vec![topic.unit];
    units.extend(assisting.map(|(unit, _)| unit));
    course.then(
        dice.between(2, 30),
        "sumin",
        dispatch(&units, "请按职责办理，按时答复。"),
    );
    let late = dice.chance(6);
    let sign = if late {
        dice.between(70, 200)
    } else {
        dice.between(3, 55)
    };
    course.order(1, sign, topic.handler, Draft::SignFor);
    if dice.chance(40) {
        let text = "已与反映人通话，约定现场查看。";
        course.order(1, dice.between(10, 90), topic.handler, steps::contact(text));
    }
    if let Some((_, handler)) = assisting {
        course.order(2, dice.between(5, 60), handler, Draft::SignFor);
        course.order(
            2,
            dice.between(60, 240),
            handler,
            steps::report("已配合完成现场工作。"),
        );
        course.order(2, dice.between(5, 60), "gaoyuan", steps::pass());
    }
    if dice.chance(10) {
        let reason = "需要采购配件并协调作业时间。";
        course.order(
            1,
            dice.between(30, 120),
            topic.handler,
            steps::ask_extension("3 days", reason),
        );
        course.order(
            1,
            dice.between(5, 60),
            "sumin",
            steps::rule_extension(true, "理由客观，同意。"),
        );
    }
    let took = if dice.chance(8) {
        dice.between(700, 1800)
    } else {
        dice.between(60, 420)
    };
    course.order(
        1,
        took,
        topic.handler,
        steps::report(&wording::result(dice, topic)),
    );
    if dice.chance(12) {
        let note = "请补充完成时间和回访情况。";
        course.order(
            1,
            dice.between(5, 90),
            "gaoyuan",
            steps::give_back(&["incomplete"], note),
        );
        course.order(
            1,
            dice.between(20, 200),
            topic.handler,
            steps::report(&wording::result(dice, topic)),
        );
    }
    course.order(1, dice.between(5, 90), "gaoyuan", steps::pass());
    course.then(
        dice.between(3, 60),
        "gaoyuan",
        steps::reply(&wording::reply(dice, topic)),
    );
    finish::visited(course, dice, Some(topic));
}
