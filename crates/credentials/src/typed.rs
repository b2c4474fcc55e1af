//! Codes as people type them: in groups, with hyphens, with the wide digits of a Chinese keyboard.

/// A code in its one form: wide letters and digits made narrow; white space, hyphens and what nobody sees left out.
pub fn code(text: &str) -> String {
    text.chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !c.is_control() && !is_between(*c))
        .collect()
}

/// A wide character of ASCII (U+FF01 to U+FF5E) as the narrow one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Hyphens, dashes and marks of no width.
fn is_between(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn it_is_read_however_it_is_typed() {
        for typed in [
            "123456",
            " 123 456 ",
            "123-456",
            "１２３４５６",
            "１２３　４５６",
            "123–456",
            "\u{202d}123456\u{202c}",
        ] {
            assert_eq!(code(typed), "123456", "{typed:?}");
        }
        assert_eq!(code("12345x"), "12345x");
    }
}
