//! Names of people, found by a surname and what stands around it. A surname alone (王先生, 老李) names nobody.

mod lists;

use crate::Kind;
use crate::text::{Text, is_han};
use lists::{BETWEEN, GIVEN, NEVER, STRONG, SURNAMES, TITLES, WEAK, WORDS};
use std::ops::Range;

pub(crate) fn find(text: &mut Text) {
    introduced(text);
    titled(text);
    beside_numbers(text);
    signed(text);
    opening(text);
    bare(text);
    listed(text);
    again(text);
}

/// Behind words that introduce a person.
fn introduced(text: &mut Text) {
    for i in 0..text.chars.len() {
        let strong = text.after_one_of(i, &STRONG);
        let Some(mut from) = strong.or_else(|| text.after_one_of(i, &WEAK)) else {
            continue;
        };
        let mut pointed = false;
        while let Some(c) = text.at(from).filter(|c| BETWEEN.contains(*c)) {
            pointed |= c != ' ';
            from += 1;
        }
        let strict = strong.is_none() && !pointed;
        if let Some(end) = name(text, from, strict) {
            text.take(from..end, Kind::Name);
        }
    }
}

/// Before a title: 张建国先生, 李秀英老师.
fn titled(text: &mut Text) {
    for i in 0..text.chars.len() {
        let Some((_, sure)) = TITLES.iter().find(|(title, _)| text.goes_on(i, title)) else {
            continue;
        };
        // a title of two characters alone says little: 高中老师
        let lengths: &[usize] = if *sure { &[4, 3, 2] } else { &[4, 3] };
        if let Some(range) = ending_at(text, i, lengths) {
            text.take(range, Kind::Name);
        }
    }
}

/// Right before or behind a phone or identity number.
fn beside_numbers(text: &mut Text) {
    const WORDS: [&str; 12] = [
        "联系电话",
        "联系方式",
        "手机号码",
        "身份证号",
        "电话号码",
        "手机号",
        "身份证",
        "电话",
        "手机",
        "号码",
        "号",
        "的",
    ];
    for range in text.taken_as(&[Kind::Phone, Kind::IdNumber]) {
        let mut end = range.start;
        for _ in 0..5 {
            let word = WORDS.iter().find(|word| text.ends_with(end, word));
            match (word, text.prev(end)) {
                (Some(word), _) => end -= word.chars().count(),
                (None, Some(' ' | ':' | ',' | '(' | '、' | '/')) => end -= 1,
                _ => break,
            }
        }
        if let Some(range) = ending_at(text, end, &[4, 3, 2]) {
            text.take(range, Kind::Name);
        }
        let mut from = range.end;
        while matches!(text.at(from), Some(' ' | '(' | ',' | ':' | '/' | '-')) {
            from += 1;
        }
        if let Some(end) = name(text, from, true)
            && !text.at(end).is_some_and(is_han)
        {
            text.take(from..end, Kind::Name);
        }
    }
}

/// A line that is nothing but a name, as at the end of a letter.
fn signed(text: &mut Text) {
    let mut start = 0;
    while start < text.chars.len() {
        let rest = text.chars.get(start..).unwrap_or_default();
        let mut end = start + rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
        let next = end + 1;
        while text.at(start) == Some(' ') {
            start += 1;
        }
        while end > start
            && text
                .prev(end)
                .is_some_and(|c| matches!(c, ' ' | '。' | ',' | '\r'))
        {
            end -= 1;
        }
        let first = start == 0;
        if !first && name(text, start, true) == Some(end) {
            text.take(start..end, Kind::Name);
        }
        start = next;
    }
}

/// At the beginning of a line, before a sign or before what somebody has.
fn opening(text: &mut Text) {
    const HAS: [&str; 9] = [
        "的电话",
        "的手机",
        "的号码",
        "的卡",
        "的身份证",
        "的孩子",
        "的妈妈",
        "的工资",
        "家的",
    ];
    for i in 0..text.chars.len() {
        if i > 0 && text.prev(i) != Some('\n') {
            continue;
        }
        let Some(end) = name(text, i, true) else { continue };
        let sign = matches!(text.at(end), Some(',' | '、' | '(' | ':' | '/'));
        let has = end == i + 3 && text.after_one_of(end, &HAS).is_some();
        if sign || has {
            text.take(i..end, Kind::Name);
        }
    }
}

/// Without any word that says so: three characters that names are made of, between words that belong to no name.
fn bare(text: &mut Text) {
    for i in 0..text.chars.len() {
        let begins = text.prev(i).is_none_or(|c| !is_han(c) || NEVER.contains(c));
        let end = i + 3;
        let ends = text.at(end).is_none_or(|c| !is_han(c) || NEVER.contains(c));
        // 阳光城, 金桂苑, 白云小区, 梅溪湖, 黄花镇
        let last = text
            .at(i + 2)
            .is_some_and(|c| "城苑园湖镇路岭桥井河港站洲塘坪冲坡".contains(c));
        let estate = last || text.goes_on(i + 2, "小区") || text.goes_on(i + 2, "新区");
        if begins && ends && !estate && exactly(text, i, end) {
            text.take(i..end, Kind::Name);
        }
    }
}

/// More names behind a name: 张建国、李秀英和王强.
fn listed(text: &mut Text) {
    let mut open: Vec<Range<usize>> = text.taken_as(&[Kind::Name]);
    while let Some(range) = open.pop() {
        if !matches!(text.at(range.end), Some('、' | '和' | '与' | '及' | '跟')) {
            continue;
        }
        let from = range.end + 1;
        if let Some(end) = name(text, from, true)
            && !text.taken(&(from..end))
        {
            text.take(from..end, Kind::Name);
            open.push(from..end);
        }
    }
}

/// What is a name in one place is one in every place.
fn again(text: &mut Text) {
    for range in text.taken_as(&[Kind::Name]) {
        let found: Vec<char> = text.chars.get(range).unwrap_or_default().to_vec();
        let last = text.chars.len().saturating_sub(found.len());
        for i in 0..=last {
            if text.chars.get(i..i + found.len()) == Some(found.as_slice()) {
                text.take(i..i + found.len(), Kind::Name);
            }
        }
    }
}

/// The name of one of these lengths that ends before `end`, where a new word begins with it.
fn ending_at(text: &Text, end: usize, lengths: &[usize]) -> Option<Range<usize>> {
    lengths.iter().find_map(|length| {
        let from = end.checked_sub(*length)?;
        let before = text.prev(from);
        // three characters of names before a title are one, whatever stands before them
        let begins = *length == 3 || before.is_none_or(|c| !is_han(c) || NEVER.contains(c));
        (begins && exactly(text, from, end)).then_some(from..end)
    })
}

/// Whether a range is a name and nothing else, by its characters alone.
fn exactly(text: &Text, from: usize, end: usize) -> bool {
    let Some(given) = surname(text, from) else {
        return false;
    };
    let rest = text.chars.get(given..end).unwrap_or_default();
    let titled = (given..end).any(|i| is_title(text, i));
    (1..=2).contains(&rest.len())
        && rest.iter().all(|c| GIVEN.contains(*c))
        && !is_word(text, from)
        && !titled
}

/// The end of the name that begins here. `strict` where the context says little: then every character has to be one that
/// names are made of.
fn name(text: &Text, from: usize, strict: bool) -> Option<usize> {
    let given = surname(text, from)?;
    if is_word(text, from) {
        return None;
    }
    let can = |i: usize| text.at(i).filter(|c| is_han(*c) && !NEVER.contains(*c));
    let ends = |i: usize| {
        text.at(i)
            .is_none_or(|c| !is_han(c) || NEVER.contains(c) || is_title(text, i))
    };
    let usual = |c: char| GIVEN.contains(c);
    let first = can(given)?;
    if is_title(text, given) {
        return None;
    }
    let second = can(given + 1).filter(|_| !is_title(text, given + 1));
    let end = match second {
        Some(second) if usual(second) || (!strict && ends(given + 2)) => given + 2,
        _ => given + 1,
    };
    let all = text
        .chars
        .get(given..end)
        .unwrap_or_default()
        .iter()
        .all(|c| usual(*c));
    let whole = end == given + 2 || ends(end);
    let likely = if strict {
        all && whole
    } else {
        all || usual(first) || ends(end)
    };
    likely.then_some(end)
}

/// Where the given name begins behind a surname.
fn surname(text: &Text, from: usize) -> Option<usize> {
    if lists::COMPOUND.iter().any(|surname| text.goes_on(from, surname)) {
        return Some(from + 2);
    }
    text.at(from).filter(|c| SURNAMES.contains(*c)).map(|_| from + 1)
}

fn is_word(text: &Text, from: usize) -> bool {
    WORDS.iter().any(|word| text.goes_on(from, word))
}

fn is_title(text: &Text, i: usize) -> bool {
    TITLES.iter().any(|(title, _)| text.goes_on(i, title))
}
