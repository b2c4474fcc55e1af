//! The words that others know of somebody before they guess a password: login, name, mail address, the names of the place
//! and of the product. A password is judged by what is left without them.

/// Names that stand on every page of the product; a password made of them is guessed first.
const OURS: [&str; 8] = [
    "wenzheng",
    "问政",
    "12345",
    "热线",
    "hotline",
    "admin",
    "administrator",
    "管理员",
];

/// Words of fewer characters say nothing.
const PART: usize = 2;
/// A word of Latin letters and digits that is shorter than this is one only where it stands by itself: within another word
/// it is chance.
const ANYWHERE: usize = 4;
/// What the names of places end in; people say the place without it.
const ENDS: [char; 6] = ['省', '市', '县', '区', '镇', '乡'];

/// Words to take out, in lower case, the longest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnWords(Vec<Vec<char>>);

impl OwnWords {
    /// Of whole texts, such as a name or a mail address: each as it is, its parts, and its parts written together.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: Vec<String> = Vec::new();
        for text in texts.into_iter().chain(OURS) {
            let text: String = text.trim().chars().map(lower).collect();
            let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            words.push(parts.concat());
            words.extend(parts.into_iter().map(str::to_owned));
            words.extend(text.strip_suffix(ENDS).map(str::to_owned));
            words.push(text);
        }
        let mut words: Vec<Vec<char>> = words
            .into_iter()
            .map(|word| word.chars().collect())
            .filter(|word: &Vec<char>| word.len() >= PART)
            .collect();
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self(words)
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<String> {
        self.0.iter().map(|word| word.iter().collect()).collect()
    }

    /// The password without them. What comes together where one was taken out is looked at again,
    /// and signs that are left at the ends count for nothing.
    pub(super) fn without(&self, password: &str) -> String {
        let mut left: Vec<char> = password.chars().collect();
        while let Some((at, len)) = self.first(&left) {
            left.drain(at..at + len);
        }
        let left: String = left.into_iter().collect();
        if left == password {
            return left;
        }
        // what stood between a word and the rest is no more than that
        left.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    }

    fn first(&self, password: &[char]) -> Option<(usize, usize)> {
        let small: Vec<char> = password.iter().copied().map(lower).collect();
        self.0.iter().find_map(|word| {
            let mut places = small.windows(word.len()).enumerate();
            let at = places.find(|(at, run)| *run == word.as_slice() && stands(&small, *at, word))?;
            Some((at.0, word.len()))
        })
    }
}

/// Whether a word that was found is meant: long enough, of another script, or by itself.
fn stands(password: &[char], at: usize, word: &[char]) -> bool {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    let before = at.checked_sub(1).and_then(|before| password.get(before));
    let after = password.get(at + word.len());
    word.len() >= ANYWHERE
        || !word.iter().all(plain)
        || !(before.is_some_and(plain) || after.is_some_and(plain))
}

/// One character for one, so that places stay where they are.
fn lower(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().unwrap_or(c)
}
