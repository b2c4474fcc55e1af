//! The order in which people look through names: that of a Chinese dictionary, by pinyin and then tone, letters by the
//! alphabet, numbers by their value.
//!
//! Most characters have one reading that counts. Where the word decides (重庆, 银行), or a surname (单, 仇), it stands in
//! `readings/`; what remains is read as the library's table says first.

use std::collections::HashMap;
use std::sync::OnceLock;

use pinyin::ToPinyin as _;

const WORDS: &str = include_str!("../readings/words.txt");
const SURNAMES: &str = include_str!("../readings/surnames.txt");

/// The longest word or surname with readings of its own, in characters.
const LONGEST: usize = 4;

/// Whose name it is: that decides how some characters are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A person, who begins with a surname.
    Person,
    /// A unit, a place, a matter, a title.
    Thing,
}

/// A place in the order. Equal only for the same text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(Vec<Part>, String);

/// What one character, or a run of digits, is sorted by. Kinds come in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Sign(char),
    /// How many digits, and which.
    Number(usize, String),
    Letter(char),
    /// Letters without marks, whether it is ü, the tone, and which of the characters that sound so.
    Read(String, bool, u8, char),
    /// A character that nobody has given a reading.
    Unread(char),
}

/// Where a name stands among others: sort by it.
pub fn place(text: &str, named: Named) -> Place {
    let chars: Vec<char> = text.trim().chars().collect();
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        if digit(c).is_some() {
            let run: String = chars.iter().skip(at).map_while(|c| digit(*c)).collect();
            at += run.chars().count();
            let plain = run.trim_start_matches('0');
            parts.push(Part::Number(plain.len(), plain.to_owned()));
            continue;
        }
        let rest = chars.get(at..).unwrap_or_default();
        let surname = (named == Named::Person && at == 0)
            .then(|| longest(surnames(), rest))
            .flatten();
        if let Some(syllables) = surname.or_else(|| longest(words(), rest)) {
            parts.extend(rest.iter().zip(syllables).map(|(c, syllable)| read(syllable, *c)));
            at += syllables.len();
            continue;
        }
        match c.to_pinyin() {
            Some(found) => parts.push(read(found.with_tone_num_end(), c)),
            None if c.is_alphabetic() && is_han(c) => parts.push(Part::Unread(c)),
            None if c.is_alphabetic() => parts.extend(c.to_lowercase().map(Part::Letter)),
            // choosers of a variant and combining signs belong to the character before them
            None if is_mark(c) => {}
            None => parts.push(Part::Sign(c)),
        }
        at += 1;
    }
    Place(parts, text.to_owned())
}

/// Sorts by name.
pub fn sort_by_name<T>(list: &mut [T], named: Named, name: impl Fn(&T) -> &str) {
    list.sort_by_cached_key(|one| place(name(one), named));
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        _ => None,
    }
}

/// A syllable such as `lü4`, of a character.
fn read(syllable: &str, c: char) -> Part {
    let letters = syllable.trim_end_matches(|end: char| end.is_ascii_digit());
    let tone = syllable.bytes().last().filter(u8::is_ascii_digit);
    // without a tone comes last
    let tone = tone.map_or(5, |digit| digit - b'0');
    let umlaut = letters.contains('ü');
    Part::Read(letters.replace('ü', "u").replace('ê', "e"), umlaut, tone, c)
}

fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x2FDF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x200C..=0x200D | 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF)
}

type Readings = HashMap<Vec<char>, Vec<&'static str>>;

fn words() -> &'static Readings {
    static READ: OnceLock<Readings> = OnceLock::new();
    READ.get_or_init(|| readings(WORDS))
}

fn surnames() -> &'static Readings {
    static READ: OnceLock<Readings> = OnceLock::new();
    READ.get_or_init(|| readings(SURNAMES))
}

fn readings(text: &'static str) -> Readings {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let one = |line: &'static str| {
        let mut parts = line.split(' ');
        (
            parts.next().unwrap_or_default().chars().collect(),
            parts.collect(),
        )
    };
    lines.map(one).collect()
}

/// The syllables of the longest word that the text begins with.
fn longest<'a>(readings: &'a Readings, text: &[char]) -> Option<&'a [&'static str]> {
    (1..=LONGEST.min(text.len()))
        .rev()
        .find_map(|length| readings.get(text.get(..length)?))
        .map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, SURNAMES, WORDS, readings};

    #[test]
    fn every_line_of_readings_has_a_syllable_for_each_character() {
        for text in [WORDS, SURNAMES] {
            let lines = text.lines().filter(|line| !line.starts_with('#')).count();
            let read = readings(text);
            assert_eq!(read.len(), lines, "a word comes twice, or a line is empty");
            for (word, syllables) in read {
                let shown: String = word.iter().collect();
                assert!(word.len() == syllables.len() && word.len() <= LONGEST, "{shown}");
                let fine = |s: &str| s.ends_with(|tone: char| ('1'..='5').contains(&tone)) && s.len() > 1;
                assert!(syllables.iter().all(|s| fine(s)), "{shown}: {syllables:?}");
            }
        }
    }
}
