//! The tokens of the style sheet, read from it, and how well one colour is seen on another.

/// The sheet itself: what is shown is what pages use.
const TOKENS: &str = include_str!("../../../static/css/tokens.css");
/// What readers get who ask for more contrast.
const CONTRAST: &str = include_str!("../../../static/css/contrast.css");

/// Text and what it stands on, and how many times brighter one must be than the other: 4.5 for text (WCAG 1.4.3), 3 for
/// edges and signs (1.4.11).
const PAIRS: [(&str, &str, f64); 18] = [
    ("ink", "paper", 4.5),
    ("ink", "ground", 4.5),
    ("ink-soft", "paper", 4.5),
    ("ink-soft", "ground", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "accent-pale", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-dark", 4.5),
    ("on-accent", "red", 4.5),
    ("on-accent", "red-dark", 4.5),
    ("red", "paper", 4.5),
    ("red", "red-pale", 4.5),
    ("amber", "amber-pale", 4.5),
    ("green", "green-pale", 4.5),
    ("line-strong", "paper", 3.0),
    ("amber-line", "paper", 3.0),
    ("focus", "ground", 3.0),
];

/// A token: name without the dashes, and value.
pub(super) type Token = (String, String);

/// A colour that is shown.
#[derive(Debug)]
pub(super) struct Colour {
    pub(super) name: String,
    pub(super) value: String,
}

/// One colour on another.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) ink: String,
    pub(super) paper: String,
    pub(super) ink_value: String,
    pub(super) paper_value: String,
    pub(super) ratio: f64,
    pub(super) least: f64,
}

impl Pair {
    /// With one digit behind the point, cut off: 4.49 is not 4.5.
    pub(super) fn shown(&self) -> String {
        format!("{:.1}", (self.ratio * 10.0).floor() / 10.0)
    }

    pub(super) fn enough(&self) -> bool {
        self.ratio >= self.least
    }
}

impl Colour {
    pub(super) fn of((name, value): &Token) -> Option<Self> {
        channels(value)?;
        Some(Self {
            name: name.clone(),
            value: value.clone(),
        })
    }
}

/// All tokens.
pub(super) fn tokens() -> Vec<Token> {
    read(TOKENS)
}

/// Those that are others in high contrast.
pub(super) fn contrast() -> Vec<Token> {
    let start = CONTRAST.find(":root.contrast {").unwrap_or_default();
    let rest = &CONTRAST[start..];
    read(rest.split('}').next().unwrap_or_default())
}

fn read(sheet: &str) -> Vec<Token> {
    let lines = sheet.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let pairs = lines.filter_map(|line| line.trim_end_matches(';').split_once(':'));
    pairs
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

/// Every pair that pages use; `instead` stands before the tokens of the same name.
pub(super) fn pairs(tokens: &[Token], instead: &[Token]) -> Vec<Pair> {
    let value = |name: &str| {
        let found = instead.iter().chain(tokens).find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    let pair = |(ink, paper, least): (&str, &str, f64)| {
        let (ink_value, paper_value) = (value(ink)?, value(paper)?);
        Some(Pair {
            ratio: ratio(&ink_value, &paper_value)?,
            ink: ink.to_owned(),
            paper: paper.to_owned(),
            ink_value,
            paper_value,
            least,
        })
    };
    PAIRS.into_iter().filter_map(pair).collect()
}

/// Red, green, blue of `#abc` or `#aabbcc`.
fn channels(value: &str) -> Option<[u8; 3]> {
    let digits = value.strip_prefix('#')?;
    let long = match digits.len() {
        3 => digits.chars().flat_map(|c| [c, c]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let channel = |at: usize| u8::from_str_radix(long.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Relative luminance as WCAG 2 defines it.
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// How many times brighter one is than the other, from 1 to 21.
fn ratio(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (luminance(channels(one)?), luminance(channels(other)?));
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_counted_as_the_standard_does() {
        assert_eq!(ratio("#000", "#ffffff"), Some(21.0));
        assert_eq!(ratio("#fff", "#fff"), Some(1.0));
        // from the examples of WCAG: #767676 is the lightest grey that text on white may have
        assert!(ratio("#767676", "#fff").unwrap() >= 4.5);
        assert!(ratio("#777777", "#fff").unwrap() < 4.5);
    }

    #[test]
    fn every_pair_of_the_style_sheet_is_seen_well_enough() {
        let tokens = tokens();
        let found = pairs(&tokens, &[]);
        assert_eq!(found.len(), PAIRS.len(), "a token is missing");
        for pair in &found {
            assert!(pair.enough(), "{} on {}: {}", pair.ink, pair.paper, pair.shown());
        }
        for pair in pairs(&tokens, &contrast()) {
            let least = if pair.least > 4.0 { 7.0 } else { 4.5 };
            assert!(
                pair.ratio >= least,
                "in high contrast {} on {}: {}",
                pair.ink,
                pair.paper,
                pair.shown()
            );
        }
    }
}
