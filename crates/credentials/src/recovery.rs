//! Recovery codes: for the day on which the phone with the authenticator is lost. Each works once.

/// How many are made at once.
pub const COUNT: usize = 10;
/// Bytes of randomness of each; 50 bits of them are shown.
pub const BYTES: usize = 7;

/// Letters that nobody takes for another.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A code, from randomness: two groups of five.
pub fn code(random: [u8; BYTES]) -> String {
    let number = random
        .iter()
        .fold(0u64, |number, byte| (number << 8) | u64::from(*byte));
    let mut text = String::with_capacity(11);
    for place in 0..10 {
        if place == 5 {
            text.push('-');
        }
        let five = (number >> (5 * place)) & 31;
        text.push(char::from(LETTERS[five as usize]));
    }
    text
}

/// A code in its one form, however it was typed.
pub fn plain(typed: &str) -> String {
    let typed = crate::typed::code(typed);
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_however_it_is_typed() {
        let made = code([1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(made.len(), 11);
        let typed = format!(" {} ", made.to_uppercase().replace('-', " "));
        assert_eq!(plain(&typed), plain(&made));
        assert_eq!(plain(&made).len(), 10);
    }

    #[test]
    fn every_bit_that_is_shown_tells() {
        let codes: std::collections::BTreeSet<String> =
            (0..=255).map(|n| code([0, 9, 9, 9, 9, 9, n])).collect();
        assert_eq!(codes.len(), 256);
    }
}
