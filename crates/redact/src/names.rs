//! Names of people, found by a surname and what stands around it. A surname alone (王先生, 老李) names nobody.

mod apart;
mod lists;
mod words;

use crate::Kind;
use crate::text::{Text, is_han, is_rare};
use lists::{
    BEHIND, BETWEEN, CUT, DOES, ENDS_PLACE, GIVEN, LEADS, List, NEVER, STEMS, STRONG, SURE, SURE_TITLES,
    SURNAMES, TITLES, WEAK, WORDS,
};
use std::ops::Range;

/// Last characters of places that look like names.
const PLACES: &str = "城苑园湖镇路岭桥井河港站洲塘坪冲坡";

pub(crate) fn find(text: &mut Text) {
    introduced(text);
    titled(text);
    beside_numbers(text);
    signed(text);
    opening(text);
    bare(text);
    of_other_peoples(text);
    apart::find(text);
    listed(text);
    again(text);
}

/// Behind words that introduce a person.
fn introduced(text: &mut Text) {
    for i in 0..text.chars.len() {
        let strong = behind(text, i, &STRONG);
        let Some(mut from) = strong.or_else(|| behind(text, i, &WEAK)) else {
            continue;
        };
        let mut pointed = false;
        while let Some(c) = text.at(from).filter(|c| BETWEEN.contains(*c)) {
            pointed |= c != ' ';
            from += 1;
        }
        let strict = strong.is_none() && !pointed;
        let told = if strict { acts(text, from) } else { None };
        if let Some(end) = told.or_else(|| name(text, from, strict)) {
            text.take(from..end, Kind::Name);
        }
    }
}

/// Before a title: 张建国先生, 李秀英老师.
fn titled(text: &mut Text) {
    for i in 0..text.chars.len() {
        let sure = starts(text, i, &SURE_TITLES);
        if !sure && !starts(text, i, &TITLES) {
            continue;
        }
        if let Some(range) = ending_at(text, i, &[4, 3]) {
            text.take(range, Kind::Name);
            continue;
        }
        // two characters before such a title say little, unless a line or clause begins with them: 高中老师
        if let Some(range) = ending_at(text, i, &[2])
            && (sure || text.prev(range.start).is_none_or(|c| !is_han(c)))
        {
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

/// Without any word that says so: three characters that names are made of, between words that belong to no name; or a
/// name with what its bearer does right behind it.
fn bare(text: &mut Text) {
    for i in 0..text.chars.len() {
        let begins = text.prev(i).is_none_or(|c| !is_han(c) || NEVER.contains(c)) || led(text, i, &LEADS);
        if begins && let Some(end) = acts(text, i) {
            text.take(i..end, Kind::Name);
            continue;
        }
        if begins && let Some(end) = compound(text, i) {
            text.take(i..end, Kind::Name);
            continue;
        }
        let end = i + 3;
        let ends = text
            .at(end)
            .is_none_or(|c| !is_han(c) || NEVER.contains(c) || BEHIND.contains(c));
        // 阳光城, 金桂苑, 白云小区, 梅溪湖, 黄花镇
        let estate = place(text, end) || text.goes_on(i + 2, "小区") || text.goes_on(i + 2, "新区");
        let sure = text.at(i).is_some_and(|c| SURE.contains(c)) && !before_place(text, end);
        if begins && (ends || sure) && !estate && exactly(text, i, end) {
            text.take(i..end, Kind::Name);
        }
    }
}

/// The end of a name that begins here and behind which stands what people do: 王强拖欠, 葛小军在村口. All its characters
/// are such as names are made of.
fn acts(text: &Text, from: usize) -> Option<usize> {
    [4, 3, 2].into_iter().find_map(|length| {
        let end = from + length;
        let does = starts(text, end, &DOES);
        (does && exactly(text, from, end) && !place(text, end)).then_some(end)
    })
}

/// The end of a name of four with a surname of two characters, which says enough by itself; but for 东方明珠.
fn compound(text: &Text, from: usize) -> Option<usize> {
    let sure = starts(text, from, &lists::COMPOUND) && !text.goes_on(from, "东方");
    (sure && exactly(text, from, from + 4)).then_some(from + 4)
}

/// Whether what ends here is rather a place: 阳光城, 梅溪湖, 黄花镇.
fn place(text: &Text, end: usize) -> bool {
    text.prev(end).is_some_and(|c| PLACES.contains(c))
}

/// Whether what follows within three characters ends like a place or body: 梅溪湖小学.
fn before_place(text: &Text, end: usize) -> bool {
    let next = (end..end + 3).map_while(|i| text.at(i).filter(|c| is_han(*c)));
    next.into_iter().any(|c| ENDS_PLACE.contains(c))
}

/// Names of other peoples, by what they are made of: 阿依古丽, 扎西卓玛, 巴特尔 behind a word that announces it.
fn of_other_peoples(text: &mut Text) {
    let mut i = 0;
    while i < text.chars.len() {
        let (mut end, mut stems) = (i, 0);
        loop {
            if let Some(next) = behind(text, end, &STEMS) {
                (end, stems) = (next, stems + 1);
            } else if stems > 0 && text.at(end) == Some('·') {
                // 买买提·艾山: what stands behind the dot is the other part, whatever it is made of
                let rest = behind(text, end + 1, &STEMS);
                let Some(next) = rest else { break };
                (end, stems) = (next, stems + 1);
            } else {
                break;
            }
        }
        let announced = || led(text, i, &STRONG) || led(text, i, &WEAK) || is_title(text, end);
        if stems > 1 || (stems == 1 && announced()) {
            text.take(i..end, Kind::Name);
            i = end;
        } else {
            i += 1;
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
        && rest.iter().all(|c| is_given(*c))
        && !is_word(text, from)
        && !titled
        && !starts(text, end.saturating_sub(1), &CUT)
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
            .is_none_or(|c| !is_han(c) || NEVER.contains(c) || is_title(text, i) || starts(text, i, &CUT))
    };
    let usual = is_given;
    let first = can(given)?;
    if is_title(text, given) {
        return None;
    }
    let second = can(given + 1).filter(|_| !is_title(text, given + 1) && !starts(text, given + 1, &CUT));
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
    if starts(text, from, &lists::COMPOUND) {
        return Some(from + 2);
    }
    text.at(from)
        .filter(|c| SURNAMES.contains(*c) || is_rare(*c))
        .map(|_| from + 1)
}

/// Whether given names are made of a character.
fn is_given(c: char) -> bool {
    GIVEN.contains(c) || is_rare(c)
}

fn is_word(text: &Text, from: usize) -> bool {
    starts(text, from, &WORDS) || is_week(text, from)
}

/// Whether 周 is the week there, and no surname.
fn is_week(text: &Text, from: usize) -> bool {
    text.at(from) == Some('周') && text.prev(from).is_some_and(|c| "上下本每这那隔".contains(c))
}

fn is_title(text: &Text, i: usize) -> bool {
    starts(text, i, &SURE_TITLES) || starts(text, i, &TITLES)
}

/// Whether one of the words begins at a place.
fn starts(text: &Text, i: usize, words: &List) -> bool {
    behind(text, i, words).is_some()
}

/// Where the text goes on behind the longest of the words that begin at a place.
fn behind(text: &Text, i: usize, words: &List) -> Option<usize> {
    text.after_one_of(i, words.from(text.at(i)?))
}

/// Whether one of the words ends right before a place.
fn led(text: &Text, i: usize, words: &List) -> bool {
    let last = text.prev(i).map(|c| words.to(c)).unwrap_or_default();
    last.iter().any(|word| text.ends_with(i, word))
}
