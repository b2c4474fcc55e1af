//! Whether digits can be a number of some kind.

/// No identity number is of somebody born later.
const LAST_DAY: (i16, u8, u8) = (2100, 1, 1);
/// The codes with which identity numbers begin.
const PROVINCES: [&str; 31] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65",
];

/// A resident identity number: 18 characters with their check digit, or 15 digits with a day of birth.
pub(super) fn id_number(digits: &str, ends_in_x: bool) -> bool {
    match (digits.len(), ends_in_x) {
        (18, _) => seal::identity::id_number(digits, LAST_DAY).is_ok(),
        (17, true) => seal::identity::id_number(&format!("{digits}X"), LAST_DAY).is_ok(),
        (15, _) => {
            let two = |from: usize| digits.get(from..from + 2).and_then(|d| d.parse::<u8>().ok());
            let province = digits.get(..2).is_some_and(|head| PROVINCES.contains(&head));
            let born = (two(8), two(10));
            province && matches!(born, (Some(1..=12), Some(1..=31)))
        }
        _ => false,
    }
}

/// What has the length of one and may be mistyped.
pub(super) fn like_id(digits: &str, ends_in_x: bool) -> bool {
    matches!((digits.len(), ends_in_x), (18 | 15, _) | (17, true))
}

/// A mobile number, also with the code of the country or a 0 before it.
pub(super) fn mobile(digits: &str) -> bool {
    let plain = ["0086", "86", "0"]
        .iter()
        .find_map(|head| digits.strip_prefix(head).filter(|d| d.len() == 11));
    let plain = plain.unwrap_or(digits);
    plain.len() == 11 && matches!(plain.as_bytes(), [b'1', b'3'..=b'9', ..])
}

/// A landline with its area code, which stands alone or begins the one group.
pub(super) fn landline(digits: &str, first: usize, groups: usize) -> bool {
    let area = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return false,
    };
    let Some((_, local)) = digits.split_at_checked(area) else {
        return false;
    };
    (groups == 1 || first == area)
        && matches!(local.len(), 7 | 8)
        && matches!(local.as_bytes(), [b'2'..=b'8', ..])
}

/// A landline without its area code.
pub(super) fn local(digits: &str) -> bool {
    matches!(digits.len(), 7 | 8) && matches!(digits.as_bytes(), [b'2'..=b'8', ..])
}

/// 16 to 19 digits of an issuer that there is, with their check digit (Luhn).
pub(super) fn bank_card(digits: &str) -> bool {
    let issuer = matches!(
        digits.as_bytes(),
        [b'6', b'2' | b'0', ..] | [b'4', ..] | [b'5', b'1'..=b'5', ..] | [b'9', b'5' | b'9', ..]
    );
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(no, b)| {
            let digit = u32::from(b - b'0');
            match (no % 2, digit) {
                (1, 5..) => digit * 2 - 9,
                (1, _) => digit * 2,
                _ => digit,
            }
        })
        .sum();
    (16..=19).contains(&digits.len()) && issuer && sum.is_multiple_of(10)
}
