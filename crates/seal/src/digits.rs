//! What people type instead of plain ASCII: full-width forms, spaces, dashes.

/// Full-width letters, digits and signs as ASCII; the ideographic space as a space; other dashes as `-`.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// The characters of a number as typed, narrow, without spaces, dashes and invisible marks.
pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !is_filler(*c))
        .collect()
}

fn is_filler(c: char) -> bool {
    matches!(c, '-' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}
