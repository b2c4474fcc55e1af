//! Names that nothing announces: a surname and characters of given names that belong to no word of the sentence.

use super::lists::{BEHIND, COMPOUND, ENDS_PLACE, NEVER, SURE, SURNAMES};
use super::words::{Cut, often};
use super::{PLACES, is_given, is_title, is_word, starts};
use crate::Kind;
use crate::text::{Text, is_han};

/// Of the surnames that begin few words those that are words themselves.
const WORDS_TOO: &str = "费钱田梅段蓝夏";
/// Surnames that are other words far more often, or begin the names of places and firms.
const RATHER_WORDS: &str = "楚房沙华米位左盛官向花付路谷扬金乐云卫方景阳木宇东银冷明吉都应解和于时从成关计安全许查经商包相原单常强宫晏车党水石白平敬谢游项权司宁况占呼牧暴滑仰蒙麻尚且充连江苑万古高";
/// Last characters of places beside [`PLACES`].
const MORE_PLACES: &str = "庭湾";
/// A given name of two characters that is a word is taken where the word is rarer than this.
const RARE: u32 = 11;
/// Characters that are used more often, as logarithms: whoever has one behind a name of two may do something; it is no
/// third character of the name.
const VERY_OFTEN: u32 = 14;
const OFTEN: u32 = 12;
const USED: u32 = 11;

pub(super) fn find(text: &mut Text) {
    let cut = Cut::of(text);
    let mut i = 0;
    while i < text.chars.len() {
        match name(text, &cut, i) {
            Some(end) => {
                text.take(i..end, Kind::Name);
                i = end;
            }
            None => i += 1,
        }
    }
}

/// The end of the name that begins here.
fn name(text: &Text, cut: &Cut, from: usize) -> Option<usize> {
    // a word begins here, and it is the surname
    cut.word(from)?;
    let one = text.at(from)?;
    let compound = starts(text, from, &COMPOUND) && !text.goes_on(from, "东方");
    let given = if compound {
        from + 2
    } else if SURNAMES.contains(one) && !RATHER_WORDS.contains(one) && cut.alone(from) {
        from + 1
    } else {
        return None;
    };
    if is_word(text, from) {
        return None;
    }
    let sure = compound || (SURE.contains(one) && !WORDS_TOO.contains(one));
    let three = given + 2;
    if whole(text, cut, given, three) && second(text, cut, given) {
        return Some(three);
    }
    let two = given + 1;
    (sure && whole(text, cut, given, two) && only(text, cut, from, given)).then_some(two)
}

/// Whether a given name can begin and end there, and what follows makes no place of it.
fn whole(text: &Text, cut: &Cut, given: usize, end: usize) -> bool {
    let all = (given..end).all(|i| text.at(i).is_some_and(|c| is_han(c) && !NEVER.contains(c)));
    let last = text.prev(end).unwrap_or(' ');
    all && cut.ends_before(end)
        && !(given..end).any(|i| is_title(text, i))
        && !PLACES.contains(last)
        && !MORE_PLACES.contains(last)
        && (is_title(text, end) || !place_follows(text, cut, end))
}

/// Whether the next word is that of a place, or ends as one.
fn place_follows(text: &Text, cut: &Cut, end: usize) -> bool {
    let next = cut.word(end).and_then(|next| text.prev(next));
    let ends = next.is_some_and(|c| ENDS_PLACE.contains(c) || c == '道');
    ends || text
        .at(end)
        .is_some_and(|c| ENDS_PLACE.contains(c) || MORE_PLACES.contains(c))
}

/// Whether two characters of a given name belong to no word, or are a rare one together.
fn second(text: &Text, cut: &Cut, given: usize) -> bool {
    let pair = text.chars.get(given..given + 2).unwrap_or_default();
    let apart = cut.alone(given) && cut.alone(given + 1);
    let rare = cut.word(given) == Some(given + 2) && often(pair).is_none_or(|often| often < RARE);
    let [first, last] = pair else { return false };
    let usual = is_given(*last) || often(&[*last]).is_none_or(|often| often < OFTEN);
    is_given(*first) && usual && (apart || rare)
}

/// Whether one character is all of the given name: it stands apart, and what follows is the next word.
fn only(text: &Text, cut: &Cut, from: usize, given: usize) -> bool {
    let Some(one) = text.at(given) else { return false };
    let used = often(&[one]).unwrap_or(0);
    let fits = (is_given(one) && used < VERY_OFTEN) || used < USED;
    // 小李庄
    let small = text.prev(from).is_some_and(|c| "小老大".contains(c));
    let next = given + 1;
    let goes_on = text.at(next).is_some_and(|c| {
        let word = NEVER.contains(c) || BEHIND.contains(c) || "和与跟及同向对".contains(c);
        cut.alone(next) && !word && often(&[c]).is_none_or(|often| often < VERY_OFTEN)
    });
    fits && cut.alone(given) && !small && !goes_on
}
