//! A text cut into words: of all ways to read a run of Chinese characters as words of a dictionary the likeliest. What no
//! word covers stays a character by itself, as the characters of most names do.

use crate::text::{Text, is_han};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of the dictionary, by their characters, with the logarithm of how often they are used.
static KNOWN: LazyLock<HashMap<u128, u32>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for line in include_str!("../../data/words.txt").lines() {
        let mut words = line.split(' ');
        let Some(often) = words.next().and_then(|often| often.parse().ok()) else {
            continue;
        };
        for word in words {
            let word: Vec<char> = word.chars().collect();
            known.insert(key(&word), often);
        }
    }
    known
});

/// The longest word, in characters.
const LONGEST: usize = 4;
/// What a word costs that is never used: the logarithm of how many the dictionary was counted on.
const ALL: u32 = 26;

fn key(word: &[char]) -> u128 {
    word.iter()
        .fold(0, |key, c| (key << 21) | u128::from(u32::from(*c)))
}

/// How often a word is used, as a logarithm; `None` where the dictionary does not have it.
pub(super) fn often(word: &[char]) -> Option<u32> {
    KNOWN.get(&key(word)).copied()
}

/// Where the words of a text begin and end.
pub(super) struct Cut {
    /// For each character the end of the word that begins with it; 0 where none does.
    ends: Vec<usize>,
    /// Whether a word ends before this character.
    ended: Vec<bool>,
}

impl Cut {
    pub(super) fn of(text: &Text) -> Self {
        let length = text.chars.len();
        let mut cut = Self {
            ends: vec![0; length],
            ended: vec![false; length + 1],
        };
        let mut from = 0;
        while from < length {
            let run = text.chars.get(from..).unwrap_or_default();
            let run = run.iter().take_while(|c| is_han(**c)).count();
            if run > 0 {
                cut.run(text.chars.get(from..from + run).unwrap_or_default(), from);
            }
            from += run.max(1);
        }
        cut
    }

    /// Cuts a run of Chinese characters that begins at `from`, from its end backwards: the way with the least cost.
    fn run(&mut self, run: &[char], from: usize) {
        let mut best = vec![(0, 0); run.len() + 1];
        for i in (0..run.len()).rev() {
            let ways = (i + 1..=run.len().min(i + LONGEST)).filter_map(|end| {
                let word = run.get(i..end)?;
                let often = often(word).or((end == i + 1).then_some(0))?;
                let (rest, _) = *best.get(end)?;
                Some((rest + ALL.saturating_sub(often), end))
            });
            let way = ways.min_by_key(|(cost, end)| (*cost, usize::MAX - end));
            if let (Some(way), Some(place)) = (way, best.get_mut(i)) {
                *place = way;
            }
        }
        let mut i = 0;
        while let Some((_, end)) = best.get(i).copied().filter(|(_, end)| *end > i) {
            if let Some(place) = self.ends.get_mut(from + i) {
                *place = from + end;
            }
            if let Some(place) = self.ended.get_mut(from + end) {
                *place = true;
            }
            i = end;
        }
    }

    /// The end of the word that begins here, if one does.
    pub(super) fn word(&self, i: usize) -> Option<usize> {
        self.ends.get(i).copied().filter(|end| *end > i)
    }

    /// Whether a character is a word by itself.
    pub(super) fn alone(&self, i: usize) -> bool {
        self.word(i) == Some(i + 1)
    }

    /// Whether a word ends before this place.
    pub(super) fn ends_before(&self, i: usize) -> bool {
        self.ended.get(i).copied().unwrap_or(false)
    }
}
