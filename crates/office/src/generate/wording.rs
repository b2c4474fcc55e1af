//! Sentences of invented messages, put together from places, things and what is wrong with them.

use super::dice::Dice;
use super::units::Topic;

const PLACES: [&str; 14] = [
    "荷风路",
    "桂雨路",
    "麦浪大道",
    "新棉巷",
    "石阶弄",
    "松涛里",
    "渡口街",
    "河埠村",
    "望湖公园",
    "听松街道办旁",
    "柳荫渡镇",
    "稻溪乡",
    "北门菜场",
    "老码头",
];
const WHERE: [&str; 8] = [
    "东头",
    "西头",
    "十字路口",
    "菜场门口",
    "小区门口",
    "学校旁边",
    "桥头",
    "对面",
];
const SINCE: [&str; 8] = [
    "上周开始",
    "快一个月了",
    "从去年冬天到现在",
    "这几天",
    "三月份以来",
    "昨天晚上起",
    "已经第三次",
    "一下雨就这样",
];
const WISHES: [&str; 8] = [
    "请尽快处理。",
    "希望有人到现场看一看。",
    "请给个明确的答复。",
    "家里有老人孩子，请抓紧。",
    "麻烦协调一下，谢谢。",
    "请告知处理结果。",
    "盼回复。",
    "希望彻底解决，不要反复。",
];
const CALLS: [&str; 4] = [
    "打过物业电话没有结果。",
    "问过社区，说要反映到12345。",
    "邻居们都有意见。",
    "之前也说过会处理。",
];

/// Title, text, and the place.
pub(super) fn message(dice: &mut Dice, topic: &Topic) -> (String, String, String) {
    let place = format!("{}{}", dice.word(&PLACES), dice.word(&WHERE));
    let (thing, fault) = (dice.word(topic.things), dice.word(topic.faults));
    let number = dice.between(1, 300);
    let called = if dice.chance(40) { dice.word(&CALLS) } else { "" };
    let text = format!(
        "{place}{number}号附近的{thing}{fault}，{}。{called}{}",
        dice.word(&SINCE),
        dice.word(&WISHES)
    );
    (format!("{place}{thing}{fault}"), text, place)
}

/// What the unit found and did.
pub(super) fn result(dice: &mut Dice, topic: &Topic) -> String {
    let day = dice.between(1, 4);
    format!(
        "经现场核查，反映情况属实。{}，并于{day}日内回头查看。已电话告知反映人。",
        dice.word(topic.done)
    )
}

/// What the citizen is told.
pub(super) fn reply(dice: &mut Dice, topic: &Topic) -> String {
    format!(
        "您反映的问题{}。感谢您的监督，如有反复请再告诉我们。",
        dice.word(topic.done)
    )
}
