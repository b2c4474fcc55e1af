//! The part of an address that leads to a door: building, stair and flat; group and house in a village. The names of
//! the street, the estate and the village stay: without them nobody knows where help is needed.

use crate::Kind;
use crate::text::Text;

/// What a part of an address is.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Building,
    Stair,
    Floor,
    Flat,
}

const BUILDING: [&str; 9] = ["号楼", "#楼", "号栋", "幢", "栋", "座", "#", "橦", "号"];
const STAIR: [&str; 2] = ["单元", "门洞"];
const FLOOR: [&str; 2] = ["楼", "层"];
const FLAT: [&str; 5] = ["号房", "室", "户", "房", "号"];
const DOORS: [&str; 8] = ["东户", "西户", "中户", "南户", "北户", "左户", "右户", "对门"];
const GROUP: [&str; 6] = ["村民小组", "村民组", "小组", "组", "队", "社"];
const HOME: [&str; 10] = [
    "家住", "住在", "住址", "地址", "我家", "居住", "住所", "租住", "现住", "住户",
];
const ESTATE: [&str; 15] = [
    "小区", "花园", "家园", "公寓", "新村", "社区", "苑", "城", "府", "湾", "庭", "园", "里", "坊", "邸",
];
const STREET: &str = "路街巷弄道";
const VILLAGE: [&str; 5] = ["村", "庄", "屯", "圩", "寨"];

pub(crate) fn find(text: &mut Text) {
    let mut i = 0;
    while i < text.chars.len() {
        let found = flat(text, i)
            .or_else(|| dashed(text, i))
            .or_else(|| farm(text, i))
            .or_else(|| home(text, i));
        match found {
            Some(end) => {
                text.take(i..end, Kind::Address);
                i = end;
            }
            None => i += 1,
        }
    }
}

/// Building, stair, floor and flat, in this order; at least a flat and something before it.
fn flat(text: &Text, from: usize) -> Option<usize> {
    if begins_within(text, from) {
        return None;
    }
    let (mut i, mut parts): (usize, Vec<Part>) = (from, Vec::new());
    while let Some((part, end)) = part(text, i, &parts) {
        parts.push(part);
        i = end;
        if part == Part::Flat {
            break;
        }
        while matches!(text.at(i), Some(' ' | '-' | ',')) {
            i += 1;
        }
    }
    let beside = ["楼上", "楼下", "隔壁", "对门"]
        .iter()
        .any(|word| text.ends_with(from, word));
    let estate = ESTATE.iter().any(|word| text.ends_with(from, word));
    let at_home = parts.len() == 1 && (beside || estate || text.context(from, 20, &HOME));
    (parts.last() == Some(&Part::Flat) && (parts.len() > 1 || at_home)).then_some(i)
}

/// The part that begins here.
fn part(text: &Text, i: usize, before: &[Part]) -> Option<(Part, usize)> {
    let inside = !before.is_empty();
    if inside && let Some(end) = text.after_one_of(i, &DOORS) {
        return Some((Part::Flat, end));
    }
    if text.at(i).is_some_and(|c| "东西南北中".contains(c)) && text.goes_on(i + 1, "单元") && inside {
        return Some((Part::Stair, i + 3));
    }
    let end = number(text, i)?;
    let length = end - i;
    let plain = text
        .chars
        .get(i..end)
        .unwrap_or_default()
        .iter()
        .all(char::is_ascii_digit);
    if !before.contains(&Part::Stair)
        && let Some(end) = text.after_one_of(end, &STAIR)
    {
        return Some((Part::Stair, end));
    }
    if let Some(behind) = text.after_one_of(end, &BUILDING)
        && matches!(before, [] | [Part::Building])
        && !(inside && text.goes_on(end, "号") && !text.goes_on(end, "号楼"))
        && !text.goes_on(end, "号房")
        && !(text.goes_on(end, "号") && text.at(end + 1).is_some_and(|c| "线公码文桥井台".contains(c)))
    {
        return Some((Part::Building, behind));
    }
    if let Some(end) = text.after_one_of(end, &FLOOR)
        && !before.contains(&Part::Floor)
        && !text.goes_on(end, "板")
    {
        return Some((Part::Floor, end));
    }
    if length >= 2
        && let Some(end) = text.after_one_of(end, &FLAT)
    {
        return Some((Part::Flat, end));
    }
    // a flat without a word behind it
    let counted = text
        .at(end)
        .is_some_and(|c| "年元万人块米平㎡度个月日天次分吨条辆".contains(c));
    (inside && plain && (3..=4).contains(&length) && !counted).then_some((Part::Flat, end))
}

/// `3-2-501` or `8#502`, behind the name of an estate or where somebody tells where they live.
fn dashed(text: &Text, from: usize) -> Option<usize> {
    if begins_within(text, from) {
        return None;
    }
    let (mut i, mut numbers) = (from, Vec::new());
    loop {
        let start = i;
        while text.at(i).is_some_and(|c| c.is_ascii_digit()) {
            i += 1;
        }
        let value: String = text.chars.get(start..i).unwrap_or_default().iter().collect();
        numbers.push(value.parse::<u32>().ok().filter(|n| *n < 10_000)?);
        if numbers.len() == 3 || !matches!(text.at(i), Some('-' | '#' | '/')) {
            break;
        }
        i += 1;
    }
    let estate = ESTATE.iter().any(|word| text.ends_with(from, word));
    let at_home = estate || text.context(from, 20, &HOME);
    let is_door = |n: &u32| (101..=4_999).contains(n) && n % 100 <= 30;
    match numbers.as_slice() {
        [a, b, c] if *a < 200 && *b < 20 && is_door(c) => (estate || at_home).then_some(i),
        [a, b] if *a < 200 && is_door(b) => at_home.then_some(i),
        _ => None,
    }
}

/// Group and house in a village: `三组12号`; `12号` right behind the village.
fn farm(text: &Text, from: usize) -> Option<usize> {
    if begins_within(text, from) {
        return None;
    }
    let mut i = number(text, from)?;
    if let Some(group) = text.after_one_of(i, &GROUP) {
        i = number(text, group)?;
    } else if !VILLAGE.iter().any(|word| text.ends_with(from, word)) {
        return None;
    }
    let end = i + usize::from(text.at(i) == Some('号'));
    let on = text.at(end).is_some_and(|c| "线路公楼桥井台文".contains(c));
    (end > i && !on).then_some(end)
}

/// A house of a street, where somebody tells that they live there.
fn home(text: &Text, from: usize) -> Option<usize> {
    let street = text.prev(from).is_some_and(|c| STREET.contains(c));
    if !street || !text.context(from, 20, &HOME) {
        return None;
    }
    let end = number(text, from)?;
    (text.at(end) == Some('号')).then_some(end + 1)
}

/// The end of a number of a house: digits, Chinese numerals, or a letter with digits.
fn number(text: &Text, i: usize) -> Option<usize> {
    let run = |from: usize, most: usize, is: fn(char) -> bool| {
        let length = (0..=most)
            .take_while(|n| text.at(from + n).is_some_and(is))
            .count();
        (1..=most).contains(&length).then_some(from + length)
    };
    let digit = |c: char| c.is_ascii_digit();
    match text.at(i)? {
        '第' => number(text, i + 1),
        c if c.is_ascii_digit() => run(i, 4, digit),
        c if c.is_ascii_uppercase() => Some(run(i + 1, 3, digit).unwrap_or(i + 1)),
        c if spelled(c) => run(i, 4, spelled),
        '甲' | '乙' | '丙' | '丁' => Some(i + 1),
        _ => None,
    }
}

fn spelled(c: char) -> bool {
    "零〇一二三四五六七八九十百".contains(c)
}

/// Whether a number does not begin here, but goes on.
fn begins_within(text: &Text, from: usize) -> bool {
    let (Some(before), Some(here)) = (text.prev(from), text.at(from)) else {
        return false;
    };
    let digits = before.is_ascii_digit() && here.is_ascii_digit();
    let words = spelled(here) && (spelled(before) || before == '第');
    let letters =
        before.is_ascii_alphanumeric() && here.is_ascii_alphabetic() || before.is_ascii_alphabetic();
    digits || words || letters
}
