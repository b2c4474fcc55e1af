//! Case numbers as people read them.

/// A case number in groups of four, which a form takes again as it stands. A number of another ledger stays as it is.
pub fn grouped(number: &str) -> String {
    let own = number.len() == 16 && number.bytes().all(|b| b.is_ascii_digit());
    let mut shown = String::with_capacity(number.len() + 6);
    for (place, letter) in number.chars().enumerate() {
        if own && place > 0 && place % 4 == 0 {
            // the number stays on one line
            shown.push('\u{a0}');
        }
        shown.push(letter);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_and_understood_again() {
        let number = seal::number::case_number((2025, 3, 3), 42);
        let shown = grouped(&number);
        assert_eq!(shown.split('\u{a0}').map(str::len).collect::<Vec<_>>(), [4; 4]);
        assert_eq!(seal::number::check(&shown), Ok(number));
        assert_eq!(grouped("12345-20190425-7"), "12345-20190425-7");
    }
}
