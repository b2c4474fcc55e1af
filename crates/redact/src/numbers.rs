//! Numbers of phones, identity cards and bank cards: with spaces or dashes inside, full-width, or spelled in Chinese.

mod fits;

use crate::Kind;
use crate::text::Text;
use std::ops::Range;

/// A run of digits of one writing.
struct Group {
    range: Range<usize>,
    digits: String,
}

/// Groups that one number is made of at most.
const MOST: usize = 7;

pub(crate) fn find(text: &mut Text) {
    let groups = groups(text);
    let mut first = 0;
    while first < groups.len() {
        let mut found = None;
        for last in first..groups.len().min(first + MOST) {
            if last > first && !joined(text, &groups, last) {
                break;
            }
            let number = groups.get(first..=last).and_then(|groups| number(text, groups));
            // the first digits of a long card may be a shorter one by chance
            match (&found, number) {
                (None | Some((_, (_, Kind::BankCard))), Some(number)) => found = Some((last, number)),
                (None | Some((_, (_, Kind::BankCard))), None) => {}
                _ => break,
            }
        }
        match found {
            Some((last, (range, kind))) => {
                text.take(range, kind);
                first = last + 1;
            }
            None => first += 1,
        }
    }
}

/// Whether a group goes on where the one before it ended.
fn joined(text: &Text, groups: &[Group], no: usize) -> bool {
    let (Some(before), Some(this)) = (no.checked_sub(1).and_then(|no| groups.get(no)), groups.get(no)) else {
        return false;
    };
    let between = text
        .chars
        .get(before.range.end..this.range.start)
        .unwrap_or_default();
    between.len() <= 2
        && between
            .iter()
            .all(|c| matches!(c, ' ' | '-' | '.' | '·' | '(' | ')' | '_'))
}

/// The number that some groups make together, with its kind.
fn number(text: &Text, groups: &[Group]) -> Option<(Range<usize>, Kind)> {
    let (first, last) = (groups.first()?, groups.last()?);
    let digits: String = groups.iter().map(|group| group.digits.as_str()).collect();
    let (mut from, mut to) = (first.range.start, last.range.end);
    let ends_in_x = matches!(text.at(to), Some('X' | 'x' | '×'));
    let context = |within: usize, words: &[&str]| text.context(from, within, words);
    if fits::id_number(&digits, ends_in_x)
        || (fits::like_id(&digits, ends_in_x) && context(14, &["身份证", "证件"]))
    {
        let with_x = ends_in_x && digits.len() == 17;
        return Some((from..to + usize::from(with_x), Kind::IdNumber));
    }
    if !alone(text, from, to) {
        return None;
    }
    let account = [
        "卡号",
        "银行卡",
        "储蓄卡",
        "账号",
        "帐号",
        "账户",
        "帐户",
        "一卡通",
        "存折",
    ];
    if fits::bank_card(&digits) || ((15..=21).contains(&digits.len()) && context(12, &account)) {
        return Some((from..to, Kind::BankCard));
    }
    let numbered = [
        "订单",
        "单号",
        "编号",
        "流水",
        "合同号",
        "运单",
        "发票",
        "案号",
        "工单",
        "户号",
        "表号",
    ];
    if fits::mobile(&digits) && !context(8, &numbered) {
        if text.prev(from) == Some('+') {
            from -= 1;
        }
        return Some((from..to, Kind::Phone));
    }
    if fits::landline(&digits, first.digits.len(), groups.len()) {
        if text.prev(from) == Some('(') && text.chars.get(from..to).is_some_and(|all| all.contains(&')')) {
            from -= 1;
        }
        return Some((from..to, Kind::Phone));
    }
    let called = [
        "电话",
        "座机",
        "固话",
        "致电",
        "来电",
        "拨打",
        "传真",
        "联系方式",
        "打过",
        "tel",
    ];
    let goes_on = text.prev(from) == Some('-');
    if !goes_on && fits::local(&digits) && first.digits.len() >= 3 && context(8, &called) {
        // an extension behind it is left
        to = last.range.end;
        return Some((from..to, Kind::Phone));
    }
    None
}

/// Whether no letter stands right beside, except of the words that announce a number.
fn alone(text: &Text, from: usize, to: usize) -> bool {
    if text.at(to).is_some_and(|c| c.is_ascii_alphabetic()) {
        return false;
    }
    if !text.prev(from).is_some_and(|c| c.is_ascii_alphabetic()) {
        return true;
    }
    let mut head = from;
    while text.prev(head).is_some_and(|c| c.is_ascii_alphabetic()) {
        head -= 1;
    }
    let word: String = text.chars.get(head..from).unwrap_or_default().iter().collect();
    let word = word.to_lowercase();
    [
        "tel", "phone", "mobile", "vx", "wx", "v", "qq", "wechat", "dh", "sj",
    ]
    .contains(&word.as_str())
}

fn groups(text: &Text) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut spelled_before = None;
    for (i, c) in text.chars.iter().enumerate() {
        let Some(digit) = c
            .to_digit(10)
            .filter(|_| c.is_ascii_digit())
            .or_else(|| spelled(*c))
        else {
            spelled_before = None;
            continue;
        };
        let is_spelled = !c.is_ascii_digit();
        let digit = char::from_digit(digit, 10).unwrap_or('0');
        match groups.last_mut() {
            Some(group) if spelled_before == Some(is_spelled) => {
                group.range.end = i + 1;
                group.digits.push(digit);
            }
            _ => groups.push(Group {
                range: i..i + 1,
                digits: digit.to_string(),
            }),
        }
        spelled_before = Some(is_spelled);
    }
    groups.retain(|group| !text.taken(&group.range));
    groups
}

/// A digit spelled in Chinese, as said on the phone or written on a cheque.
fn spelled(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '幺' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}
