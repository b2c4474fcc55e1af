//! Reading aids that a browser remembers: large type, high contrast, simple wording. They work without scripts: a link
//! sets a cookie, and the page says so to the style sheet and asks the catalogue for its simple texts.

/// Cookie, and the word in an address that sets it.
pub(crate) const READING: &str = "reading";

/// What a reader asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Type of 24 pixels at least for running text.
    pub large: bool,
    /// Black on white, dark edges.
    pub contrast: bool,
    /// Short sentences of common words, where the catalogue has them.
    pub simple: bool,
}

impl Reading {
    /// Everything at once: what one click brings.
    pub const ALL: Self = Self {
        large: true,
        contrast: true,
        simple: true,
    };

    /// What the cookie or an address says: a letter for each, anything else for nothing.
    pub(crate) fn read(text: &str) -> Self {
        let has = |letter: char| text.contains(letter);
        Self {
            large: has('l'),
            contrast: has('c'),
            simple: has('s'),
        }
    }

    /// The other way; `0` for none.
    pub(crate) fn letters(self) -> String {
        let all = [(self.large, 'l'), (self.contrast, 'c'), (self.simple, 's')];
        let letters: String = all
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, letter)| *letter)
            .collect();
        if letters.is_empty() {
            "0".to_owned()
        } else {
            letters
        }
    }

    /// Whether there is any.
    pub(crate) fn any(self) -> bool {
        self != Self::default()
    }

    /// For the style sheet.
    pub(crate) fn classes(self) -> String {
        let all = [
            (self.large, "large"),
            (self.contrast, "contrast"),
            (self.simple, "simple"),
        ];
        let named: Vec<&str> = all.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
        named.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_comes_back_from_its_letters() {
        for reading in [
            Reading::default(),
            Reading::ALL,
            Reading {
                contrast: true,
                ..Reading::default()
            },
        ] {
            assert_eq!(Reading::read(&reading.letters()), reading);
        }
        assert_eq!(
            Reading::read("<script>").classes(),
            "contrast simple",
            "letters and nothing else"
        );
        assert!(!Reading::read("0").any());
    }
}
