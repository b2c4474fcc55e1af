//! E-mail addresses, WeChat ids, QQ numbers.

use crate::Kind;
use crate::text::Text;

const WECHAT: [&str; 9] = [
    "微信", "薇信", "威信", "v信", "wechat", "weixin", "vx", "wx", "v x",
];
const QQ: [&str; 3] = ["qq", "扣扣", "企鹅号"];
/// What stands between the word and the number.
const BETWEEN: [&str; 16] = [
    "账号", "帐号", "号码", "号", "id", "ID", "是", "为", "叫", "同号", "联系", "加", "也是", ":", " ",
    "一样",
];

/// E-mail addresses, in whose names stand numbers and more: they are found first.
pub(crate) fn emails(text: &mut Text) {
    for i in 0..text.chars.len() {
        if text.at(i) != Some('@') {
            continue;
        }
        let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
        let mut from = i;
        while text.prev(from).is_some_and(local) {
            from -= 1;
        }
        let mut to = i + 1;
        while text
            .at(to)
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        {
            to += 1;
        }
        while text.prev(to).is_some_and(|c| matches!(c, '.' | '-')) {
            to -= 1;
        }
        let domain = text.chars.get(i + 1..to).unwrap_or_default();
        if from < i && domain.contains(&'.') {
            text.take(from..to, Kind::Email);
        }
    }
}

/// WeChat ids and QQ numbers, which stand behind their word.
pub(crate) fn find(text: &mut Text) {
    let lower: Vec<char> = text.chars.iter().map(char::to_ascii_lowercase).collect();
    let lower = Text::of(&lower.iter().collect::<String>());
    for i in 0..lower.chars.len() {
        let alone =
            |word: &str| !word.is_ascii() || !lower.prev(i).is_some_and(|c| c.is_ascii_alphanumeric());
        let word = |words: &[&'static str]| {
            let mut all = words.iter().filter(|word| alone(word));
            all.find(|word| lower.goes_on(i, word))
                .map(|word| i + word.chars().count())
        };
        if let Some(from) = word(&WECHAT) {
            wechat(text, behind(&lower, from));
        }
        if let Some(from) = word(&QQ)
            && !matches!(lower.at(from), Some('群' | '邮'))
        {
            qq(text, behind(&lower, from));
        }
    }
}

/// Behind the words between.
fn behind(text: &Text, mut i: usize) -> usize {
    for _ in 0..4 {
        match text.after_one_of(i, &BETWEEN) {
            Some(further) => i = further,
            None => break,
        }
    }
    i
}

fn wechat(text: &mut Text, from: usize) {
    let mut to = from;
    while text
        .at(to)
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    {
        to += 1;
    }
    let head = text.at(from);
    let named = head.is_some_and(|c| c.is_ascii_alphabetic()) && (6..=20).contains(&(to - from));
    let digits = text.chars.get(from..to).unwrap_or_default();
    let number = digits.iter().all(char::is_ascii_digit) && (5..=11).contains(&(to - from));
    if named || number {
        text.take(from..to, Kind::Wechat);
    }
}

fn qq(text: &mut Text, from: usize) {
    let mut to = from;
    while text.at(to).is_some_and(|c| c.is_ascii_digit()) {
        to += 1;
    }
    if (5..=11).contains(&(to - from)) && text.at(from) != Some('0') {
        text.take(from..to, Kind::Qq);
    }
}
