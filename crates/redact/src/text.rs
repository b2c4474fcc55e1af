//! A text as the finders read it: characters in their narrow form, and which of them belong to a find already.

use crate::{Find, Kind};
use std::ops::Range;

/// A text being searched.
pub(crate) struct Text {
    /// The characters, full-width forms of ASCII narrowed.
    pub(crate) chars: Vec<char>,
    /// Byte at which each begins; one more for the end.
    bytes: Vec<usize>,
    found: Vec<(Range<usize>, Kind)>,
}

impl Text {
    pub(crate) fn of(text: &str) -> Self {
        // a selector of a variant belongs to the character before it
        let kept = || text.char_indices().filter(|(_, c)| !is_selector(*c));
        let mut bytes: Vec<usize> = kept().map(|(at, _)| at).collect();
        bytes.push(text.len());
        Self {
            chars: kept().map(|(_, c)| narrow(c)).collect(),
            bytes,
            found: Vec::new(),
        }
    }

    /// The character at a place; `None` beyond the ends.
    pub(crate) fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// The character before a place.
    pub(crate) fn prev(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.at(i))
    }

    /// Whether the text goes on with these characters.
    pub(crate) fn goes_on(&self, i: usize, with: &str) -> bool {
        with.chars().enumerate().all(|(n, c)| self.at(i + n) == Some(c))
    }

    /// Where the text goes on behind the longest of these words; `None` where it begins with none.
    pub(crate) fn after_one_of(&self, i: usize, words: &[&str]) -> Option<usize> {
        let fits = words.iter().filter(|word| self.goes_on(i, word));
        fits.map(|word| i + word.chars().count()).max()
    }

    /// Whether these characters stand right before a place.
    pub(crate) fn ends_with(&self, i: usize, word: &str) -> bool {
        let length = word.chars().count();
        i >= length && self.goes_on(i - length, word)
    }

    /// Whether one of the words stands among the `within` characters before a place, in the same sentence.
    pub(crate) fn context(&self, i: usize, within: usize, words: &[&str]) -> bool {
        let from = i.saturating_sub(within);
        let stop = |c: &char| matches!(c, '。' | '!' | '?' | ';' | '\n');
        let before: &[char] = self.chars.get(from..i).unwrap_or_default();
        let before = match before.iter().rposition(stop) {
            Some(at) => before.get(at + 1..).unwrap_or_default(),
            None => before,
        };
        let before: String = before.iter().collect::<String>().to_lowercase();
        words.iter().any(|word| before.contains(word))
    }

    /// Whether any character of the range is part of a find.
    pub(crate) fn taken(&self, range: &Range<usize>) -> bool {
        let mut found = self.found.iter();
        found.any(|(other, _)| other.start < range.end && range.start < other.end)
    }

    /// Takes a range, unless part of it is taken.
    pub(crate) fn take(&mut self, range: Range<usize>, kind: Kind) {
        if !range.is_empty() && !self.taken(&range) {
            self.found.push((range, kind));
        }
    }

    /// What was taken of some kinds.
    pub(crate) fn taken_as(&self, kinds: &[Kind]) -> Vec<Range<usize>> {
        let of = self.found.iter().filter(|(_, kind)| kinds.contains(kind));
        of.map(|(range, _)| range.clone()).collect()
    }

    /// The finds, in bytes, in the order of the text.
    pub(crate) fn finds(self) -> Vec<Find> {
        let byte = |i: usize| self.bytes.get(i).copied().unwrap_or_default();
        let find = |(range, kind): &(Range<usize>, Kind)| Find {
            span: byte(range.start)..byte(range.end),
            kind: *kind,
        };
        let mut finds: Vec<Find> = self.found.iter().map(find).collect();
        finds.sort_by_key(|find| find.span.start);
        finds
    }
}

/// Whether a character is a Chinese one: of the first plane, of its compatibility block, or of planes 2 and 3.
pub(crate) fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}'
    )
}

/// Whether a Chinese character is so rare that hardly anything but a name is written with it.
pub(crate) fn is_rare(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3fffd}')
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Full-width letters, digits and signs as ASCII; other spaces and dashes as the plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}
